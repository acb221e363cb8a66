// What a server knows of the roles that run texts and that texts name.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "migrations/history.hpp"
#include "parse/replay.hpp"
#include "pg/session.hpp"
#include "workflow/text_state.hpp"

namespace pgplumb::workflow {

// As the session began.
[[nodiscard]] parse::Runner runner_of(pg::Session& session);

// Who ran `files`, of whom the history tells who logged in; `now` is what became of this session's
// login: another one has come to the role that the configuration names, or to itself.
void complete_runners(SqlFiles& files, const parse::Runner& now);
// Nothing: not known of all files, or not the same one.
[[nodiscard]] std::optional<parse::Runner> sole_runner(const SqlFiles& files);
// Whom that belongs to which `files` name no owner of. Nothing: not known, or the history tells who
// ran them elsewhere: in a copy of a database that was given to one role as a whole, it belongs to
// that role.
[[nodiscard]] std::optional<std::string> known_owner(const SqlFiles& files, pg::Session& session,
                                                     const migrations::HistoryTable& history);

// Each role is asked for once, when the first statement wants to know. `session` must outlive it.
[[nodiscard]] std::function<parse::RoleFacts(const std::string& role)> role_facts_of(
    pg::Session& session);
// The same over a session of its own, opened by the first question.
[[nodiscard]] std::function<parse::RoleFacts(const std::string& role)> role_facts_of(
    const pg::ConnectionUrl& url);

// The roles of that server, in a session of its own, when they are asked for.
[[nodiscard]] std::function<std::vector<ServerRole>()> roles_of(const pg::ConnectionUrl& url);
// Those that `files` don't make.
[[nodiscard]] std::function<std::vector<ServerRole>()> roles_beside(const pg::ConnectionUrl& url,
                                                                    const SqlFiles& files);

// What a setting is worth in `session`, which must outlive it.
[[nodiscard]] std::function<std::string(const std::string& name)> settings_of(pg::Session& session);

}  // namespace pgplumb::workflow
