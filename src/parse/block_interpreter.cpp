#include "parse/block_interpreter.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "parse/block_conditions.hpp"
#include "parse/block_effects.hpp"
#include "parse/block_evaluator.hpp"
#include "parse/block_reach.hpp"
#include "parse/database_name.hpp"
#include "parse/plpgsql_parser.hpp"
#include "parse/replay.hpp"
#include "parse/routine_effects.hpp"
#include "parse/same_state.hpp"

namespace pgplumb::parse {
namespace {

using Kind = PlStatement::Kind;

// How a list of statements ended.
enum class Flow { next, left, failed, stuck };

class Interpreter {
 public:
  Interpreter(std::string_view text, const SourceSpan& at, Variables variables, Replay& replay)
      : text_(text),
        at_(at),
        replay_(replay),
        effects_(text, replay),
        variables_(std::move(variables)) {}

  std::optional<Stuck> run(const PlStatement& block) {
    if (!effects_.is_structural(block)) return std::nullopt;
    const Variables arguments = variables_;
    Replay::Savepoint before = replay_.savepoint();
    const Flow flow = run_block(block);
    if (flow == Flow::failed && !failure_) why_ = "it raises an exception";
    if (!why_ && !replay_.assumes()) return std::nullopt;
    // Another way through it than the assumed one touches other objects.
    Replay::Savepoint after = replay_.savepoint();
    replay_.roll_back_to(std::move(before));
    auto reach = reach_of(block, text_, arguments, replay_);
    if (why_) return Stuck{std::move(*why_), std::move(reach)};
    replay_.roll_back_to(std::move(after));
    if (reach) replay_.doubt(*reach);
    return std::nullopt;
  }

 private:
  Flow stuck(std::string why) {
    why_ = std::move(why);
    return Flow::stuck;
  }
  [[nodiscard]] KnownValue evaluate(const PlText& text) const {
    if (text.empty()) return {};
    return evaluate_expression(effects_.piece(text), variables_, replay_);
  }

  Flow run_body(const PlBody& body) {
    for (const PlStatement& statement : body) {
      if (may_have_ended_ && effects_.is_structural(statement)) {
        return stuck("whether the block ended before a change of the schema depends on data");
      }
      const Flow flow = run_statement(statement);
      if (flow != Flow::next) return flow;
    }
    return Flow::next;
  }

  Flow run_statement(const PlStatement& statement) {
    switch (statement.kind) {
      case Kind::block: return run_block(statement);
      case Kind::if_: return run_if(statement);
      case Kind::case_: return run_case(statement);
      case Kind::loop: return run_loop(statement);
      case Kind::assign: return assign(statement);
      case Kind::execute: return execute(statement);
      case Kind::perform: return run_sql(statement.sql, statement.text);
      case Kind::sql: return run_query(statement);
      case Kind::return_: return Flow::left;
      case Kind::leave: may_have_ended_ = true; return Flow::next;
      case Kind::raise: failure_.reset(); return Flow::failed;
      case Kind::nothing: forget(statement.into); return Flow::next;
    }
    return Flow::next;
  }

  // --- blocks and handlers -------------------------------------------------------------------
  Flow run_block(const PlStatement& block) {
    const Variables outer = variables_;
    for (const PlDeclaration& declaration : block.declarations) {
      variables_[declaration.name] =
          declaration.value.empty() ? KnownValue::null() : evaluate(declaration.value);
    }
    const Flow flow = block.handlers.empty() || !effects_.is_structural(block)
                          ? run_body(block.body)
                          : run_guarded(block);
    for (const PlDeclaration& declaration : block.declarations) {
      const auto before = outer.find(declaration.name);
      if (before == outer.end())
        variables_.erase(declaration.name);
      else
        variables_[declaration.name] = before->second;
    }
    return flow;
  }

