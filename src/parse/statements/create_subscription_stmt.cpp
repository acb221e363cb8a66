// CREATE SUBSCRIPTION.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/subscription_options.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CreateSubscriptionStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::subscription, Identifier(statement.subname));
  if (replay.catalog().contains(id)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "subscription \"" + printable(id.name) + "\" exists already");
  }
  Subscription subscription;
  subscription.connection = ConnectionText::of(sql::text_of(statement.conninfo));
  subscription.publications = sql::identifiers_of(statement.publication);
  subscription.slot_name = Identifier(id.name);
  constexpr int kStreamsInParallel = 180000;
  if (replay.options().server_version >= kStreamsInParallel) {
    subscription.streaming = SubscriptionStreaming::parallel;
  }
  apply_subscription_options(statement.options, subscription);
  replay.put(id, std::move(subscription));
}

}  // namespace pgplumb::parse
