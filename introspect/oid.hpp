// PostgreSQL's object identifiers, and the fixed ones of the catalogs that addresses name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace pgplumb::introspect {

using Oid = std::uint32_t;  // 0 is "none"

// Objects that initdb made have smaller ones (src/include/access/transam.h).
inline constexpr Oid kFirstNormalOid = 16384;
inline constexpr Oid kBootstrapSuperuser = 10;
inline constexpr Oid kDefaultCollation = 100;

// The catalog (pg_class of pg_class, so to say) that a row stands in.
enum class CatalogOid : Oid {
  pg_type = 1247,
  pg_attribute = 1249,
  pg_proc = 1255,
  pg_class = 1259,
  pg_foreign_server = 1417,
  pg_foreign_data_wrapper = 2328,
  pg_am = 2601,
  pg_cast = 2605,
  pg_constraint = 2606,
  pg_conversion = 2607,
  pg_language = 2612,
  pg_namespace = 2615,
  pg_opclass = 2616,
  pg_operator = 2617,
  pg_rewrite = 2618,
  pg_trigger = 2620,
  pg_opfamily = 2753,
  pg_extension = 3079,
  pg_policy = 3256,
  pg_statistic_ext = 3381,
  pg_event_trigger = 3466,
  pg_transform = 3576,
  pg_subscription = 6100,
  pg_publication = 6104,
  pg_collation = 3456,
  pg_ts_dict = 3600,
  pg_ts_parser = 3601,
  pg_ts_config = 3602,
  pg_ts_template = 3764,
};

// A row of a catalog, as pg_depend and pg_description name it.
struct Address {
  CatalogOid catalog{};
  Oid oid = 0;
  bool operator==(const Address&) const = default;
};

struct AddressHash {
  std::size_t operator()(const Address& address) const {
    return std::hash<std::uint64_t>()(static_cast<std::uint64_t>(address.catalog) << 32U |
                                      address.oid);
  }
};

}  // namespace pgplumb::introspect
