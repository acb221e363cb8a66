#include "introspect/ask.hpp"

#include <memory>
#include <set>
#include <utility>

#include "introspect/question_group.hpp"
#include "introspect/question_sql.hpp"
#include "introspect/snapshot_session.hpp"
#include "introspect/temporary_table.hpp"
#include "pg/array_text.hpp"
#include "pg/transaction.hpp"

namespace pgplumb::introspect {
namespace {

// A script for more would be hard on the server's memory and on whoever reads its log.
constexpr std::size_t kGroupsPerBatch = 40;
// Waiting for locks more often than that is not worth the answers.
constexpr int kTimeouts = 3;

using Groups = std::vector<QuestionGroup>;

// A transaction of its own, or a savepoint in the one that is open: rolled back either way.
class RolledBack {
 public:
  explicit RolledBack(pg::Session& session) {
    if (session.transaction_status() == pg::TransactionStatus::in_transaction) {
      savepoint_ = std::make_unique<pg::Savepoint>(session, "pgplumb_ask");
    } else {
      transaction_ = std::make_unique<pg::Transaction>(session);
    }
  }

 private:
  std::unique_ptr<pg::Transaction> transaction_;
  std::unique_ptr<pg::Savepoint> savepoint_;
};

// Why nothing can be asked; "" when all is well.
std::string obstacle(pg::Session& session) {
  const pg::Rows rows = session.query(
      "select pg_is_in_recovery(), current_setting('transaction_read_only')::boolean, "
      "has_database_privilege(current_database(), 'TEMP')");
  const pg::Row row = rows.front();
  if (row.boolean(0)) return "the server is a standby";
  if (row.boolean(1)) return "the transaction is read only";
  if (row.boolean(2)) return {};
  return "role \"" + session.user() + "\" may not make temporary objects in database \"" +
         session.database() + "\" (GRANT TEMPORARY ON DATABASE … would allow it)";
}

class Asker {
 public:
  Asker(pg::Session& session, const Catalog& model, const std::vector<Question>& questions)
      : session_(session),
        questions_(questions),
        missing_(missing_types(model)),
        sql_(model, questions, missing_),
        answers_(questions.size()) {}

  std::vector<Answer> run() {
    Groups batch;
    for (QuestionGroup& group : grouped(questions_)) {
      leave_out_unaskable(group);
      if (!group.questions.empty()) batch.push_back(std::move(group));
      if (batch.size() == kGroupsPerBatch) ask(std::exchange(batch, {}));
    }
    ask(batch);
    return std::move(answers_);
  }

 private:
  std::set<std::string> missing_types(const Catalog& model) {
    std::set<std::string> keys;
    for (const Question& question : questions_) {
      if (place_of(question.context.role) == QuestionPlace::alone) continue;
      keys.merge(type_keys(model, question.context.relation));
    }
    if (keys.empty()) return {};
    const std::string list = pg::format_array({keys.begin(), keys.end()});
    std::set<std::string> missing;
    for (const pg::Row row :
         session_.query("select t from unnest($1::text[]) t where to_regtype(t) is null", {list})) {
      missing.insert(row.string(0));
    }
    return missing;
  }

  void leave_out_unaskable(QuestionGroup& group) {
    std::erase_if(group.questions, [&](std::size_t at) {
      if (sql_.can_ask(at)) return false;
      answers_[at].reason = "the text does not say what its names are";
      return true;
    });
  }

  // Answers all questions of `groups`: in one round trip, or, after a refusal, half by half.
  void ask(const Groups& groups) {
    if (groups.empty()) return;
    if (timeouts_ == 0) return give_up(groups, "locks could not be had in time");
    try {
      take_answers(groups);
    } catch (const pg::ServerError& error) {
      if (is_timeout(error)) --timeouts_;
      divide(groups, error);
    }
  }

  void take_answers(const Groups& groups) {
    std::string script;
    for (const QuestionGroup& group : groups) script += sql_.script(group);
    const pg::Savepoint savepoint(session_, "pgplumb_batch");
    for (const pg::Rows& rows : session_.query_all(script)) {
      if (rows.columns() != 2 || rows.column_name(0) != kQuestionColumn) continue;
      for (const pg::Row row : rows) take_answer(row);
    }
  }

