#include "parse/block_reach.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "parse/block_effects.hpp"
#include "parse/database_name.hpp"
#include "parse/routine_effects.hpp"

namespace pgplumb::parse {
namespace {

using Kind = PlStatement::Kind;

class ReachFinder {
 public:
  ReachFinder(std::string_view text, Variables variables, Replay& replay)
      : replay_(replay),
        effects_(text, replay),
        variables_(std::move(variables)),
        before_(replay.savepoint()),
        role_before_(replay.role()) {}

  std::optional<Replay::Reach> run(const PlStatement& block) {
    const PlBody whole = {block};
    effects_.collect_assigned(whole, assigned_);
    for (const std::string& name : assigned_) variables_[name] = {};
    Replay::Reach touched;
    Replay::Reach* const outer = replay_.list_touched(&touched);
    if (outer != nullptr) {
      // Inside of another search: a function that calls itself would double the work each time.
      replay_.list_touched(outer);
      return std::nullopt;
    }
    const bool told = try_all(whole) && same_session();
    replay_.list_touched(outer);
    replay_.roll_back_to(std::move(before_));
    return told ? std::optional(std::move(touched)) : std::nullopt;
  }

 private:
  bool try_all(const PlBody& body) {
    return std::all_of(body.begin(), body.end(),
                       [&](const PlStatement& statement) { return try_one(statement); });
  }

  bool try_one(const PlStatement& statement) {
    // Of single statements only: to ask it of blocks would look through all inside at each level.
    if (statement.kind == Kind::sql || statement.kind == Kind::perform) {
      return !effects_.is_structural(statement) || try_sql(statement.sql);
    }
    if (statement.kind == Kind::execute) {
      return !effects_.is_structural(statement) || try_execute(statement);
    }
    declare(statement);
    bool told = try_all(statement.body) && try_all(statement.otherwise);
    for (const PlBranch& branch : statement.branches) told = told && try_all(branch.body);
    for (const PlHandler& handler : statement.handlers) told = told && try_all(handler.body);
    return told;
  }

  // A variable that gets a value later may have any.
  void declare(const PlStatement& block) {
    for (const PlDeclaration& declaration : block.declarations) {
      if (assigned_.contains(declaration.name)) continue;
      variables_[declaration.name] =
          declaration.value.empty()
              ? KnownValue::null()
              : evaluate_expression(effects_.piece(declaration.value), variables_, replay_);
    }
  }

  bool try_execute(const PlStatement& statement) {
    const KnownValue text =
        evaluate_expression(effects_.piece(statement.text), variables_, replay_);
    return text.kind == KnownValue::Kind::text && marks_databases_only(text.text) &&
           try_sql(text.text);
  }

  // On what the statements before it made; where that fails, on what was there before the block.
  bool try_sql(const std::string& sql) {
    if (is_about_roles(sql)) return true;
    Replay::Savepoint reached = replay_.savepoint();
    auto outcome = run_nested(sql);
    if (outcome.failure) {
      replay_.roll_back_to(before_);
      outcome = run_nested(sql);
      replay_.roll_back_to(std::move(reached));
    }
    return !outcome.opaque && !outcome.failure;
  }

  Replay::Nested run_nested(const std::string& sql) {
    return replay_.run_nested(std::make_shared<const SourceText>("", sql));
  }

  [[nodiscard]] bool same_session() const {
    return replay_.search_path() == *before_.session.search_path &&
           replay_.role() == role_before_ &&
           replay_.catalog().database_search_path == before_.catalog.database_search_path;
  }

  Replay& replay_;
  BlockEffects effects_;
  Variables variables_;
  std::set<std::string> assigned_;
  Replay::Savepoint before_;
  std::optional<std::string> role_before_;
};

}  // namespace

std::optional<Replay::Reach> reach_of(const PlStatement& block, std::string_view text,
                                      const Variables& variables, Replay& replay) {
  return ReachFinder(text, variables, replay).run(block);
}

}  // namespace pgplumb::parse