  Flow run_guarded(const PlStatement& block) {
    const bool broad =
        std::any_of(block.handlers.begin(), block.handlers.end(), catches_data_errors);
    if (broad && effects_.touches_rows(block.body)) {
      return stuck("an exception that data may cause undoes a change of the schema");
    }
    Replay::Savepoint before = replay_.savepoint();
    const bool outer_guard = std::exchange(guarded_, guarded_ || broad);
    const bool outer_hides = replay_.hide_failures(true);
    Flow flow = run_body(block.body);
    replay_.hide_failures(outer_hides);
    guarded_ = outer_guard;
    if (flow != Flow::failed) return flow;
    const PlHandler* handler = handler_for(block.handlers, failure_);
    if (handler == nullptr) return flow;
    replay_.roll_back_to(std::move(before));
    failure_.reset();
    std::set<std::string> assigned;
    effects_.collect_assigned(block.body, assigned);
    forget(assigned);
    return run_body(handler->body);
  }

  // --- conditions ----------------------------------------------------------------------------
  Flow run_if(const PlStatement& statement) {
    for (std::size_t i = 0; i < statement.branches.size(); ++i) {
      const KnownValue holds = as_boolean(evaluate(statement.branches[i].condition));
      if (holds.is_true()) return run_body(statement.branches[i].body);
      if (!holds.known()) return undecided(statement, i);
    }
    return run_body(statement.otherwise);
  }

  Flow run_case(const PlStatement& statement) {
    if (statement.text.empty()) return run_if(statement);
    return undecided(statement, 0);
  }

  // Any of the branches from `first` on may run. Fine where none changes the schema, or all change
  // it in the same way.
  Flow undecided(const PlStatement& statement, std::size_t first) {
    std::vector<const PlBody*> ways;
    for (std::size_t i = first; i < statement.branches.size(); ++i) {
      ways.push_back(&statement.branches[i].body);
    }
    ways.push_back(&statement.otherwise);
    const Flow flow = run_any_of(ways, statement.branches[first].condition);
    std::set<std::string> assigned;
    for (const PlBody* way : ways) {
      effects_.collect_assigned(*way, assigned);
      may_have_ended_ = may_have_ended_ || effects_.may_leave(*way);
    }
    forget(assigned);
    return flow;
  }

  Flow run_any_of(const std::vector<const PlBody*>& ways, const PlText& condition) {
    const bool structural = std::any_of(
        ways.begin(), ways.end(), [&](const PlBody* way) { return effects_.is_structural(*way); });
    if (!structural) return Flow::next;
    const std::string why = "the condition " + std::string(effects_.piece(condition)) +
                            " can't be decided from the text";
    const Replay::Savepoint before = replay_.savepoint();
    const Variables variables = variables_;
    std::optional<Replay::Savepoint> after;
    for (const PlBody* way : ways) {
      const Flow flow = run_body(*way);
      if (flow != Flow::next) return stuck(why);
      const bool same = !after || (same_state(after->catalog, replay_.catalog()) &&
                                   after->session == replay_.session());
      if (!same) return stuck(why);
      if (!after) after = replay_.savepoint();
      replay_.roll_back_to(before);
      variables_ = variables;
    }
    // The same objects either way: what was there keeps where it came from.
    if (!same_state(before.catalog, after->catalog)) replay_.roll_back_to(std::move(*after));
    return Flow::next;
  }

  Flow run_loop(const PlStatement& statement) {
    if (effects_.is_structural(statement.body)) return run_known_loop(statement);
    std::set<std::string> assigned(statement.into.begin(), statement.into.end());
    effects_.collect_assigned(statement.body, assigned);
    forget(assigned);
    may_have_ended_ = may_have_ended_ || effects_.may_leave(statement.body);
    return Flow::next;
  }

  // What the loop variable is in each round; nothing where the text does not tell.
  std::optional<std::vector<OutputRow>> rounds_of(const PlStatement& loop) const {
    const std::string_view text = effects_.piece(loop.text);
    if (loop.over == PlStatement::Over::query) return evaluate_rows(text, variables_, replay_);
    if (loop.over != PlStatement::Over::array) return std::nullopt;
    const auto values = evaluate_array(text, variables_, replay_);
    if (!values) return std::nullopt;
    std::vector<OutputRow> rounds;
    for (const KnownValue& value : *values) rounds.push_back({{"", value}});
    return rounds;
  }

