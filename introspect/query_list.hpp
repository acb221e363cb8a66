// The catalog queries of one read: collected from all kinds, sent together, answered together.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "pg/rows.hpp"
#include "schema/object_kind.hpp"

namespace pgplumb::introspect {

// Two connections share the work. Queries are given to a lane so that both take about as long.
// The first connection runs `early` before `first`: what somebody else may be waiting for.
enum class Lane : std::size_t { early, first, second };

// Who asked: a kind, or the part of the reader that resolves names.
inline constexpr std::size_t kNamesSlot = kObjectKinds.size();
inline constexpr std::size_t kSlots = kNamesSlot + 1;
constexpr std::size_t slot_of(ObjectKind kind) { return static_cast<std::size_t>(kind); }

struct CatalogQuery {
  std::size_t slot = 0;
  Lane lane = Lane::first;
  std::string sql;  // one statement without a semicolon
};

// What the role may read beyond what everybody may.
struct ReadRights {
  bool connection_strings = false;  // of subscriptions
};

class QueryList {
 public:
  QueryList(int server_version, ReadRights rights)
      : server_version_(server_version), rights_(rights) {}

  // Like 160002; for differences between versions.
  [[nodiscard]] int server_version() const { return server_version_; }
  [[nodiscard]] const ReadRights& rights() const { return rights_; }
  // What is added from now on belongs to `slot`.
  void start(std::size_t slot) { slot_ = slot; }
  // The answers come back to the slot in the order of these calls.
  void add(std::string sql, Lane lane) { queries_.push_back({slot_, lane, std::move(sql)}); }
  [[nodiscard]] const std::vector<CatalogQuery>& queries() const { return queries_; }

 private:
  int server_version_;
  ReadRights rights_;
  std::size_t slot_ = 0;
  std::vector<CatalogQuery> queries_;
};

// The answers of one slot, in the order of its questions.
using SlotRows = std::vector<pg::Rows>;

}  // namespace pgplumb::introspect
