// SELECT: passed over, but for SELECT … INTO, set_config and functions that run DDL.
#include <optional>
#include <string>
#include <utility>

#include "parse/replay.hpp"
#include "parse/routine_call.hpp"
#include "parse/routine_effects.hpp"
#include "parse/session_settings.hpp"
#include "parse/settings.hpp"
#include "parse/statements.hpp"
#include "parse/table_from_query.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::optional<std::string> text_constant(const Node* node) {
  if (const auto* cast = PGPLUMB_NODE_AS(node, TypeCast)) node = cast->arg;
  const auto* constant = PGPLUMB_NODE_AS(node, A_Const);
  if (constant == nullptr || constant->isnull) return std::nullopt;
  if (nodeTag(&constant->val.node) == T_Boolean) return constant->val.boolval.boolval ? "t" : "f";
  if (nodeTag(&constant->val.node) != T_String) return std::nullopt;
  return sql::text_of(constant->val.sval.sval);
}

const FuncCall* set_config_call(const Node* node) {
  const auto* call = PGPLUMB_NODE_AS(node, FuncCall);
  if (call == nullptr || sql::strings_of(call->funcname).back() != "set_config") return nullptr;
  return sql::items<Node>(call->args).size() == 3 ? call : nullptr;
}

void set_config(const FuncCall& call, Replay& replay) {
  const auto arguments = sql::items<Node>(call.args);
  const auto name = text_constant(arguments[0]);
  const auto value = text_constant(arguments[1]);
  const auto local = text_constant(arguments[2]);
  const bool is_local = local && (*local == "t" || *local == "true" || *local == "on");
  const bool custom = name && name->find('.') != std::string::npos;
  if (custom && !value) return apply_unknown_config(*name, is_local, replay);
  if (name && setting_name(*name) == "TimeZone") {
    return apply_set_config(*name, value.value_or("?"), false, replay);
  }
  if (name && !value && *name != "search_path" && *name != "role") return;
  if (!name || !value) return replay.opaque("set_config with a computed name or value");
  apply_set_config(*name, *value, is_local, replay);
}

// SELECT f(…) and nothing else.
const FuncCall* only_call(const ::SelectStmt& statement) {
  const auto targets = sql::items<ResTarget>(statement.targetList);
  const bool plain = statement.op == SETOP_NONE && statement.fromClause == nullptr &&
                     statement.whereClause == nullptr && statement.withClause == nullptr;
  return plain && targets.size() == 1 ? PGPLUMB_NODE_AS(targets[0]->val, FuncCall) : nullptr;
}

}  // namespace

void lower(const ::SelectStmt& statement, Replay& replay) {
  if (select_into(statement, replay)) return;
  for (const ResTarget* target : sql::items<ResTarget>(statement.targetList)) {
    if (const auto* call = set_config_call(target->val)) set_config(*call, replay);
  }
  auto why = structural_effect(replay.statement().text(), replay);
  if (!why) return;
  const auto* call = only_call(statement);
  if (call == nullptr) return replay.opaque(std::move(*why));
  if (auto stuck = run_routine(*call, replay)) {
    replay.opaque(std::move(stuck->why), std::move(stuck->reach));
  }
}

}  // namespace pgplumb::parse