  Flow run_known_loop(const PlStatement& loop) {
    constexpr std::size_t kMaximumRounds = 2000;
    const auto rounds = rounds_of(loop);
    if (!rounds || rounds->size() > kMaximumRounds || effects_.may_leave(loop.body)) {
      return stuck("it changes the schema in a loop over what the text does not tell");
    }
    const std::string& name = loop.into.front();
    for (const OutputRow& round : *rounds) {
      for (const auto& [field, value] : round) {
        std::string variable = name;
        if (!field.empty()) variable.append(".").append(field);
        variables_[variable] = value;
        if (round.size() == 1) variables_[name] = value;
      }
      const Flow flow = run_body(loop.body);
      if (flow != Flow::next) return flow;
    }
    return Flow::next;
  }

  // --- values --------------------------------------------------------------------------------
  template <typename Names>
  void forget(const Names& names) {
    for (const std::string& name : names) variables_[name] = {};
  }

  Flow assign(const PlStatement& statement) {
    variables_[statement.into.front()] = evaluate(statement.text);
    return Flow::next;
  }

  Flow run_query(const PlStatement& statement) {
    if (!statement.into.empty()) set_from_query(statement);
    return run_sql(statement.sql, statement.text);
  }

  void set_from_query(const PlStatement& statement) {
    const auto values = evaluate_query(statement.sql, variables_, replay_);
    const bool known = values.size() == statement.into.size();
    for (std::size_t i = 0; i < statement.into.size(); ++i) {
      variables_[statement.into[i]] = known ? values[i] : KnownValue{};
    }
  }

  // --- SQL -----------------------------------------------------------------------------------
  Flow execute(const PlStatement& statement) {
    forget(statement.into);
    const KnownValue text = evaluate(statement.text);
    if (text.kind == KnownValue::Kind::text) {
      if (!marks_databases_only(text.text)) return stuck("it depends on the database's name");
      return run_sql(text.text, {});
    }
    if (executes_no_ddl(effects_.piece(statement.text))) return Flow::next;
    return stuck("EXECUTE runs a text that is made at run time");
  }

  // `place`: where in the block the text stands byte for byte; empty: nowhere.
  Flow run_sql(const std::string& sql, const PlText& place) {
    if (is_about_roles(sql)) return Flow::next;
    const std::optional<Catalog> before =
        guarded_ ? std::optional<Catalog>(replay_.catalog()) : std::nullopt;
    const auto outcome = replay_.run_nested(placed(sql, place));
    if (outcome.opaque) return stuck(*outcome.opaque);
    if (before && leaves_dependents(*before, replay_.catalog())) {
      return stuck("whether a DROP fails can't be told");
    }
    if (!outcome.failure) return Flow::next;
    failure_ = outcome.failure;
    return Flow::failed;
  }

  // The text in a source of its own that gives it the line and column where it stands.
  [[nodiscard]] std::shared_ptr<const SourceText> placed(const std::string& sql,
                                                         const PlText& place) const {
    const bool verbatim = at_.end > at_.begin && !place.empty();
    const std::size_t offset = verbatim ? at_.begin + place.begin : at_.begin;
    const LineColumn position = at_.known() ? at_.source->at_offset(offset) : LineColumn{};
    std::string text(position.line - 1, '\n');
    text.append(position.column - 1, ' ');
    return std::make_shared<const SourceText>(at_.known() ? at_.source->path() : "", text + sql);
  }

  std::string_view text_;
  const SourceSpan& at_;
  Replay& replay_;
  BlockEffects effects_;
  Variables variables_;
  std::optional<std::string> why_;
  std::optional<DiagnosticCode> failure_;  // of Flow::failed; nothing: RAISE EXCEPTION
  bool may_have_ended_ = false;
  bool guarded_ = false;  // an error would be caught by a handler for all sorts of errors
};

}  // namespace

std::optional<Stuck> run_block(std::string_view body, const SourceSpan& at, Variables variables,
                               Replay& replay) {
  const auto block = parse_plpgsql(body);
  if (!block) return Stuck{"its PL/pgSQL was not understood", std::nullopt};
  return Interpreter(body, at, std::move(variables), replay).run(*block);
}

}  // namespace pgplumb::parse
