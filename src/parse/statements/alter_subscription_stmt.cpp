// ALTER SUBSCRIPTION, but for its name and owner.
#include <algorithm>

#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/subscription_options.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

void change_publications(const ::AlterSubscriptionStmt& statement, Subscription& subscription) {
  std::vector<Identifier>& all = subscription.publications;
  const std::vector<Identifier> named = sql::identifiers_of(statement.publication);
  if (statement.kind == ALTER_SUBSCRIPTION_SET_PUBLICATION) all.clear();
  if (statement.kind == ALTER_SUBSCRIPTION_DROP_PUBLICATION) {
    std::erase_if(all, [&](const Identifier& name) {
      return std::find(named.begin(), named.end(), name) != named.end();
    });
  } else {
    all.insert(all.end(), named.begin(), named.end());
  }
}

}  // namespace

void lower(const ::AlterSubscriptionStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::subscription, Identifier(statement.subname));
  auto* subscription = replay.model().get<Subscription>(id);
  if (subscription == nullptr) return replay.unresolved("subscription", id.name);
  switch (statement.kind) {
    case ALTER_SUBSCRIPTION_OPTIONS:
    case ALTER_SUBSCRIPTION_ENABLED:
      apply_subscription_options(statement.options, *subscription);
      break;
    case ALTER_SUBSCRIPTION_CONNECTION:
      subscription->connection = ConnectionText::of(sql::text_of(statement.conninfo));
      break;
    case ALTER_SUBSCRIPTION_SET_PUBLICATION:
    case ALTER_SUBSCRIPTION_ADD_PUBLICATION:
    case ALTER_SUBSCRIPTION_DROP_PUBLICATION: change_publications(statement, *subscription); break;
    case ALTER_SUBSCRIPTION_REFRESH:
      if (!subscription->enabled) {
        replay.error(DiagnosticCode::refused_statement,
                     "ALTER SUBSCRIPTION … REFRESH is not allowed for disabled subscriptions");
      }
      return;
    default: return;  // SKIP is about rows
  }
  replay.touch(id);
}

}  // namespace pgplumb::parse