  void take_answer(const pg::Row& row) {
    const auto at = static_cast<std::size_t>(row.integer(0));
    const std::optional<std::string> text = sql_.answer(at, row.text(1));
    if (!text) {
      answers_[at].reason = "the server printed it in an unexpected form";
      return;
    }
    answers_[at] = {AnswerState::answered, *text, {}};
  }

  void divide(const Groups& groups, const pg::ServerError& error) {
    if (groups.size() > 1) {
      const auto middle = groups.begin() + static_cast<std::ptrdiff_t>(groups.size() / 2);
      ask({groups.begin(), middle});
      ask({middle, groups.end()});
      return;
    }
    if (groups.front().questions.size() == 1) return refuse(groups.front(), error);
    for (const QuestionGroup& half : halves_of(groups.front())) ask({half});
  }

  void refuse(const QuestionGroup& group, const pg::ServerError& error) {
    Answer& answer = answers_[group.questions.front()];
    const bool proves = says_impossible(error, questions_[group.questions.front()]) &&
                        sql_.scope_is_complete(group) && scope_can_be_made(group);
    answer.state = proves ? AnswerState::impossible : AnswerState::unanswered;
    answer.reason = (proves ? "cannot be: " : "not asked: ") + error.message();
  }

  // Errors of syntax, names and types, and bad literals. What the stand-in itself may have caused
  // (its namespace, the table's own name) proves nothing.
  static bool says_impossible(const pg::ServerError& error, const Question& question) {
    if (error.sqlstate() == pg::sqlstate::kInsufficientPrivilege) return false;
    if (!error.in_class("42") && !error.in_class("22") && !error.in_class("0A")) return false;
    if (error.message().find("pg_temp") != std::string::npos) return false;
    // The columns of the rule's table may have changed since it was made.
    const bool of_rule = question.context.role == ExpressionRole::rule_action ||
                         question.context.role == ExpressionRole::rule_condition;
    if (of_rule && error.sqlstate() == "42P17") return false;
    const std::string& space = question.context.relation.space.text();
    return error.sqlstate() != pg::sqlstate::kUndefinedTable || space.empty() ||
           question.expression.text.find(space + ".") == std::string::npos;
  }

  bool scope_can_be_made(QuestionGroup group) {
    group.questions.clear();
    try {
      const pg::Savepoint savepoint(session_, "pgplumb_scope");
      session_.query_all(sql_.script(group));
      return true;
    } catch (const pg::ServerError&) {
      return false;
    }
  }

  static bool is_timeout(const pg::ServerError& error) {
    return error.sqlstate() == pg::sqlstate::kLockNotAvailable ||
           error.sqlstate() == pg::sqlstate::kQueryCanceled;
  }

  void give_up(const Groups& groups, const std::string& reason) {
    for (const QuestionGroup& group : groups) {
      for (const std::size_t at : group.questions) answers_[at].reason = reason;
    }
  }

  pg::Session& session_;
  const std::vector<Question>& questions_;
  std::set<std::string> missing_;
  QuestionSql sql_;
  std::vector<Answer> answers_;
  int timeouts_ = kTimeouts;
};

}  // namespace

std::vector<Answer> ask_server(pg::Session& session, const Catalog& model,
                               const std::vector<Question>& questions, const AskOptions& options,
                               Diagnostics& diagnostics) {
  if (questions.empty()) return {};
  const RolledBack rolled_back(session);
  const std::string why_not = obstacle(session);
  if (!why_not.empty()) {
    diagnostics.add(DiagnosticCode::not_readable,
                    "the server can't be asked how it spells expressions: " + why_not + "; " +
                        std::to_string(questions.size()) + " of them stay undecided");
    return std::vector<Answer>(questions.size(), {AnswerState::unanswered, {}, why_not});
  }
  session.execute(pinned_settings(options.lock_timeout, options.statement_timeout) +
                  ";set local check_function_bodies = off;set local client_min_messages = error");
  return Asker(session, model, questions).run();
}

}  // namespace pgplumb::introspect
