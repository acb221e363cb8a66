// How doubts go on: from what a statement reads to what it makes.
#include <algorithm>
#include <utility>

#include "parse/replay.hpp"

namespace pgplumb::parse {
namespace {

// Whether an expression of an object means something else where something in doubt is otherwise.
class DoubtFinder : public ReferenceVisitor {
 public:
  explicit DoubtFinder(const Doubts& doubts) : doubts_(doubts) {}

  void expression(const Expression& expression, const ExpressionContext& context) {
    if (expression.empty()) return;
    const auto& used = expression.references;
    found_ = found_ || std::any_of(used.begin(), used.end(), [this](const ObjectId& id) {
               return doubts_.about_columns_of(id);
             });
    if (context.relation.empty()) return;
    found_ = found_ || doubts_.about_columns_of(object_id(ObjectKind::relation, context.relation));
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  const Doubts& doubts_;
  bool found_ = false;
};

}  // namespace

void Replay::follow_doubts(const ObjectId& id) {
  if (catalog_.doubts.none()) return;
  DoubtFinder finder(catalog_.doubts);
  visit_references(id, std::as_const(*catalog_.find(id)), finder);
  if (finder.found()) catalog_.doubts.objects.insert(id);
}

void Replay::take_columns(const ObjectId& model, const ObjectId& relation) {
  Doubts& doubts = catalog_.doubts;
  if (!doubts.about_columns_of(model)) return;
  assume();
  for (const ObjectId& column : doubts.columns_of(model)) {
    doubts.objects.insert(part_of(relation, ObjectKind::attribute, Identifier(column.member)));
  }
}

}  // namespace pgplumb::parse
