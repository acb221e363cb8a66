// The stage of every kind, generated from the registry: each is defined in kinds/<kind>.cpp, and
// a missing one is a link error that names it.
#pragma once

#include "introspect/query_list.hpp"
#include "introspect/reader.hpp"
#include "schema/object_kinds.hpp"

namespace pgplumb::introspect {

template <typename T>
struct KindTag {};

// ask_for adds the kind's queries; decode gets their rows in the same order and fills the catalog.
// Kinds are decoded in the order of the registry.
#define PGPLUMB_KIND(kind, Type, words, weight)    \
  void ask_for(KindTag<Type>, QueryList& queries); \
  void decode(KindTag<Type>, const SlotRows& rows, Reader& reader);
PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND

}  // namespace pgplumb::introspect
