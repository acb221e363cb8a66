// THE registry: one line per kind, KIND(kind, Type, words, weight).
//
// A new kind is one line here, one include in object_kinds.hpp, and its own files:
//   schema/kinds/<kind>.hpp  introspect/kinds/<kind>.cpp  diff/kinds/<kind>.cpp
//   src/parse/statements/<its statements>.cpp  tests/cases/<kind>/
// A missing stage is a link error that names the function.
//
// Weights follow the order in which PostgreSQL's own dump writes kinds: what others are made of
// comes first. They only break ties; dependencies decide.
#pragma once

// clang-format off
#define PGPLUMB_OBJECT_KINDS(KIND)                                       \
  KIND(namespace_, Namespace, "schema", 10)                              \
  KIND(extension, Extension, "extension", 20)                            \
  KIND(language, Language, "language", 25)                               \
  KIND(enum_type, EnumType, "enum type", 30)                             \
  KIND(domain, Domain, "domain", 40)                                     \
  KIND(composite_type, CompositeType, "composite type", 50)              \
  KIND(routine, Routine, "routine", 60)                                  \
  KIND(transform, Transform, "transform", 62)                            \
  KIND(access_method, AccessMethod, "access method", 65)                 \
  KIND(sequence, Sequence, "sequence", 70)                               \
  KIND(relation, Relation, "table", 80)                                  \
  KIND(attribute, Attribute, "column", 90)                               \
  KIND(attribute_default, AttributeDefault, "column default", 100)       \
  KIND(view, View, "view", 110)                                          \
  KIND(materialized_view, MaterializedView, "materialized view", 120)    \
  KIND(constraint, Constraint, "constraint", 130)                        \
  KIND(index, Index, "index", 140)                                       \
  KIND(statistics_object, StatisticsObject, "statistics object", 142)    \
  KIND(rule, Rule, "rule", 145)                                          \
  KIND(trigger, Trigger, "trigger", 150)                                 \
  KIND(policy, Policy, "policy", 160)                                    \
  KIND(publication, Publication, "publication", 161)                     \
  KIND(published_table, PublishedTable, "published table", 162)          \
  KIND(published_schema, PublishedSchema, "published schema", 163)       \
  KIND(subscription, Subscription, "subscription", 165)                  \
  KIND(event_trigger, EventTrigger, "event trigger", 200)                \
  KIND(owner, Owner, "owner", 170)                                       \
  KIND(privilege, Privilege, "privileges", 180)                          \
  KIND(default_privilege, DefaultPrivilege, "default privileges", 185)   \
  KIND(comment, Comment, "comment", 190)
// clang-format on
