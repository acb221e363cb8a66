// Storage parameters and other `name = value` lists, as reloptions holds them.
#pragma once

#include <string>
#include <vector>

struct DefElem;  // PostgreSQL's; sql/tree.hpp
struct List;     // PostgreSQL's

namespace pgplumb::parse {

// The value as the server keeps it: "70", "false", "a.b"; "true" where none is written.
[[nodiscard]] std::string option_value(const ::DefElem& option);

// A boolean option's value.
[[nodiscard]] bool is_true(const std::string& value);

// "name=value" for each, sorted; options of the TOAST table as "toast.name=value". `oids` is gone.
[[nodiscard]] std::vector<std::string> options_of(const ::List* options);

// SET (…): replaces those of the same name, keeps the others.
void set_options(std::vector<std::string>& current, const ::List* changes);
// RESET (…).
void reset_options(std::vector<std::string>& current, const ::List* names);

}  // namespace pgplumb::parse
