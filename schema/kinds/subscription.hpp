// What a database takes from another by logical replication: pg_subscription.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/connection_text.hpp"
#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(SubscriptionStreaming, off, on, parallel)

struct Subscription {
  ConnectionText connection;
  std::vector<Identifier> publications;  // of the other server, as written
  bool enabled = true;
  Identifier slot_name;  // empty: NONE
  bool binary = false;
  SubscriptionStreaming streaming = SubscriptionStreaming::off;
  std::string synchronous_commit = "off";
  bool two_phase = false;
  bool disable_on_error = false;
  bool password_required = true;
  bool run_as_owner = false;
  std::string origin = "any";
  bool failover = false;

  static constexpr std::tuple fields{field<&Subscription::connection>("connection"),
                                     field<&Subscription::publications>("publications"),
                                     field<&Subscription::enabled>("enabled"),
                                     field<&Subscription::slot_name>("slot_name"),
                                     field<&Subscription::binary>("binary"),
                                     field<&Subscription::streaming>("streaming"),
                                     field<&Subscription::synchronous_commit>("synchronous_commit"),
                                     field<&Subscription::two_phase>("two_phase"),
                                     field<&Subscription::disable_on_error>("disable_on_error"),
                                     field<&Subscription::password_required>("password_required"),
                                     field<&Subscription::run_as_owner>("run_as_owner"),
                                     field<&Subscription::origin>("origin"),
                                     field<&Subscription::failover>("failover")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Subscription>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
