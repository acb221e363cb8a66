// What the installed extensions hold, apart from the rest of a read: names in SQL text resolve to
// it.
#pragma once

#include <optional>

#include "introspect/names.hpp"
#include "introspect/query_list.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::introspect {

// The kind under which privileges on what an extension brings are facts, by the letter that our
// queries give it; nothing for any other letter.
[[nodiscard]] std::optional<ObjectKind> grantable_kind(char letter);

// `rows`: the answers of the extension kind. An extension without members has an empty entry.
[[nodiscard]] ExtensionContents extension_contents(const SlotRows& rows, const Names& names);

}  // namespace pgplumb::introspect
