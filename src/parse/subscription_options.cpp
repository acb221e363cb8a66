#include "parse/subscription_options.hpp"

#include "parse/options.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

SubscriptionStreaming streaming_of(const std::string& value) {
  if (value == "parallel") return SubscriptionStreaming::parallel;
  return is_true(value) ? SubscriptionStreaming::on : SubscriptionStreaming::off;
}

void apply(const std::string& name, const std::string& value, Subscription& subscription) {
  if (name == "connect" && !is_true(value)) subscription.enabled = false;
  if (name == "enabled") subscription.enabled = is_true(value);
  if (name == "slot_name") subscription.slot_name = Identifier(value == "none" ? "" : value);
  if (name == "binary") subscription.binary = is_true(value);
  if (name == "streaming") subscription.streaming = streaming_of(value);
  if (name == "synchronous_commit") subscription.synchronous_commit = value;
  if (name == "two_phase") subscription.two_phase = is_true(value);
  if (name == "disable_on_error") subscription.disable_on_error = is_true(value);
  if (name == "password_required") subscription.password_required = is_true(value);
  if (name == "run_as_owner") subscription.run_as_owner = is_true(value);
  if (name == "origin") subscription.origin = value;
  if (name == "failover") subscription.failover = is_true(value);
}

}  // namespace

void apply_subscription_options(const ::List* options, Subscription& subscription) {
  for (const ::DefElem* option : sql::items<::DefElem>(options)) {
    apply(sql::text_of(option->defname), option_value(*option), subscription);
  }
}

}  // namespace pgplumb::parse
