#include "parse/routine_call.hpp"

#include <vector>

#include "parse/block_interpreter.hpp"
#include "parse/replay.hpp"
#include "parse/settings.hpp"
#include "sql/deparse.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// Arguments by name and as $1, $2 …; nothing where named notation or defaults come in.
std::optional<Variables> variables_of(const ::FuncCall& call, const Routine& routine,
                                      const Replay& replay) {
  const auto values = sql::items<Node>(call.args);
  if (values.size() != routine.arguments.size() || call.func_variadic) return std::nullopt;
  Variables variables;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Argument& argument = routine.arguments[i];
    if (argument.mode != ArgumentMode::in || argument.name.empty() ||
        nodeTag(values[i]) == T_NamedArgExpr) {
      return std::nullopt;
    }
    variables[argument.name.text()] =
        evaluate_expression(sql::deparse_expression(values[i]), {}, replay);
  }
  return variables;
}

// The search path that the function brings along, if any.
std::optional<SearchPath> own_path(const Routine& routine, const Replay& replay) {
  constexpr std::string_view kPrefix = "search_path=";
  for (const std::string& setting : routine.configuration) {
    if (!setting.starts_with(kPrefix)) continue;
    const auto elements = split_identifiers(std::string_view(setting).substr(kPrefix.size()));
    return effective_path(elements, replay.role().value_or(""));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Stuck> run_routine(const ::FuncCall& call, Replay& replay) {
  const std::vector<ObjectId> found = replay.find_routines(call.funcname);
  if (found.size() != 1) return Stuck{"which function is meant can't be told", std::nullopt};
  const std::string why = "function " + shown(found.front()) + " may change the schema";
  // A copy: the body may replace or drop the function itself.
  const Routine routine = *replay.catalog().get<Routine>(found.front());
  auto variables = variables_of(call, routine, replay);
  if (routine.language.text() != "plpgsql" || !variables) return Stuck{why, std::nullopt};
  const SearchPath before = replay.search_path();
  if (const auto path = own_path(routine, replay))
    replay.set_search_path(*path, SettingScope::transaction);
  SourceSpan at = replay.statement().span;
  at.end = at.begin;
  auto stuck = run_block(routine.body, at, std::move(*variables), replay);
  if (own_path(routine, replay)) replay.set_search_path(before, SettingScope::transaction);
  if (stuck && !stuck->why.starts_with("function ")) stuck->why = why + ": " + stuck->why;
  return stuck;
}

}  // namespace pgplumb::parse
