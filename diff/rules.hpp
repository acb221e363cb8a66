// The per-kind part of planning: what it takes to create, drop, alter and rename an object.
//
// Declared here for every kind of the registry, written in kinds/<kind>.cpp: a missing one is a
// link error that names it.
#pragma once

#include "diff/action.hpp"
#include "diff/scope.hpp"
#include "schema/fields.hpp"
#include "schema/object_kinds.hpp"

namespace pgplumb::diff {

// create: the desired state's object. drop: the current state's object; its parts and dependents
// have drops of their own. alter: `changed` names the fields that differ (or may differ), never
// none. rename: `value` is the object as it is in the current state, under its new id.
#define PGPLUMB_KIND(kind, Type, words, weight)                                    \
  Actions create(const ObjectId& id, const Type& desired, const Scope& scope);     \
  Actions drop(const ObjectId& id, const Type& current, const Scope& scope);       \
  Actions alter(const ObjectId& id, const Type& current, const Type& desired,      \
                const Changed<Type>& changed, const Scope& scope);                 \
  Actions rename(const ObjectId& before, const ObjectId& after, const Type& value, \
                 const Scope& scope);
PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND

}  // namespace pgplumb::diff
