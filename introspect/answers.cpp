#include "introspect/answers.hpp"

#include <string>
#include <utility>

#include "base/assert.hpp"

namespace pgplumb::introspect {

Answers::Answers(const QueryList& queries) : queries_(queries) {
  for (const CatalogQuery& query : queries.queries()) {
    places_.push_back(slots_[query.slot].size());
    slots_[query.slot].emplace_back();
    if (query.asked) ++open_[query.slot];
  }
}

void Answers::run(pg::Session& session, Lane lane) {
  std::string batch;
  std::vector<std::size_t> asked;
  for (std::size_t at = 0; at < queries_.queries().size(); ++at) {
    const CatalogQuery& query = queries_.queries()[at];
    if (query.lane != lane || !query.asked) continue;
    batch += query.sql + ";\n";
    asked.push_back(at);
  }
  if (asked.empty()) return;
  std::size_t answered = 0;
  try {
    session.query_each(batch, [&](pg::Rows rows) {
      PGPLUMB_ASSERT(answered < asked.size());
      give(asked[answered++], std::move(rows));
    });
  } catch (...) {
    fail(std::current_exception());
    throw;
  }
  PGPLUMB_ASSERT(answered == asked.size());
}

void Answers::give(std::size_t query, pg::Rows rows) {
  const std::size_t slot = queries_.queries()[query].slot;
  const std::lock_guard lock(mutex_);
  slots_[slot][places_[query]] = std::move(rows);
  if (--open_[slot] == 0) changed_.notify_all();
}

void Answers::fail(std::exception_ptr problem) {
  const std::lock_guard lock(mutex_);
  if (!problem_) problem_ = std::move(problem);
  changed_.notify_all();
}

const SlotRows& Answers::wait_for(std::size_t slot) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return open_[slot] == 0 || problem_ != nullptr; });
  if (open_[slot] != 0) std::rethrow_exception(problem_);
  return slots_[slot];
}

void Answers::forget(std::size_t slot) {
  const std::lock_guard lock(mutex_);
  slots_[slot].clear();
}

}  // namespace pgplumb::introspect
