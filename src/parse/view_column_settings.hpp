// ALTER VIEW and ALTER MATERIALIZED VIEW … ALTER COLUMN: what is set for a column of a view.
#pragma once

#include "parse/alter_table.hpp"

namespace pgplumb::parse {

// False for subcommands that the server does not take for the column of such a view.
bool alter_view_column(const ::AlterTableCmd& command, Alteration& alteration);

}  // namespace pgplumb::parse
