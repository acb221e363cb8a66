#include "sql/memory_scope.hpp"

extern "C" {
// utils/guc.h needs the macros that tree.hpp takes away.
extern __thread int log_min_messages;
void pg_query_init(void);
}

namespace pgplumb::sql {
namespace {

constexpr int kAboveEveryMessage = 100;

// The parser's warnings (deprecated syntax) would go to stderr otherwise.
void prepare_thread() {
  pg_query_init();
  log_min_messages = kAboveEveryMessage;
}

}  // namespace

MemoryScope::MemoryScope() {
  prepare_thread();
  outer_ = CurrentMemoryContext;
  own_ = AllocSetContextCreateInternal(outer_, "pgplumb", ALLOCSET_DEFAULT_SIZES);
  MemoryContextSwitchTo(own_);
}

MemoryScope::~MemoryScope() {
  MemoryContextSwitchTo(outer_);
  MemoryContextDelete(own_);
}

void MemoryScope::reset() { MemoryContextReset(own_); }

}  // namespace pgplumb::sql
