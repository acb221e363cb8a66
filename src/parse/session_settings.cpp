#include "parse/session_settings.hpp"

#include "parse/replay.hpp"
#include "parse/settings.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool is_reset(const ::VariableSetStmt& statement) {
  return statement.kind == VAR_RESET || statement.kind == VAR_SET_DEFAULT;
}

void set_path(const std::vector<std::string>& elements, bool local, Replay& replay) {
  replay.set_search_path(effective_path(elements, replay.role().value_or("")), local);
}

void set_session_role(const std::vector<std::string>& elements, Replay& replay) {
  if (elements.empty() || elements.front() == "none") return replay.set_role(std::nullopt);
  replay.set_role(elements.front());
}

void set_session_user(const std::vector<std::string>& elements, Replay& replay) {
  if (!elements.empty()) replay.set_session_user(elements.front());
}

void apply(const std::string& name, const std::vector<std::string>& elements, bool local,
           Replay& replay) {
  if (name == "search_path") return set_path(elements, local, replay);
  if (name == "role") return set_session_role(elements, replay);
  if (name == "session_authorization") return set_session_user(elements, replay);
  const std::string value = elements.empty() ? "" : elements.front();
  if (name == "default_tablespace") replay.set_default_tablespace(value);
  if (name == "default_table_access_method") replay.set_default_access_method(value);
}

void reset(const std::string& name, Replay& replay) {
  if (name == "search_path") replay.set_search_path(replay.initial_search_path(), false);
  if (name == "role") replay.set_role(std::nullopt);
  if (name == "session_authorization") replay.set_session_user(std::nullopt);
  if (name == "default_tablespace") replay.set_default_tablespace("");
  if (name == "default_table_access_method") replay.set_default_access_method("");
}

}  // namespace

void apply_session_setting(const ::VariableSetStmt& statement, Replay& replay) {
  if (statement.kind == VAR_RESET_ALL) {
    reset("default_tablespace", replay);
    reset("default_table_access_method", replay);
    return reset("search_path", replay);
  }
  if (statement.kind == VAR_SET_MULTI) return;  // SET TRANSACTION …
  const std::string name = setting_name(sql::text_of(statement.name));
  if (is_reset(statement)) return reset(name, replay);
  apply(name, setting_elements(statement), statement.is_local, replay);
}

void apply_set_config(const std::string& name, const std::string& value, bool local,
                      Replay& replay) {
  const std::string own = setting_name(name);
  apply(own, own == "search_path" ? split_identifiers(value) : std::vector<std::string>{value},
        local, replay);
}

void apply_default_setting(const ::VariableSetStmt& statement, Replay& replay) {
  const bool path = statement.kind == VAR_RESET_ALL ||
                    setting_name(sql::text_of(statement.name)) == "search_path";
  if (!path) return;
  const bool resets = statement.kind == VAR_RESET_ALL || is_reset(statement);
  replay.model().database_search_path =
      resets ? SearchPath{"public"} : effective_path(setting_elements(statement), "");
}

}  // namespace pgplumb::parse
