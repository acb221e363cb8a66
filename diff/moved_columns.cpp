#include "diff/moved_columns.hpp"

#include <algorithm>
#include <vector>

#include "diff/words.hpp"
#include "schema/references.hpp"

namespace pgplumb::diff {
namespace {

// A star and NATURAL name all columns.
bool names_bare(const std::string& text, const std::string& column) {
  return std::ranges::any_of(words_in(text), [&](const Word& word) {
    const bool all = word.text == "*" || word.text == "natural";
    return all || (word.text == column && !word.qualified);
  });
}

// Looks into all expressions of an object.
class BareNames : public ReferenceVisitor {
 public:
  explicit BareNames(const std::string& column) : column_(column) {}
  void expression(const Expression& expression, const ExpressionContext&) {
    found_ = found_ || names_bare(expression.text, column_);
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  const std::string& column_;
  bool found_ = false;
};

}  // namespace

bool means_another_column(const ObjectId& user, const ObjectId& gone, const Scope& scope) {
  const Object* object = scope.desired.find(user);
  if (gone.kind != ObjectKind::attribute || object == nullptr) return false;
  const std::vector<ObjectId> needed = needed_by(scope.desired, user);
  const bool sees_table = std::ranges::count(needed, *parent_of(gone)) > 0;
  const bool sees_other = std::ranges::any_of(needed, [&](const ObjectId& id) {
    return id.kind == gone.kind && id.member == gone.member && id != gone;
  });
  if (!sees_table || !sees_other) return false;
  BareNames names(gone.member);
  visit_references(user, *object, names);
  return names.found();
}

}  // namespace pgplumb::diff
