// The catalog queries of one read: collected from all kinds, sent together, answered together.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
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
  std::string sql;                    // one statement without a semicolon
  std::optional<std::size_t> source;  // of QueryList::sources()
  bool asked = true;                  // false: it would have no rows
};

// What the role may read beyond what everybody may.
struct ReadRights {
  bool connection_strings = false;  // of subscriptions
};

// Of ReadOptions.
enum class IndexLabels { unread, read };

class QueryList {
 public:
  QueryList(int server_version, ReadRights rights, IndexLabels labels)
      : server_version_(server_version), rights_(rights), labels_(labels) {}

  // Like 160002; for differences between versions.
  [[nodiscard]] int server_version() const { return server_version_; }
  [[nodiscard]] const ReadRights& rights() const { return rights_; }
  [[nodiscard]] IndexLabels index_labels() const { return labels_; }
  // What is added from now on belongs to `slot`.
  void start(std::size_t slot) { slot_ = slot; }
  // The answers come back to the slot in the order of these calls.
  void add(std::string sql, Lane lane) {
    queries_.push_back({slot_, lane, std::move(sql), {}, true});
  }
  // As add(), but the answer has no rows, and nothing is asked, where `source`
  // ("pg_transform where oid >= 16384") has none: most databases hold nothing of most kinds, and to
  // plan a query costs a server more than to look whether it is needed.
  void add_if_any(std::string source, std::string sql, Lane lane) {
    const std::size_t at = look_at(std::move(source));
    queries_.push_back({slot_, lane, std::move(sql), at, true});
  }
  // For is_filled(). Its place in sources().
  std::size_t look_at(std::string source) {
    const std::size_t at = place_of(source);
    if (at == sources_.size()) sources_.push_back(std::move(source));
    return at;
  }
  [[nodiscard]] const std::vector<CatalogQuery>& queries() const { return queries_; }
  // Each once: what follows FROM in a question whether there is a row.
  [[nodiscard]] const std::vector<std::string>& sources() const { return sources_; }
  // `filled`: of each source whether it has rows.
  void ask_only_filled(std::vector<bool> filled) {
    filled_ = std::move(filled);
    for (CatalogQuery& query : queries_) query.asked = !query.source || filled_[*query.source];
  }
  // After ask_only_filled().
  [[nodiscard]] bool is_filled(std::string_view source) const { return filled_[place_of(source)]; }

 private:
  [[nodiscard]] std::size_t place_of(std::string_view source) const {
    const auto found = std::find(sources_.begin(), sources_.end(), source);
    return static_cast<std::size_t>(found - sources_.begin());
  }

  int server_version_;
  ReadRights rights_;
  IndexLabels labels_;
  std::size_t slot_ = 0;
  std::vector<CatalogQuery> queries_;
  std::vector<std::string> sources_;
  std::vector<bool> filled_;
};

// The answers of one slot, in the order of its questions.
using SlotRows = std::vector<pg::Rows>;

}  // namespace pgplumb::introspect
