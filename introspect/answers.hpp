// The answers to the queries of one read: given lane by lane, waited for slot by slot.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <vector>

#include "introspect/query_list.hpp"
#include "pg/session.hpp"

namespace pgplumb::introspect {

// So that one kind is decoded while the server still works on the next. Safe between threads.
class Answers {
 public:
  explicit Answers(const QueryList& queries);

  // Runs the queries of one lane in one round trip. What goes wrong is thrown here, and by whoever
  // waits for an answer.
  void run(pg::Session& session, Lane lane);
  // The slot's answers, when all of them are there.
  [[nodiscard]] const SlotRows& wait_for(std::size_t slot);
  // Nobody asks for that slot again: its memory is given back.
  void forget(std::size_t slot);

 private:
  void give(std::size_t query, pg::Rows rows);
  void fail(std::exception_ptr problem);

  const QueryList& queries_;
  std::vector<std::size_t> places_;  // of each query in its slot
  std::mutex mutex_;
  std::condition_variable changed_;
  std::array<SlotRows, kSlots> slots_;
  std::array<std::size_t, kSlots> open_{};  // questions without an answer
  std::exception_ptr problem_;
};

}  // namespace pgplumb::introspect
