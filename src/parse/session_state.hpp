// What SET has changed in the session that runs the text.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "schema/expression.hpp"

namespace pgplumb::parse {

// How long a setting lasts: SET's until the session ends, SET LOCAL's until its transaction does.
enum class SettingScope { session, transaction };

// Equal: later statements do the same, but for what they read of custom settings.
struct SessionState {
  std::shared_ptr<const SearchPath> search_path;
  std::optional<std::string> role;          // SET ROLE; nothing: whoever runs the text
  std::optional<std::string> session_user;  // SET SESSION AUTHORIZATION; nothing: the same
  std::string default_tablespace;           // "": the database's
  std::string default_access_method;        // "": the server's own choice
  // Settings that PostgreSQL does not know, by name in lower case; nothing: what can't be told.
  std::map<std::string, std::optional<std::string>> custom;
  bool path_in_doubt = false;
  bool role_in_doubt = false;
  bool backslash_escapes = false;  // standard_conforming_strings = off: in every string
  bool null_equals = false;        // transform_null_equals: x = NULL is x IS NULL

  friend bool operator==(const SessionState& a, const SessionState& b) {
    const bool same_path =
        a.search_path == b.search_path ||
        (a.search_path != nullptr && b.search_path != nullptr && *a.search_path == *b.search_path);
    return same_path && a.role == b.role && a.session_user == b.session_user &&
           a.default_tablespace == b.default_tablespace &&
           a.default_access_method == b.default_access_method &&
           a.path_in_doubt == b.path_in_doubt && a.role_in_doubt == b.role_in_doubt &&
           a.backslash_escapes == b.backslash_escapes && a.null_equals == b.null_equals;
  }
};

}  // namespace pgplumb::parse
