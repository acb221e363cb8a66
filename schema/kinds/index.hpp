// An index that no constraint owns: pg_index.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct IndexElement {
  Identifier attribute;  // empty: `expression`
  Expression expression;
  QualifiedName collation;                          // empty = the column's own
  QualifiedName operator_class;                     // empty = the type's default
  std::vector<std::string> operator_class_options;  // "name=value"
  bool descending = false;
  bool nulls_first = false;  // default: the same as `descending`
  QualifiedName
      exclusion_operator;  // exclusion constraints only: operator, namespace may be pg_catalog

  static constexpr std::tuple fields{
      field<&IndexElement::attribute>("column"),
      field<&IndexElement::expression>("expression"),
      field<&IndexElement::collation>("collation"),
      field<&IndexElement::operator_class>("operator_class"),
      field<&IndexElement::operator_class_options>("operator_class_options"),
      field<&IndexElement::descending>("descending"),
      field<&IndexElement::nulls_first>("nulls_first"),
      field<&IndexElement::exclusion_operator>("operator")};
};

// The parts that an index and an index-backed constraint share.
template <typename Elements, typename Visitor>
void visit_index_elements(const QualifiedName& relation, const Identifier& access_method,
                          Elements& elements, Visitor& visit) {
  for (auto& element : elements) {
    if (!element.attribute.empty()) visit.attribute(relation, element.attribute);
    if (!element.expression.empty()) {
      visit.expression(element.expression, {ExpressionRole::index_element, relation, {}});
    }
    if (!element.collation.empty()) visit.collation(element.collation);
    if (!element.operator_class.empty()) {
      visit.operator_class(element.operator_class, access_method);
    }
    // Of which types it is, only the server knows.
    if (!element.exclusion_operator.empty()) {
      visit.operator_(element.exclusion_operator, TypeRef{}, TypeRef{});
    }
  }
}

struct Index {
  QualifiedName relation;    // table or materialized view
  Identifier access_method;  // "btree" …
  bool unique = false;
  bool nulls_not_distinct = false;
  std::vector<IndexElement> elements;  // key columns in order
  std::vector<Identifier> include;
  Expression predicate;
  std::vector<std::string> options;  // "name=value", sorted
  Identifier tablespace;
  QualifiedName partition_of;  // index of the partitioned table it is attached to
  bool valid = true;           // false: left behind by a failed concurrent build
  bool clustered = false;      // ALTER TABLE … CLUSTER ON
  // "2=500": the targets of expressions, by their place among the columns.
  std::vector<std::string> statistics_targets;
  // What pg_attribute calls the columns, where that is not what labels of the elements are made
  // from by now: names are kept from when the index was made, and those of its copies follow them.
  // Not compared.
  std::vector<Identifier> kept_labels;

  static constexpr std::tuple fields{field<&Index::relation>("table"),
                                     field<&Index::access_method>("access_method"),
                                     field<&Index::unique>("unique"),
                                     field<&Index::nulls_not_distinct>("nulls_not_distinct"),
                                     field<&Index::elements>("elements"),
                                     field<&Index::include>("include"),
                                     field<&Index::predicate>("predicate"),
                                     field<&Index::options>("options"),
                                     field<&Index::tablespace>("tablespace"),
                                     field<&Index::partition_of>("partition_of"),
                                     field<&Index::valid>("valid"),
                                     field<&Index::clustered>("clustered"),
                                     field<&Index::statistics_targets>("statistics_targets")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Index>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  visit_index_elements(self.relation, self.access_method, self.elements, visit);
  for (auto& column : self.include) visit.attribute(self.relation, column);
  if (!self.predicate.empty()) {
    visit.expression(self.predicate, {ExpressionRole::index_predicate, self.relation, {}});
  }
  if (!self.partition_of.empty()) visit.index(self.partition_of);
  visit.access_method(self.access_method);
  visit.relation(self.relation);
}

}  // namespace pgplumb
