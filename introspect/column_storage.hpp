// How the values of a column are stored, as pg_attribute says it in single letters.
#pragma once

#include "schema/identifier.hpp"
#include "schema/kinds/attribute.hpp"

namespace pgplumb::introspect {

// attstorage; `type_default` is the type's typstorage.
[[nodiscard]] Storage storage_of(char letter, char type_default);
// attcompression.
[[nodiscard]] Identifier compression_of(char letter);

}  // namespace pgplumb::introspect
