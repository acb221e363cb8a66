// Indexes as CREATE INDEX and key constraints write them, and the names the server chooses.
#pragma once

#include <string>
#include <vector>

#include "parse/replay.hpp"

struct IndexElem;  // PostgreSQL's; sql/tree.hpp
struct IndexStmt;  // PostgreSQL's
struct Node;       // PostgreSQL's

namespace pgplumb::parse {

// An expression as an element of a key: "(a)" and "(a COLLATE c)" are the plain column to the
// server; an outermost COLLATE of any expression is the element's collation.
struct KeyExpression {
  Identifier attribute;
  Expression expression;
  QualifiedName collation;
};
[[nodiscard]] KeyExpression key_expression(const ::Node* node, const Replay& replay);

[[nodiscard]] IndexElement index_element(const ::IndexElem& element,
                                         const Identifier& access_method, const Replay& replay);

struct IndexDraft {
  Index index;
  std::vector<std::string> labels;  // what each column contributes to a chosen name
};
[[nodiscard]] IndexDraft index_draft(const ::IndexStmt& statement, const QualifiedName& relation,
                                     const Replay& replay);

// What the index behind the key consists of, apart from INCLUDE.
[[nodiscard]] std::vector<IndexElement> elements_of(const Constraint& key);

// Labels of columns as ChooseIndexColumnNames makes them: a repeated one gets a number.
[[nodiscard]] std::vector<std::string> unique_labels(const std::vector<std::string>& labels);
// Labels of what is in the model already: what the columns of the index, or of the index behind
// the key, are called.
[[nodiscard]] std::vector<std::string> labels_of(const Index& index);
[[nodiscard]] std::vector<std::string> labels_of(const Constraint& key);
// Another spelling, or the name of what it uses, does not reach the labels: `after` keeps those of
// `before`. Nothing for what is neither an index nor a key.
void keep_labels(const Object& before, Object& after);
void keep_labels(const Index& before, Index& after);
void keep_labels(const Constraint& before, Constraint& after);

// "relation_a_b_idx" and the like. `label`: idx, key, excl, or pkey (which takes no columns).
[[nodiscard]] Identifier choose_index_name(const ObjectId& relation,
                                           const std::vector<std::string>& labels,
                                           const std::string& label, const Replay& replay);

// The element for another table of the same columns.
[[nodiscard]] std::vector<IndexElement> restated(const std::vector<IndexElement>& elements);

}  // namespace pgplumb::parse
