// How doubts go on: from what a statement reads to what it makes.
#include <algorithm>
#include <utility>

#include "parse/replay.hpp"

namespace pgplumb::parse {
namespace {

// Whether an expression of an object means something else where something in doubt is otherwise.
class DoubtFinder : public ReferenceVisitor {
 public:
  DoubtFinder(const Doubts& doubts, const Catalog& catalog) : doubts_(doubts), catalog_(catalog) {}

  void expression(const Expression& expression, const ExpressionContext& context) {
    if (expression.empty()) return;
    const auto& used = expression.references;
    found_ = found_ || std::any_of(used.begin(), used.end(), [this](const ObjectId& id) {
               return doubts_.about_columns_of(id) || is_row_in_doubt(id);
             });
    if (context.relation.empty()) return;
    found_ = found_ || doubts_.about_columns_of(object_id(ObjectKind::relation, context.relation));
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  // A function in FROM gives columns that are those of the type of its result.
  [[nodiscard]] bool is_row_in_doubt(const ObjectId& id) const {
    const auto* routine = catalog_.get<Routine>(id);
    const auto row = routine != nullptr ? catalog_.find_class(routine->result.name) : std::nullopt;
    return row && doubts_.about_columns_of(*row);
  }

  const Doubts& doubts_;
  const Catalog& catalog_;
  bool found_ = false;
};

}  // namespace

void Replay::follow_doubts(const ObjectId& id) {
  if (catalog_.doubts.none()) return;
  DoubtFinder finder(catalog_.doubts, catalog_);
  visit_references(id, std::as_const(*catalog_.find(id)), finder);
  if (finder.found()) catalog_.doubts.objects.insert(id);
}

// Whether a relation may have other constraints, triggers, indexes or the like. Of an index that
// may have been made nobody knows the table.
bool Replay::may_have_other_parts(const ObjectId& relation) const {
  const auto is_one = [&](const ObjectId& id) {
    if (id.kind == ObjectKind::index || id.kind == ObjectKind::statistics_object) {
      const auto* index = catalog_.get<Index>(id);
      return index == nullptr || index->relation == relation.qualified_name();
    }
    return !is_about(id.kind) && id.kind != ObjectKind::attribute && id.subject.has_value() &&
           id.qualified_name() == relation.qualified_name();
  };
  const auto& open = catalog_.doubts.objects;
  return std::any_of(open.begin(), open.end(), is_one);
}

void Replay::take_columns(const ObjectId& model, const ObjectId& relation) {
  Doubts& doubts = catalog_.doubts;
  if (may_have_other_parts(model)) {
    // Copies get names of their own, which the text does not tell.
    assume();
    doubts.may_hold_more = true;
  }
  if (!doubts.about_columns_of(model)) return;
  assume();
  for (const ObjectId& column : doubts.columns_of(model)) {
    doubts.objects.insert(part_of(relation, ObjectKind::attribute, Identifier(column.member)));
  }
}

}  // namespace pgplumb::parse
