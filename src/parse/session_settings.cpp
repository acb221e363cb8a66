#include "parse/session_settings.hpp"

#include "base/letters.hpp"
#include "parse/replay.hpp"
#include "parse/settings.hpp"
#include "sql/client_encoding.hpp"
#include "sql/time_zones.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// What it means for the text that follows is known since the text was read (sql/encoding.hpp).
void check_encoding(const ::VariableSetStmt& statement, Replay& replay) {
  for (const std::string& written : setting_elements(statement)) {
    if (!sql::encoding_name(written).empty()) continue;
    replay.unresolved("encoding", written);
  }
}

// Expressions are read again later (after a rename), when nobody knows any more in which zone they
// were written: one session in another zone leaves all open.
void leave_utc(const std::string& time_zone, Replay& replay) {
  if (!sql::is_utc(time_zone)) replay.model().sessions_in_utc = false;
}

bool is_off(const std::string& value) {
  const std::string word = lowered(value);
  return word == "off" || word == "false" || word == "no" || word == "0";
}

bool is_custom(const std::string& name) { return name.find('.') != std::string::npos; }

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
  if (is_custom(name)) return replay.set_custom_setting(lowered(name), value);
  if (name == "TimeZone") return leave_utc(value, replay);
  if (name == "check_function_bodies" && is_off(value)) replay.model().unchecked_bodies = true;
  if (name == "default_tablespace") replay.set_default_tablespace(value);
  if (name == "default_table_access_method") replay.set_default_access_method(value);
}

void reset(const std::string& name, Replay& replay) {
  // What a session once set stays there, empty.
  if (is_custom(name)) return replay.set_custom_setting(lowered(name), "");
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
  if (name == "client_encoding") return check_encoding(statement, replay);
  if (is_reset(statement)) return reset(name, replay);
  apply(name, setting_elements(statement), statement.is_local, replay);
}

void apply_set_config(const std::string& name, const std::string& value, bool local,
                      Replay& replay) {
  const std::string own = setting_name(name);
  apply(own, own == "search_path" ? split_identifiers(value) : std::vector<std::string>{value},
        local, replay);
}

void apply_unknown_config(const std::string& name, Replay& replay) {
  replay.set_custom_setting(lowered(name), std::nullopt);
}

void apply_default_setting(const ::VariableSetStmt& statement, Replay& replay) {
  const bool zone = setting_name(sql::text_of(statement.name)) == "TimeZone";
  if (zone && statement.kind == VAR_SET_VALUE) leave_utc(setting_value(statement), replay);
  const bool path = statement.kind == VAR_RESET_ALL ||
                    setting_name(sql::text_of(statement.name)) == "search_path";
  if (!path) return;
  const bool resets = statement.kind == VAR_RESET_ALL || is_reset(statement);
  replay.model().database_search_path =
      resets ? SearchPath{"public"} : effective_path(setting_elements(statement), "");
}

}  // namespace pgplumb::parse
