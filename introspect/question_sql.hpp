// The statements that put questions to a server, and what is read out of its answers.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "introspect/question_group.hpp"

namespace pgplumb::introspect {

// The name of the first column of the rows that answer; the other is the printed text.
inline constexpr std::string_view kQuestionColumn = "pgplumb_question";

// One self-contained script per group: makes the temporary objects under the group's search path,
// selects (question, text) under an empty one, and rolls back to where it began. Empty when the
// model does not hold what the question is about.
class QuestionSql {
 public:
  // All must outlive it. `missing`: see temporary_table.
  QuestionSql(const Catalog& model, const std::vector<Question>& questions,
              const std::set<std::string>& missing)
      : model_(model), questions_(questions), missing_(missing) {}

  [[nodiscard]] std::string script(const QuestionGroup& group) const;
  // False when the model does not hold enough for the question to be asked.
  [[nodiscard]] bool can_ask(std::size_t question) const;
  // Whether a refusal of a question in this group says something about the question.
  [[nodiscard]] bool scope_is_complete(const QuestionGroup& group) const;
  // What the server printed, as it would have for the permanent object; nothing when the text does
  // not have the expected form.
  [[nodiscard]] std::optional<std::string> answer(std::size_t question,
                                                  std::string_view printed) const;

 private:
  struct Piece {
    std::string element;    // of the CREATE TABLE
    std::string statement;  // after it
    std::string read;       // scalar sub-select
  };
  [[nodiscard]] Piece table_piece(std::size_t question, const std::string& table) const;
  [[nodiscard]] Piece lone_piece(std::size_t question) const;
  [[nodiscard]] Piece view_piece(std::size_t question) const;
  [[nodiscard]] std::vector<Identifier> view_columns(const ObjectId& id) const;
  [[nodiscard]] std::string create_table(const QuestionGroup& group,
                                         const std::string& elements) const;
  [[nodiscard]] std::string create_routine(const Question& question) const;
  [[nodiscard]] std::string create_rule(const Question& question, const std::string& name,
                                        const std::string& table) const;
  [[nodiscard]] std::optional<std::string> rule_answer(const Question& question,
                                                       std::string_view printed) const;

  const Catalog& model_;
  const std::vector<Question>& questions_;
  const std::set<std::string>& missing_;
};

}  // namespace pgplumb::introspect
