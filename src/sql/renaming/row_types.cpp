#include "sql/renaming/row_types.hpp"

#include <memory>
#include <utility>

#include "sql/canonical/canonicaliser.hpp"

namespace pgplumb::sql::renaming {

void RowTypes::analyse() const {
  Expression expression;
  expression.text = text_;
  expression.search_path = std::make_shared<const SearchPath>(path_);
  known_.emplace();
  for (canon::RowField& field : canon::row_fields_of(expression, context_, catalog_)) {
    known_->push_back({field.place, std::move(field.type)});
  }
}

Answer RowTypes::holds(const RowPlace& place, const ObjectId& attribute) const {
  if (!known_) analyse();
  for (const Known& known : *known_) {
    if (known.place != place) continue;
    const bool same = known.type && known.type->kind == attribute.subject &&
                      known.type->qualified_name() == attribute.qualified_name();
    return same ? Answer::yes : Answer::no;
  }
  return Answer::unsure;
}

}  // namespace pgplumb::sql::renaming
