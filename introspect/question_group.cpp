#include "introspect/question_group.hpp"

#include <map>
#include <tuple>

namespace pgplumb::introspect {
namespace {

constexpr std::size_t kGroupLimit = 50;

using GroupKey = std::tuple<QuestionPlace, QualifiedName, SearchPath, std::size_t>;

// The last part keeps routine bodies apart: two routines may have the same name and arguments in
// different namespaces.
GroupKey key_of(const Question& question, std::size_t at) {
  const bool routine = question.context.role == ExpressionRole::routine_body;
  const QuestionPlace place = place_of(question.context.role);
  const auto& path = question.expression.search_path;
  return {place, place == QuestionPlace::alone ? QualifiedName() : question.context.relation,
          path ? *path : SearchPath(), routine ? at + 1 : 0};
}

}  // namespace

QuestionPlace place_of(ExpressionRole role) {
  switch (role) {
    case ExpressionRole::default_value:
    case ExpressionRole::generated:
    case ExpressionRole::check:
    case ExpressionRole::index_element:
    case ExpressionRole::index_predicate:
    case ExpressionRole::partition_key:
    case ExpressionRole::policy:
    case ExpressionRole::trigger_when:
    case ExpressionRole::exclusion_element:
    case ExpressionRole::statistics_element:
    case ExpressionRole::rule_condition:
    case ExpressionRole::rule_action: return QuestionPlace::table;
    case ExpressionRole::partition_bound: return QuestionPlace::partitioned;
    case ExpressionRole::view_query:
    case ExpressionRole::domain_default:
    case ExpressionRole::domain_check:
    case ExpressionRole::argument_default:
    case ExpressionRole::routine_body: return QuestionPlace::alone;
  }
  return QuestionPlace::alone;
}

std::vector<QuestionGroup> grouped(const std::vector<Question>& questions) {
  std::map<GroupKey, std::vector<std::size_t>> by_key;
  for (std::size_t at = 0; at < questions.size(); ++at) {
    by_key[key_of(questions[at], at)].push_back(at);
  }
  std::vector<QuestionGroup> groups;
  for (const auto& [key, members] : by_key) {
    for (std::size_t at = 0; at < members.size(); ++at) {
      if (at % kGroupLimit == 0) {
        groups.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), {}});
      }
      groups.back().questions.push_back(members[at]);
    }
  }
  return groups;
}

std::vector<QuestionGroup> halves_of(const QuestionGroup& group) {
  const auto middle =
      group.questions.begin() + static_cast<std::ptrdiff_t>(group.questions.size() / 2);
  std::vector<QuestionGroup> halves(2, group);
  halves[0].questions.assign(group.questions.begin(), middle);
  halves[1].questions.assign(middle, group.questions.end());
  return halves;
}

}  // namespace pgplumb::introspect
