// WITH (…) and SET (…) of subscriptions.
#pragma once

#include <string>

#include "schema/kinds/subscription.hpp"

struct List;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

// Options that say how the statement runs leave no trace, but for connect = false, which leaves the
// subscription disabled.
void apply_subscription_options(const ::List* options, Subscription& subscription);

}  // namespace pgplumb::parse
