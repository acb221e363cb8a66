// OPTIONS (…) as statements write them.
#pragma once

#include "schema/foreign_option.hpp"

struct List;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// CREATE … OPTIONS (name 'value', …).
[[nodiscard]] ForeignOptions foreign_options_of(const ::List* written);
// ALTER … OPTIONS (ADD name 'value', SET …, DROP …), `of`: whose they are, for messages.
void change_foreign_options(ForeignOptions& options, const ::List* changes, const std::string& of,
                            Replay& replay);

}  // namespace pgplumb::parse
