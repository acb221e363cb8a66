// Text search objects as statements name them, and those that every database has.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parse/replay.hpp"

namespace pgplumb::parse {

// [namespace,] name to the object that it means: a built-in one, one of the model along the search
// path, else wherever an extension may have put it.
[[nodiscard]] QualifiedName text_search_name(ObjectKind kind, const std::vector<std::string>& names,
                                             const Replay& replay);

// One of the model, or a built-in one.
[[nodiscard]] std::optional<TextSearchConfiguration> text_search_configuration(
    const QualifiedName& name, const Replay& replay);

// Replaces and adds what the list (of DefElem) says; an option without a value goes.
void set_dictionary_options(TextSearchDictionary& dictionary, const ::List* options);

}  // namespace pgplumb::parse
