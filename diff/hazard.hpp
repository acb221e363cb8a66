// What can go wrong when a statement runs on a database with rows and traffic. One list.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/object_id.hpp"

// HAZARD(name, loses, sentence, way_out). `loses`: refused unless allowed by name.
// The sentence and the way out are printed after the object's name.
#define PGPLUMB_HAZARDS(HAZARD)                                                                   \
  HAZARD(drops_data, true, "drops the rows that it holds",                                        \
         "rename it first and drop it once nothing has missed it, or keep a copy")                \
  HAZARD(drops_column, true, "drops the column with its values",                                  \
         "stop using the column first; keep a copy of the values if they may be needed")          \
  HAZARD(narrows_type, true, "changes to a type that can't hold every present value",             \
         "check the values first; add a second column and move the values over")                  \
  HAZARD(needs_secret, true, "has **** where a password belongs, because none is kept",           \
         "write that statement by hand, or put the password in before it runs")                   \
  HAZARD(drops_enum_value, true, "removes or reorders labels, which rewrites every column of it", \
         "keep the label and forbid it with a check constraint")                                  \
  HAZARD(irreversible, false, "can't be undone by a down migration", "take a backup before")      \
  HAZARD(rewrites_table, false, "rewrites the table while nobody can read or write it",           \
         "add a second column, fill it in batches, then swap the two")                            \
  HAZARD(depends_on_time_zone, false, "reads its values in the time zone of the session",         \
         "name their own zone by hand: USING … AT TIME ZONE 'UTC'")                               \
  HAZARD(scans_table, false, "reads the whole table under its lock",                              \
         "let a check say as much first: add it NOT VALID, validate it in a second step")         \
  HAZARD(blocks_writes, false, "blocks writes while it runs",                                     \
         "use the CONCURRENTLY form in a migration without a transaction")                        \
  HAZARD(blocks_reads, false, "blocks reads and writes while it runs",                            \
         "run it with a short lock_timeout and retry")                                            \
  HAZARD(drops_index, false, "drops an index that queries may rely on",                           \
         "build its replacement first; drop it CONCURRENTLY")                                     \
  HAZARD(needs_unique_data, false, "fails when present rows repeat a value",                      \
         "look for repeated values first")                                                        \
  HAZARD(needs_valid_data, false, "fails when a present row breaks the rule",                     \
         "look for offending rows first, or add it NOT VALID")                                    \
  HAZARD(sets_not_null, false, "fails when a present row has no value",                           \
         "fill the column first, or give it a default")                                           \
  HAZARD(fills_values, false, "gives present rows a stand-in value, because theirs are gone",     \
         "restore the values from a copy afterwards")                                             \
  HAZARD(recreates_view, false, "drops the view and makes it again",                              \
         "nothing is lost; queries on it wait for the transaction")                               \
  HAZARD(recreates_materialized_view, false, "drops the materialized view and fills it again",    \
         "expect the time that its query takes; reads wait for it")                               \
  HAZARD(recreates_object, false, "drops the object and makes it again",                          \
         "nothing is lost; sessions that use it wait for the transaction")                        \
  HAZARD(                                                                                         \
      disables_checks, false, "lets in rows that break keys and foreign keys",                    \
      "switch the checks on again as soon as the rows are loaded, and look for what broke them")  \
  HAZARD(enables_checks, false, "checks rows from now on, not those that came in before",         \
         "look for rows that break the foreign key before it is relied on")                       \
  HAZARD(stops_replication, false, "takes changes away from those who subscribe to it",           \
         "tell the subscribers first; they refresh their subscriptions afterwards")               \
  HAZARD(needs_publisher, false, "is written without a word to its publisher",                    \
         "make its slot there, then enable and refresh the subscription by hand")                 \
  HAZARD(leaves_slot, false, "leaves its replication slot on the publisher",                      \
         "drop the slot there, or its write-ahead log grows without end")                         \
  HAZARD(lacks_password, false, "is written without the password of its connection",              \
         "add it by hand with ALTER SUBSCRIPTION … CONNECTION")                                   \
  HAZARD(changes_authorization, false, "changes who may see or do what",                          \
         "review it as a security change")

namespace pgplumb::diff {

enum class Hazard : std::uint8_t {
#define HAZARD(name, loses, sentence, way_out) name,
  PGPLUMB_HAZARDS(HAZARD)
#undef HAZARD
};

struct HazardFacts {
  std::string_view name;
  bool loses;  // data, or the way back to it
  std::string_view sentence;
  std::string_view way_out;
};

[[nodiscard]] const HazardFacts& facts_of(Hazard hazard);
[[nodiscard]] std::optional<Hazard> hazard_named(std::string_view name);

// A hazard of one statement, about one object.
struct HazardOn {
  Hazard hazard{};
  ObjectId id;
  std::string detail;  // "integer to smallint"; may be empty

  bool operator==(const HazardOn&) const = default;
};

// "table public.orders: drops the rows that it holds".
[[nodiscard]] std::string described(const HazardOn& hazard);

// What the user allowed: a hazard everywhere ("drops_data") or on one object
// ("drops_column:public.orders.total", the name as shown(ObjectId) prints it).
struct AllowedHazards {
  bool all = false;
  std::set<Hazard> everywhere;
  std::set<std::pair<Hazard, std::string>> on_object;

  // False when `text` names no hazard.
  bool allow(std::string_view text);
  [[nodiscard]] bool allows(const HazardOn& hazard) const;
};

}  // namespace pgplumb::diff
