// What a database offers to logical replication: pg_publication. Its tables and schemas are objects
// of their own: published_table.hpp, published_schema.hpp.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

// PostgreSQL 18: publish_generated_columns.
PGPLUMB_ENUM(PublishedGenerated, none, stored)

struct Publication {
  bool all_tables = false;
  bool publishes_insert = true;
  bool publishes_update = true;
  bool publishes_delete = true;
  bool publishes_truncate = true;
  bool via_partition_root = false;
  PublishedGenerated generated_columns = PublishedGenerated::none;

  static constexpr std::tuple fields{field<&Publication::all_tables>("all_tables"),
                                     field<&Publication::publishes_insert>("publishes_insert"),
                                     field<&Publication::publishes_update>("publishes_update"),
                                     field<&Publication::publishes_delete>("publishes_delete"),
                                     field<&Publication::publishes_truncate>("publishes_truncate"),
                                     field<&Publication::via_partition_root>("via_partition_root"),
                                     field<&Publication::generated_columns>("generated_columns")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Publication>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
