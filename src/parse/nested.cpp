// Statements inside statements, and states to come back to.
#include <utility>

#include "parse/replay.hpp"

namespace pgplumb::parse {
namespace {

// The first error that came after the first `count` diagnostics.
std::optional<DiagnosticCode> error_after(const Diagnostics& diagnostics, std::size_t count) {
  const auto& all = diagnostics.all();
  for (std::size_t i = count; i < all.size(); ++i) {
    if (all[i].severity() == Severity::error) return all[i].code;
  }
  return std::nullopt;
}

// Gives a variable its value back, however the scope is left.
template <typename T>
class Restored {
 public:
  Restored(T& variable, T value) : variable_(variable), before_(std::exchange(variable, value)) {}
  ~Restored() { variable_ = before_; }
  Restored(const Restored&) = delete;
  Restored& operator=(const Restored&) = delete;

 private:
  T& variable_;
  T before_;
};

}  // namespace

SearchPath Replay::initial_search_path() const {
  return options_.search_path == SearchPath{"public"} ? catalog_.database_search_path
                                                      : options_.search_path;
}

Replay::Nested Replay::run_nested(const std::shared_ptr<const SourceText>& source) {
  Nested outcome;
  const Restored<const sql::Statement*> statement(statement_, statement_);
  const Restored<Nested*> nested(nested_, &outcome);
  const Restored<int> nesting(nesting_, nesting_ + 1);
  constexpr int kMaximumNesting = 20;  // a function that calls itself would not end
  if (nesting_ > kMaximumNesting) {
    outcome.opaque = "it calls itself, or nests too deeply";
    return outcome;
  }
  const std::size_t before = diagnostics_.all().size();
  sql::for_each_statement(source, diagnostics_, [&](const sql::Statement& inner) {
    outcome.failure = error_after(diagnostics_, before);
    if (!outcome.failure && !outcome.opaque) run_statement(inner);
  });
  outcome.failure = error_after(diagnostics_, before);
  return outcome;
}

Replay::Savepoint Replay::savepoint() const {
  return {catalog_,   diagnostics_, session_, after_transaction_, has_local_settings_,
          temporary_, members_};
}

void Replay::roll_back_to(Savepoint point) {
  catalog_ = std::move(point.catalog);
  names_.forget_all();
  diagnostics_ = std::move(point.diagnostics);
  session_ = std::move(point.session);
  after_transaction_ = std::move(point.after_transaction);
  has_local_settings_ = point.has_local_settings;
  temporary_ = std::move(point.temporary);
  members_ = std::move(point.members);
}

void Replay::begin_transaction() {
  in_transaction_ = true;
  if (may_roll_back_ && savepoints_.empty()) set_savepoint("");
}

void Replay::end_transaction() {
  savepoints_.clear();
  if (is_one_transaction_) return;
  in_transaction_ = false;
  end_local_settings();
}

void Replay::end_local_settings() {
  if (has_local_settings_) session_ = after_transaction_;
  has_local_settings_ = false;
}

void Replay::roll_back_transaction() {
  roll_back_to_savepoint("");
  end_transaction();
}

void Replay::set_savepoint(std::string name) {
  savepoints_.emplace_back(std::move(name), savepoint());
}

// It stays there, to be gone back to again; later ones are gone.
void Replay::roll_back_to_savepoint(const std::string& name) {
  while (!savepoints_.empty() && savepoints_.back().first != name) savepoints_.pop_back();
  if (savepoints_.empty()) return;
  Savepoint point = savepoints_.back().second;
  point.diagnostics = std::move(diagnostics_);
  roll_back_to(std::move(point));
}

void Replay::release_savepoint(const std::string& name) {
  const auto found = std::find_if(savepoints_.rbegin(), savepoints_.rend(),
                                  [&](const auto& point) { return point.first == name; });
  if (found != savepoints_.rend()) savepoints_.erase(std::prev(found.base()), savepoints_.end());
}

}  // namespace pgplumb::parse
