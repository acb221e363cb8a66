// Questions that can be asked together: they share a temporary table (or need none) and a search
// path.
#pragma once

#include <cstddef>
#include <vector>

#include "introspect/ask.hpp"

namespace pgplumb::introspect {

enum class QuestionPlace {
  table,        // the columns of the relation are in scope
  partitioned,  // a partition is made of the relation
  alone,        // brings its own scope
};

struct QuestionGroup {
  QuestionPlace place = QuestionPlace::alone;
  QualifiedName relation;
  SearchPath search_path;
  std::vector<std::size_t> questions;  // indexes
};

[[nodiscard]] QuestionPlace place_of(ExpressionRole role);

// Every question is in one group; the groups stay small, so that one refused question does not
// cost the others much.
[[nodiscard]] std::vector<QuestionGroup> grouped(const std::vector<Question>& questions);

// Two groups that together are `group`, which has at least two questions.
[[nodiscard]] std::vector<QuestionGroup> halves_of(const QuestionGroup& group);

}  // namespace pgplumb::introspect
