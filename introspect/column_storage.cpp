#include "introspect/column_storage.hpp"

namespace pgplumb::introspect {

Storage storage_of(char letter, char type_default) {
  if (letter == type_default) return Storage::type_default;
  switch (letter) {
    case 'p': return Storage::plain;
    case 'e': return Storage::external;
    case 'm': return Storage::main;
    default: return Storage::extended;
  }
}

Identifier compression_of(char letter) {
  if (letter == 'p') return Identifier("pglz");
  return letter == 'l' ? Identifier("lz4") : Identifier();
}

}  // namespace pgplumb::introspect
