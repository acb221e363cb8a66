#include "workflow/roles.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "workflow/names_in_text.hpp"

namespace pgplumb::workflow {
namespace {

constexpr int kInheritOption = 160000;  // each membership says for itself whether it inherits

constexpr const char* kMembershipsBefore16 = R"sql(
with recursive acting (oid, level) as (
  select oid, 0 from pg_catalog.pg_roles where rolname = $1
  union
  select m.roleid, a.level + 1
  from acting a
  join pg_catalog.pg_auth_members m on m.member = a.oid
  join pg_catalog.pg_roles r on r.oid = a.oid and r.rolinherit
)
select r.rolname, min(a.level) from acting a join pg_catalog.pg_roles r on r.oid = a.oid
where a.level > 0 group by 1 order by 2, 1
)sql";

constexpr const char* kMemberships = R"sql(
with recursive acting (oid, level) as (
  select oid, 0 from pg_catalog.pg_roles where rolname = $1
  union
  select m.roleid, a.level + 1
  from acting a
  join pg_catalog.pg_auth_members m on m.member = a.oid and m.inherit_option
)
select r.rolname, min(a.level) from acting a join pg_catalog.pg_roles r on r.oid = a.oid
where a.level > 0 group by 1 order by 2, 1
)sql";

parse::RoleFacts facts_of(pg::Session& session, const std::string& role) {
  parse::RoleFacts facts;
  const auto known =
      session.query("select rolsuper from pg_catalog.pg_roles where rolname = $1", {role});
  facts.superuser = !known.empty() && known.front().boolean(0);
  const bool since_16 = session.server_version_num() >= kInheritOption;
  const auto rows = session.query(since_16 ? kMemberships : kMembershipsBefore16, {role});
  for (const pg::Row row : rows) facts.inherits.push_back(row.string(0));
  return facts;
}

// "" where there is none.
std::string history_owner(pg::Session& session, const migrations::HistoryTable& history) {
  const auto rows = session.query(
      "select pg_catalog.pg_get_userbyid(c.relowner) from pg_catalog.pg_class c "
      "join pg_catalog.pg_namespace n on n.oid = c.relnamespace "
      "where n.nspname = $1 and c.relname in ($2, $3) order by c.relname = $2",
      {history.space, history.table, history.second_table});
  return rows.empty() ? "" : rows.front().string(0);
}

}  // namespace

parse::Runner runner_of(pg::Session& session) {
  const auto rows = session.query("select current_user, session_user");
  return {rows.front().string(0), rows.front().string(1)};
}

void complete_runners(SqlFiles& files, const parse::Runner& now) {
  const bool configured = now.current_user != now.session_user;
  for (parse::Runner& runner : files.runners) {
    if (runner.session_user.empty()) continue;
    runner.current_user = configured ? now.current_user : runner.session_user;
  }
}

std::optional<parse::Runner> sole_runner(const SqlFiles& files) {
  if (files.runners.empty()) return std::nullopt;
  const std::string& name = files.runners.front().current_user;
  const bool same = std::ranges::all_of(
      files.runners, [&](const parse::Runner& runner) { return runner.current_user == name; });
  return same && !name.empty() ? std::optional(files.runners.front()) : std::nullopt;
}

std::optional<std::string> known_owner(const SqlFiles& files, pg::Session& session,
                                       const migrations::HistoryTable& history) {
  const auto runner = sole_runner(files);
  if (!runner || history_owner(session, history) != runner->current_user) return std::nullopt;
  return runner->current_user;
}

std::function<std::vector<ServerRole>()> roles_of(const pg::ConnectionUrl& url) {
  return [url] {
    pg::Session session(url);
    std::vector<ServerRole> roles;
    const auto rows =
        session.query("select rolname, rolsuper from pg_catalog.pg_roles where oid >= 16384");
    for (const pg::Row row : rows) roles.push_back({row.string(0), row.boolean(1)});
    return roles;
  };
}

std::function<std::vector<ServerRole>()> roles_beside(const pg::ConnectionUrl& url,
                                                      const SqlFiles& files) {
  return [all = roles_of(url), sources = files.files] {
    std::vector<ServerRole> roles = all();
    std::erase_if(roles, [&](const ServerRole& role) {
      return std::ranges::any_of(sources, [&](const migrations::Source& file) {
        return may_create_role(file->text(), role.name);
      });
    });
    return roles;
  };
}

std::function<std::string(const std::string& name)> settings_of(pg::Session& session) {
  return [&session](const std::string& name) {
    const auto rows =
        session.query("select coalesce(pg_catalog.current_setting($1, true), '')", {name});
    return rows.front().string(0);
  };
}

std::function<parse::RoleFacts(const std::string& role)> role_facts_of(pg::Session& session) {
  const auto known = std::make_shared<std::map<std::string, parse::RoleFacts>>();
  return [&session, known](const std::string& role) {
    auto found = known->find(role);
    if (found == known->end()) found = known->emplace(role, facts_of(session, role)).first;
    return found->second;
  };
}

std::function<parse::RoleFacts(const std::string& role)> role_facts_of(
    const pg::ConnectionUrl& url) {
  struct Server {
    explicit Server(const pg::ConnectionUrl& url) : session(url), facts(role_facts_of(session)) {}
    pg::Session session;
    std::function<parse::RoleFacts(const std::string& role)> facts;
  };
  return [url, server = std::shared_ptr<Server>()](const std::string& role) mutable {
    if (!server) server = std::make_shared<Server>(url);
    return server->facts(role);
  };
}

}  // namespace pgplumb::workflow
