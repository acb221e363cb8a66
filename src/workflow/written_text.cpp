#include "workflow/written_text.hpp"

#include <utility>
#include <variant>

#include "schema/expression.hpp"

namespace pgplumb::workflow {
namespace {

struct ExpressionCollector : ReferenceVisitor {
  std::vector<Expression*> found;
  void expression(Expression& expression, const ExpressionContext&) {
    found.push_back(&expression);
  }
};

bool written_plainly(const Expression& expression) {
  return !expression.from_server && expression.search_path != nullptr &&
         *expression.search_path == SearchPath{"public"};
}

}  // namespace

std::vector<Expression*> expressions_of(const ObjectId& id, Object& object) {
  ExpressionCollector collector;
  visit_references(id, object, collector);
  return collector.found;
}

void take_open_names(Catalog& built, const Catalog& text) {
  for (const auto [id, written] : text.all<Attribute>()) {
    auto* attribute = built.get<Attribute>(id);
    if (attribute != nullptr) attribute->not_null_name = written.not_null_name;
  }
}

void take_roles(Catalog& built, const Catalog& text, const std::string& builder) {
  for (const auto [id, written] : text.all<Policy>()) {
    auto* policy = built.get<Policy>(id);
    if (policy != nullptr) policy->roles = written.roles;
  }
  for (const auto [id, written] : text.all<Privilege>()) {
    if (built.contains(id)) continue;
    const ObjectId builders = privilege_on(*parent_of(id), builder);
    const Object* held = built.find(builders);
    if (held == nullptr || text.contains(builders)) continue;
    Object moved = *held;
    built.erase(builders);
    built.put(id, std::move(moved));
  }
}

void take_labels(Catalog& built, const Catalog& text) {
  for (const auto& [id, object] : text.objects()) {
    if (id.kind != ObjectKind::security_label || built.contains(id)) continue;
    if (built.contains(*parent_of(id))) built.put(id, object);
  }
}

void take_written_text(Catalog& built, const Catalog& text, const std::string& builder) {
  built.provenance = text.provenance;
  built.dropped = text.dropped;
  take_open_names(built, text);
  take_roles(built, text, builder);
  std::vector<ObjectId> ids;
  for (const auto& [id, object] : built.objects()) ids.push_back(id);
  for (const ObjectId& id : ids) {
    const Object* written = text.find(id);
    if (written == nullptr || written->index() != built.find(id)->index()) continue;
    Object copy = *written;
    const auto ours = expressions_of(id, *built.find(id));
    const auto theirs = expressions_of(id, copy);
    if (ours.size() != theirs.size()) continue;
    for (std::size_t i = 0; i < ours.size(); ++i) {
      const bool same = compare_value(*ours[i], *theirs[i]) == Verdict::equal;
      if (!same || !written_plainly(*theirs[i])) continue;
      ours[i]->text = theirs[i]->text;
      ours[i]->search_path = theirs[i]->search_path;
    }
  }
}

}  // namespace pgplumb::workflow
