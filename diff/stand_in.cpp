#include "diff/stand_in.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "schema/quote.hpp"

namespace pgplumb::diff {
namespace {

struct StandIn {
  std::string_view typname;
  std::string_view value;
};

constexpr std::array kStandIns = {
    StandIn{"bool", "false"},
    StandIn{"bpchar", "''"},
    StandIn{"bytea", "''"},
    StandIn{"date", "'1970-01-01'"},
    StandIn{"float4", "0"},
    StandIn{"float8", "0"},
    StandIn{"int2", "0"},
    StandIn{"int4", "0"},
    StandIn{"int8", "0"},
    StandIn{"interval", "'0'"},
    StandIn{"json", "'{}'"},
    StandIn{"jsonb", "'{}'"},
    StandIn{"money", "'0'"},
    StandIn{"name", "''"},
    StandIn{"numeric", "0"},
    StandIn{"text", "''"},
    StandIn{"time", "'00:00'"},
    StandIn{"timestamp", "'1970-01-01'"},
    StandIn{"timestamptz", "'1970-01-01 00:00:00+00'"},
    StandIn{"tsvector", "''"},
    StandIn{"uuid", "'00000000-0000-0000-0000-000000000000'"},
    StandIn{"varchar", "''"},
};

}  // namespace

std::optional<std::string> stand_in_value(const TypeRef& type, const Catalog& catalog) {
  if (type.array) return "'{}'";
  if (type.name.space.text() == "pg_catalog") {
    const auto* found = std::find_if(
        kStandIns.begin(), kStandIns.end(),
        [&](const StandIn& candidate) { return candidate.typname == type.name.name.text(); });
    if (found == kStandIns.end()) return std::nullopt;
    return std::string(found->value);
  }
  const auto* labels = catalog.get<EnumType>(object_id(ObjectKind::enum_type, type.name));
  if (labels == nullptr || labels->labels.empty()) return std::nullopt;
  return quote_literal(labels->labels.front());
}

}  // namespace pgplumb::diff
