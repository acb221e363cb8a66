// Functions and casts whose result the text and the model tell.
#pragma once

#include <string>
#include <vector>

#include "parse/known_value.hpp"

namespace pgplumb::parse {

class Replay;

// A built-in function by its bare name; unknown for all that are not known here.
[[nodiscard]] KnownValue call_known(const std::string& name,
                                    const std::vector<KnownValue>& arguments, const Replay& replay);

// `value::type`, by pg_type.typname.
[[nodiscard]] KnownValue cast_known(const KnownValue& value, const std::string& type,
                                    const Replay& replay);

}  // namespace pgplumb::parse
