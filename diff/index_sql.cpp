#include "diff/index_sql.hpp"

namespace pgplumb::diff {
namespace {

void write_element(SqlWriter& sql, const IndexElement& element) {
  if (element.attribute.empty()) {
    sql.parenthesized(element.expression);
  } else {
    sql.name(element.attribute);
  }
  if (!element.collation.empty()) sql.keyword("COLLATE").name(element.collation);
  if (!element.operator_class.empty()) sql.name(element.operator_class);
  if (!element.operator_class_options.empty()) sql.options(element.operator_class_options);
  sql.keyword_if(element.descending, "DESC");
  if (element.nulls_first != element.descending) {
    sql.keyword(element.nulls_first ? Words("NULLS FIRST") : Words("NULLS LAST"));
  }
  if (!element.exclusion_operator.empty())
    sql.keyword("WITH").operator_(element.exclusion_operator);
}

}  // namespace

void write_index_elements(SqlWriter& sql, const std::vector<IndexElement>& elements) {
  sql.open().list(elements, [&](const IndexElement& element) { write_element(sql, element); });
  sql.close();
}

std::vector<std::string> index_column_names(const Index& index) {
  std::vector<std::string> names;
  names.reserve(index.elements.size() + index.include.size());
  for (const IndexElement& element : index.elements) {
    names.push_back(element.attribute.empty() ? "expr" : element.attribute.text());
  }
  for (const Identifier& column : index.include) names.push_back(column.text());
  return names;
}

}  // namespace pgplumb::diff
