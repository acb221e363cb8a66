#include "parse/index_definition.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "base/characters.hpp"
#include "parse/options.hpp"
#include "parse/relation_tree.hpp"
#include "parse/written_names.hpp"
#include "sql/fragment.hpp"
#include "sql/output_name.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::string expression_label(const ::Node* expression) {
  const auto name = sql::implied_name(expression);
  return name ? name->name : "expr";
}

std::string label_of(const ::IndexElem& element) {
  return element.name != nullptr ? sql::text_of(element.name) : expression_label(element.expr);
}

std::string label_of(const IndexElement& element) {
  if (!element.attribute.empty()) return element.attribute.text();
  const sql::Fragment fragment(element.expression.text, sql::FragmentKind::expression);
  return expression_label(fragment.node());
}

std::vector<std::string> labels(const std::vector<Identifier>& kept,
                                const std::vector<IndexElement>& elements,
                                const std::vector<Identifier>& include) {
  std::vector<std::string> labels;
  for (const Identifier& label : kept) labels.push_back(label.text());
  if (!kept.empty()) return labels;
  for (const IndexElement& element : elements) labels.push_back(label_of(element));
  for (const Identifier& column : include) labels.push_back(column.text());
  return unique_labels(labels);
}

template <typename Indexed>
void keep(const Indexed& before, Indexed& after) {
  if (!before.kept_labels.empty()) return;
  const auto labels = labels_of(before);
  if (labels == labels_of(after)) return;
  for (const std::string& label : labels) after.kept_labels.emplace_back(label);
}

}  // namespace

std::vector<IndexElement> elements_of(const Constraint& key) {
  std::vector<IndexElement> elements = key.elements;
  if (!elements.empty()) return elements;
  for (const Identifier& column : key.columns) elements.emplace_back().attribute = column;
  return elements;
}

KeyExpression key_expression(const ::Node* node, const Replay& replay) {
  KeyExpression result;
  while (const auto* clause = PGPLUMB_NODE_AS(node, CollateClause)) {
    if (result.collation.empty()) result.collation = collation_name(clause->collname, replay);
    node = clause->arg;
  }
  const auto* column = PGPLUMB_NODE_AS(node, ColumnRef);
  if (column == nullptr) {
    result.expression = replay.expression(node);
  } else {
    result.attribute = Identifier(sql::strings_of(column->fields).back());
  }
  return result;
}

IndexElement index_element(const ::IndexElem& element, const Identifier& access_method,
                           const Replay& replay) {
  IndexElement result;
  result.attribute = Identifier(sql::text_of(element.name));
  result.collation = collation_name(element.collation, replay);
  if (element.expr != nullptr) {
    KeyExpression inner = key_expression(element.expr, replay);
    result.attribute = inner.attribute;
    result.expression = std::move(inner.expression);
    if (result.collation.empty()) result.collation = inner.collation;
  }
  result.operator_class = operator_class_name(element.opclass, access_method, replay);
  result.operator_class_options = options_of(element.opclassopts);
  result.descending = element.ordering == SORTBY_DESC;
  result.nulls_first = result.descending;
  if (element.nulls_ordering == SORTBY_NULLS_FIRST) result.nulls_first = true;
  if (element.nulls_ordering == SORTBY_NULLS_LAST) result.nulls_first = false;
  return result;
}

IndexDraft index_draft(const ::IndexStmt& statement, const QualifiedName& relation,
                       const Replay& replay) {
  IndexDraft draft;
  Index& index = draft.index;
  index.relation = relation;
  index.access_method = Identifier(sql::text_of(statement.accessMethod));
  if (index.access_method.empty()) index.access_method = Identifier("btree");
  index.unique = statement.unique;
  index.nulls_not_distinct = statement.nulls_not_distinct;
  for (const ::IndexElem* element : sql::items<::IndexElem>(statement.indexParams)) {
    index.elements.push_back(index_element(*element, index.access_method, replay));
    draft.labels.push_back(label_of(*element));
  }
  for (const ::IndexElem* element : sql::items<::IndexElem>(statement.indexIncludingParams)) {
    index.include.emplace_back(sql::text_of(element->name));
    draft.labels.push_back(label_of(*element));
  }
  draft.labels = unique_labels(draft.labels);
  if (statement.whereClause != nullptr) index.predicate = replay.expression(statement.whereClause);
  index.options = options_of(statement.options);
  index.tablespace = replay.tablespace(statement.tableSpace);
  return draft;
}

std::vector<std::string> unique_labels(const std::vector<std::string>& labels) {
  std::vector<std::string> result;
  for (const std::string& label : labels) {
    std::string candidate = label;
    for (int pass = 1; std::find(result.begin(), result.end(), candidate) != result.end(); ++pass) {
      const std::string number = std::to_string(pass);
      candidate = clipped(label, kMaxNameBytes - number.size()) + number;
    }
    result.push_back(std::move(candidate));
  }
  return result;
}

std::vector<std::string> labels_of(const Index& index) {
  return labels(index.kept_labels, index.elements, index.include);
}

std::vector<std::string> labels_of(const Constraint& key) {
  return labels(key.kept_labels, elements_of(key), key.include);
}

void keep_labels(const Index& before, Index& after) { keep(before, after); }

void keep_labels(const Constraint& before, Constraint& after) {
  if (has_index(before)) keep(before, after);
}

void keep_labels(const Object& before, Object& after) {
  if (auto* index = std::get_if<Index>(&after)) keep_labels(std::get<Index>(before), *index);
  if (auto* key = std::get_if<Constraint>(&after)) keep_labels(std::get<Constraint>(before), *key);
}

Identifier choose_index_name(const ObjectId& relation, const std::vector<std::string>& labels,
                             const std::string& label, const Replay& replay) {
  const bool primary = label == "pkey";
  return Identifier(replay.choose_relation_name(relation.name,
                                                primary ? "" : joined_for_name(labels), label,
                                                relation.space, label != "idx"));
}

std::vector<IndexElement> restated(const std::vector<IndexElement>& elements) {
  std::vector<IndexElement> result = elements;
  for (IndexElement& element : result) element.expression = restated(element.expression);
  return result;
}

}  // namespace pgplumb::parse
