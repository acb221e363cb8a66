// OPTIONS (…) in statements. Secrets are not known: **** stands in their place.
#pragma once

#include "diff/action.hpp"
#include "diff/sql_writer.hpp"
#include "schema/foreign_option.hpp"

namespace pgplumb::diff {

// OPTIONS (host 'a', port '1'); nothing for none.
void write_options(SqlWriter& sql, const ForeignOptions& options);
// OPTIONS (ADD host 'a', SET port '2', DROP dbname); nothing where the two agree.
void write_option_changes(SqlWriter& sql, const ForeignOptions& current,
                          const ForeignOptions& desired);
// Hazard::needs_secret when the statement would have to say one.
void declare_secrets(Action& action, const ForeignOptions& current, const ForeignOptions& desired);

}  // namespace pgplumb::diff
