// THE registry: one line per kind, KIND(kind, Type, words, weight).
//
// A new kind is one line here, one include in object_kinds.hpp, and its own files:
//   schema/kinds/<kind>.hpp  introspect/kinds/<kind>.cpp  diff/kinds/<kind>.cpp
//   src/parse/statements/<its statements>.cpp  tests/cases/<kind>/
// A missing stage is a link error that names the function.
//
// Weights follow the order in which PostgreSQL's own dump writes kinds: what others are made of
// comes first. They only break ties; dependencies decide. A server is read in the order of the
// lines: what can have an owner, privileges, labels and comments stands before these.
#pragma once

// clang-format off
#define PGPLUMB_OBJECT_KINDS(KIND)                                                          \
  KIND(namespace_, Namespace, "schema", 10)                                                 \
  KIND(extension, Extension, "extension", 20)                                               \
  KIND(language, Language, "language", 25)                                                  \
  KIND(collation, Collation, "collation", 25)                                               \
  KIND(shell_type, ShellType, "shell type", 28)                                             \
  KIND(enum_type, EnumType, "enum type", 30)                                                \
  KIND(domain, Domain, "domain", 40)                                                        \
  KIND(composite_type, CompositeType, "composite type", 50)                                 \
  KIND(range_type, RangeType, "range type", 55)                                             \
  KIND(base_type, BaseType, "base type", 57)                                                \
  KIND(routine, Routine, "routine", 60)                                                     \
  KIND(cast, Cast, "cast", 61)                                                              \
  KIND(foreign_data_wrapper, ForeignDataWrapper, "foreign-data wrapper", 62)                \
  KIND(transform, Transform, "transform", 62)                                               \
  KIND(aggregate, Aggregate, "aggregate", 62)                                               \
  KIND(operator_, Operator, "operator", 63)                                                 \
  KIND(foreign_server, ForeignServer, "foreign server", 64)                                 \
  KIND(operator_family, OperatorFamily, "operator family", 64)                              \
  KIND(access_method, AccessMethod, "access method", 65)                                    \
  KIND(operator_class, OperatorClass, "operator class", 65)                                 \
  KIND(user_mapping, UserMapping, "user mapping", 66)                                       \
  KIND(conversion, Conversion, "conversion", 66)                                            \
  KIND(text_search_parser, TextSearchParser, "text search parser", 67)                      \
  KIND(text_search_template, TextSearchTemplate, "text search template", 67)                \
  KIND(text_search_dictionary, TextSearchDictionary, "text search dictionary", 68)          \
  KIND(text_search_configuration, TextSearchConfiguration, "text search configuration", 69) \
  KIND(sequence, Sequence, "sequence", 70)                                                  \
  KIND(relation, Relation, "table", 80)                                                     \
  KIND(attribute, Attribute, "column", 90)                                                  \
  KIND(attribute_default, AttributeDefault, "column default", 100)                          \
  KIND(view, View, "view", 110)                                                             \
  KIND(materialized_view, MaterializedView, "materialized view", 120)                       \
  KIND(constraint, Constraint, "constraint", 130)                                           \
  KIND(index, Index, "index", 140)                                                          \
  KIND(statistics_object, StatisticsObject, "statistics object", 142)                       \
  KIND(rule, Rule, "rule", 145)                                                             \
  KIND(trigger, Trigger, "trigger", 150)                                                    \
  KIND(policy, Policy, "policy", 160)                                                       \
  KIND(publication, Publication, "publication", 161)                                        \
  KIND(published_table, PublishedTable, "published table", 162)                             \
  KIND(published_schema, PublishedSchema, "published schema", 163)                          \
  KIND(subscription, Subscription, "subscription", 165)                                     \
  KIND(database_setting, DatabaseSetting, "database setting", 167)                          \
  KIND(event_trigger, EventTrigger, "event trigger", 200)                                   \
  KIND(owner, Owner, "owner", 170)                                                          \
  KIND(privilege, Privilege, "privileges", 180)                                             \
  KIND(database_privilege, DatabasePrivilege, "database privileges", 183)                   \
  KIND(default_privilege, DefaultPrivilege, "default privileges", 185)                      \
  KIND(security_label, SecurityLabel, "security label", 187)                                \
  KIND(extension_dependency, ExtensionDependency, "extension dependency", 188)              \
  KIND(comment, Comment, "comment", 190)
// clang-format on
