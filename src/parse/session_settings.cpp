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

bool is_on(const std::string& value) {
  const std::string word = lowered(value);
  return word == "on" || word == "true" || word == "yes" || word == "1";
}

bool is_custom(const std::string& name) { return name.find('.') != std::string::npos; }

bool is_reset(const ::VariableSetStmt& statement) {
  return statement.kind == VAR_RESET || statement.kind == VAR_SET_DEFAULT;
}

void set_path(const std::vector<std::string>& elements, SettingScope scope, Replay& replay) {
  replay.set_search_path(effective_path(elements, replay.role().value_or("")), scope);
}

void set_session_role(const std::vector<std::string>& elements, SettingScope scope,
                      Replay& replay) {
  if (elements.empty() || elements.front() == "none") return replay.set_role(std::nullopt, scope);
  replay.set_role(elements.front(), scope);
}

// Settings that are one value of the session's state.
void set_value(const std::string& name, const std::optional<std::string>& value, SettingScope scope,
               Replay& replay) {
  replay.set_in_session(scope, [&](SessionState& session) {
    if (is_custom(name)) session.custom[lowered(name)] = value;
    const std::string text = value.value_or("");
    if (name == "default_tablespace") session.default_tablespace = text;
    if (name == "default_table_access_method") session.default_access_method = text;
    if (name == "standard_conforming_strings") session.backslash_escapes = is_off(text);
    if (name == "transform_null_equals") session.null_equals = is_on(text);
  });
}

void apply(const std::string& name, const std::vector<std::string>& elements, SettingScope scope,
           Replay& replay) {
  if (name == "search_path") return set_path(elements, scope, replay);
  if (name == "role") return set_session_role(elements, scope, replay);
  const std::string value = elements.empty() ? "" : elements.front();
  if (name == "session_authorization") {
    if (!elements.empty()) replay.set_session_user(value, scope);
    return;
  }
  if (name == "TimeZone") return leave_utc(value, replay);
  if (name == "check_function_bodies" && is_off(value)) replay.model().unchecked_bodies = true;
  set_value(name, value, scope, replay);
}

void reset(const std::string& name, SettingScope scope, Replay& replay) {
  if (name == "search_path") return replay.set_search_path(replay.initial_search_path(), scope);
  if (name == "role") return replay.set_role(std::nullopt, scope);
  if (name == "session_authorization") return replay.set_session_user(std::nullopt, scope);
  // What a session once set of others' settings stays there, empty.
  set_value(name, "", scope, replay);
}

// RESET ALL: but for the roles. What the database sets of others' settings is not looked up again.
void reset_all(Replay& replay) {
  constexpr SettingScope kScope = SettingScope::session;
  replay.set_search_path(replay.initial_search_path(), kScope);
  replay.set_in_session(kScope, [](SessionState& session) {
    SessionState fresh;
    fresh.search_path = session.search_path;
    fresh.role = session.role;
    fresh.session_user = session.session_user;
    for (const auto& [name, value] : session.custom) fresh.custom[name] = std::nullopt;
    session = std::move(fresh);
  });
}

SettingScope scope_of(bool local) {
  return local ? SettingScope::transaction : SettingScope::session;
}

}  // namespace

void discard_session_settings(Replay& replay) {
  replay.set_session_user(std::nullopt, SettingScope::session);
  reset_all(replay);
}

void apply_session_setting(const ::VariableSetStmt& statement, Replay& replay) {
  if (statement.kind == VAR_RESET_ALL) return reset_all(replay);
  if (statement.kind == VAR_SET_MULTI) return;    // SET TRANSACTION …
  if (statement.kind == VAR_SET_CURRENT) return;  // what is in force stays so
  const std::string name = setting_name(sql::text_of(statement.name));
  if (name == "client_encoding") return check_encoding(statement, replay);
  const SettingScope scope = scope_of(statement.is_local);
  if (is_reset(statement)) return reset(name, scope, replay);
  apply(name, setting_elements(statement), scope, replay);
}

void apply_set_config(const std::string& name, const std::string& value, bool local,
                      Replay& replay) {
  const std::string own = setting_name(name);
  apply(own, own == "search_path" ? split_identifiers(value) : std::vector<std::string>{value},
        scope_of(local), replay);
}

void apply_unknown_config(const std::string& name, bool local, Replay& replay) {
  set_value(setting_name(name), std::nullopt, scope_of(local), replay);
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
