#include <string>
#include <vector>

#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

using Options = std::vector<std::string>;

std::string flag(const char* name, bool value) {
  return std::string(name) + (value ? "=true" : "=false");
}

std::string slot_option(const Subscription& subscription) {
  return "slot_name=" +
         (subscription.slot_name.empty() ? std::string("none") : subscription.slot_name.text());
}

// Those that ALTER SUBSCRIPTION takes, too. A server that does not know an option has its default.
Options options_of(const Subscription& subscription) {
  return {slot_option(subscription),
          flag("binary", subscription.binary),
          "streaming=" + std::string(name_of(subscription.streaming)),
          "synchronous_commit=" + subscription.synchronous_commit,
          flag("disable_on_error", subscription.disable_on_error),
          flag("password_required", subscription.password_required),
          flag("run_as_owner", subscription.run_as_owner),
          "origin=" + subscription.origin,
          flag("failover", subscription.failover)};
}

Options other_than(const Options& some, const Options& others) {
  Options result;
  for (std::size_t at = 0; at < some.size(); ++at) {
    if (some[at] != others[at]) result.push_back(some[at]);
  }
  return result;
}

SqlWriter alter_subscription(const ObjectId& id) {
  return SqlWriter("ALTER SUBSCRIPTION").name(Identifier(id.name));
}

Action set_enabled(const ObjectId& id, bool enabled) {
  SqlWriter sql = alter_subscription(id);
  sql.keyword(enabled ? Words("ENABLE") : Words("DISABLE"));
  return Action::making(id).statement(sql);
}

void write_publications(SqlWriter& sql, const Subscription& subscription) {
  sql.keyword("PUBLICATION");
  sql.list(subscription.publications, [&](const Identifier& name) { sql.name(name); });
}

// What CREATE SUBSCRIPTION makes where nothing else is said.
Subscription usual_subscription(const ObjectId& id, int server_version) {
  constexpr int kStreamsInParallel = 180000;
  Subscription usual;
  usual.slot_name = Identifier(id.name);
  if (server_version >= kStreamsInParallel) usual.streaming = SubscriptionStreaming::parallel;
  return usual;
}

Action make(const ObjectId& id, const Subscription& desired, int server_version) {
  SqlWriter sql("CREATE SUBSCRIPTION");
  sql.name(Identifier(id.name));
  sql.line(1).keyword("CONNECTION").literal(desired.connection.without_secrets());
  write_publications(sql.line(1), desired);
  Options options = {"connect=false"};
  const Subscription usual = usual_subscription(id, server_version);
  for (std::string& option : other_than(options_of(desired), options_of(usual))) {
    options.push_back(std::move(option));
  }
  if (desired.two_phase) options.push_back(flag("two_phase", true));
  sql.line(1).keyword("WITH").options(options);
  Action action = Action::making(id);
  action.statement(sql).hazard(Hazard::needs_publisher);
  if (desired.connection.has_secrets()) action.hazard(Hazard::lacks_password);
  return action;
}

}  // namespace

// Never over a connection: a plan does not speak to other servers.
Actions create(const ObjectId& id, const Subscription& desired, const Scope& scope) {
  if (!desired.connection.known()) {
    return Actions::not_possible(
        "its connection string could not be read; read the database as a "
        "superuser, or make the subscription by hand");
  }
  Actions actions(make(id, desired, scope.options.server_version));
  if (desired.enabled) actions.add(set_enabled(id, true));
  return actions;
}

Actions drop(const ObjectId& id, const Subscription& current, const Scope&) {
  Actions actions;
  if (current.enabled) {
    SqlWriter sql = alter_subscription(id);
    Action disable = Action::dropping(id);
    disable.breaks.clear();
    actions.add(disable.statement(sql.keyword("DISABLE")));
  }
  Action action = Action::dropping(id);
  if (!current.slot_name.empty()) {
    SqlWriter sql = alter_subscription(id);
    Action forget = Action::dropping(id);
    forget.breaks.clear();
    actions.add(forget.statement(sql.keyword("SET").options({"slot_name=none"})));
    action.hazard(Hazard::leaves_slot);
  }
  SqlWriter sql("DROP SUBSCRIPTION");
  return actions.add(action.statement(sql.name(Identifier(id.name))));
}

Actions alter(const ObjectId& id, const Subscription& current, const Subscription& desired,
              const Changed<Subscription>& changed, const Scope&) {
  if (changed.has<&Subscription::two_phase>()) return Actions::replacement();
  Actions actions;
  if (changed.has<&Subscription::enabled>() && !desired.enabled) {
    actions.add(set_enabled(id, false));
  }
  if (changed.has<&Subscription::connection>() && desired.connection.known()) {
    SqlWriter sql = alter_subscription(id);
    sql.keyword("CONNECTION").literal(desired.connection.without_secrets());
    Action action = Action::making(id);
    action.statement(sql);
    if (desired.connection.has_secrets()) action.hazard(Hazard::lacks_password);
    actions.add(action);
  }
  if (changed.has<&Subscription::publications>()) {
    SqlWriter sql = alter_subscription(id);
    write_publications(sql.keyword("SET"), desired);
    Action action = Action::making(id);
    action.statement(sql.keyword("WITH").options({"refresh=false"}));
    actions.add(action.hazard(Hazard::needs_publisher));
  }
  const Options options = other_than(options_of(desired), options_of(current));
  if (!options.empty()) {
    actions.add(
        Action::making(id).statement(alter_subscription(id).keyword("SET").options(options)));
  }
  if (changed.has<&Subscription::enabled>() && desired.enabled) actions.add(set_enabled(id, true));
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const Subscription&, const Scope&) {
  return rename_plain("SUBSCRIPTION", before, after);
}

}  // namespace pgplumb::diff
