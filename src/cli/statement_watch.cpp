#include "cli/statement_watch.hpp"

#include <utility>

#include "base/elapsed.hpp"
#include "cli/progress.hpp"

namespace pgplumb::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLook{500};
constexpr std::chrono::milliseconds kFirst{5'000};
constexpr std::chrono::milliseconds kNext{15'000};

// Who is waited for comes first: nothing goes on before that.
constexpr const char* kProgress = R"(
select 'waits for a lock that ' || string_agg('pid ' || b.pid || coalesce(' (' ||
         nullif(b.application_name, '') || ')', ''), ', ') || ' has'
  from pg_catalog.pg_stat_activity b
 where b.pid = any (pg_catalog.pg_blocking_pids($1::int))
having count(*) > 0
union all
select p.phase || case when p.blocks_total > 0
         then ': ' || p.blocks_done || ' of ' || p.blocks_total || ' blocks' else '' end
  from pg_catalog.pg_stat_progress_create_index p where p.pid = $1::int
union all
select p.phase || case when p.heap_blks_total > 0
         then ': ' || p.heap_blks_scanned || ' of ' || p.heap_blks_total || ' blocks' else '' end
  from pg_catalog.pg_stat_progress_cluster p where p.pid = $1::int
union all
select p.phase || ': ' || p.heap_blks_scanned || ' of ' || p.heap_blks_total || ' blocks'
  from pg_catalog.pg_stat_progress_vacuum p where p.pid = $1::int
limit 1)";

}  // namespace

std::string server_progress(pg::Session& session, int pid) {
  const pg::Rows rows = session.query(kProgress, {std::to_string(pid)});
  return rows.empty() ? "" : rows.front().string(0);
}

StatementWatch::StatementWatch(Output& output, const pg::Session& session)
    : output_(output),
      url_(session.url()),
      pid_(session.backend_pid()),
      thread_([this] { watch(); }) {}

StatementWatch::~StatementWatch() {
  {
    const std::lock_guard<std::mutex> guard(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void StatementWatch::begin(std::string place) {
  const std::lock_guard<std::mutex> guard(mutex_);
  place_ = std::move(place);
  start_ = Clock::now();
  next_ = start_ + kFirst;
  runs_ = true;
}

void StatementWatch::end() {
  const std::lock_guard<std::mutex> guard(mutex_);
  runs_ = false;
}

// Looks at the clock once in a while, so that the many short statements cost no switch of threads.
void StatementWatch::watch() {
  std::unique_lock<std::mutex> guard(mutex_);
  while (!over_) {
    changed_.wait_for(guard, kLook, [this] { return over_; });
    if (over_ || !runs_ || Clock::now() < next_) continue;
    next_ = Clock::now() + kNext;
    const std::string place = place_;
    const auto start = start_;
    guard.unlock();
    tell(place, start);
    guard.lock();
  }
}

void StatementWatch::tell(const std::string& place, Clock::time_point start) {
  try {
    if (!session_) session_ = std::make_unique<pg::Session>(url_);
    const std::string text = server_progress(*session_, pid_);
    const std::lock_guard<std::mutex> guard(mutex_);
    if (!runs_ || start != start_) return;
    const auto elapsed = elapsed_since(start);
    output_.message("  " + printable(place) + ": running for " + shown_duration(elapsed) +
                    (text.empty() ? "" : ", " + printable(text)));
  } catch (const std::exception&) {  // progress is a courtesy
    session_.reset();
  }
}

}  // namespace pgplumb::cli
