#include "workflow/conflicts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "diff/compare.hpp"
#include "migrations/checksum.hpp"
#include "workflow/text_state.hpp"

namespace pgplumb::workflow {
namespace {

using migrations::Migration;
using Files = std::vector<const Migration*>;
using Touched = std::map<ObjectId, SourceSpan>;

TextState state_of(const Files& files, const SearchPath& search_path) {
  SqlFiles texts;
  texts.is_history = true;
  for (const Migration* file : files) texts.files.push_back(file->up);
  parse::ReplayOptions options;
  options.search_path = search_path;
  return replay(texts, std::move(options));
}

// What stands on its own: the table of a column, of an index, of a comment on either.
ObjectId top_of(const Catalog& state, ObjectId id) {
  if (const auto* index = state.get<Index>(id)) {
    return top_of(state, object_id(ObjectKind::relation, index->relation));
  }
  while (const auto parent = parent_of(id)) id = *parent;
  return id;
}

// Objects that were set or dropped last by one of `files`, and where.
Touched touched_by(const Catalog& state, const Files& files) {
  std::set<const SourceText*> sources;
  for (const Migration* file : files) sources.insert(file->up.get());
  Touched touched;
  for (const auto* places : {&state.provenance, &state.dropped}) {
    for (const auto& [id, span] : *places) {
      if (sources.count(span.source.get()) != 0) touched.emplace(id, span);
    }
  }
  return touched;
}

Files in_version_order(Files files) {
  std::sort(files.begin(), files.end(),
            [](const Migration* a, const Migration* b) { return a->version < b->version; });
  return files;
}

Files joined(const Files& a, const Files& b) {
  Files all = a;
  all.insert(all.end(), b.begin(), b.end());
  return all;
}

std::string with_place(const SourceSpan& span) {
  return span.known() ? " (" + printable(span.label()) + ")" : "";
}

class Finder {
 public:
  Finder(const Branch& first, const Branch& second, const SearchPath& search_path)
      : first_(first), second_(second), search_path_(search_path) {}

  ConflictReport run() {
    divide();
    report_.first_only = mine_.size();
    report_.second_only = theirs_.size();
    if (mine_.empty() || theirs_.empty()) return std::move(report_);
    note_late_files();
    compare_objects();
    compare_orders();
    return std::move(report_);
  }

 private:
  // Common ground and each side's own; one version with two texts belongs to neither.
  void divide() {
    std::map<migrations::Version, const Migration*> others;
    for (const Migration& file : second_.files) others[file.version] = &file;
    for (const Migration& file : first_.files) {
      const auto other = others.find(file.version);
      if (other == others.end()) {
        mine_.push_back(&file);
        continue;
      }
      compare_versions(file, *other->second);
      others.erase(other);
    }
    for (const auto& [version, file] : others) theirs_.push_back(file);
  }

  void compare_versions(const Migration& mine, const Migration& other) {
    const bool same = mine.name == other.name &&
                      migrations::checksum(*mine.up) == migrations::checksum(*other.up);
    common_.push_back(&mine);
    if (same) return;
    const std::string what = mine.name == other.name ? "has two texts: " : "is taken twice: ";
    report_.conflicts.push_back({"version " + mine.version.text() + " " + what +
                                     printable(mine.up->path()) + " in " + first_.label + ", " +
                                     printable(other.up->path()) + " in " + second_.label,
                                 {},
                                 {}});
  }

  void note_late_files() {
    note_late(mine_, first_.label, *theirs_.back(), second_.label);
    note_late(theirs_, second_.label, *mine_.back(), first_.label);
  }

  void note_late(const Files& files, const std::string& label, const Migration& newest,
                 const std::string& other) {
    for (const Migration* file : files) {
      if (!(file->version < newest.version)) continue;
      report_.notes.push_back({printable(file->label()) + " of " + label + " is late wherever " +
                                   printable(newest.label()) + " of " + other + " is applied first",
                               {},
                               {}});
    }
  }

  void compare_objects() {
    const TextState first = state_of(in_version_order(joined(common_, mine_)), search_path_);
    const TextState second = state_of(in_version_order(joined(common_, theirs_)), search_path_);
    report_.diagnostics.append(first.diagnostics);
    const Touched mine = touched_by(first.catalog, mine_);
    const Touched theirs = touched_by(second.catalog, theirs_);
    std::set<ObjectId> reported;
    for (const auto& [id, span] : mine) {
      const auto other = theirs.find(id);
      if (other == theirs.end()) continue;
      // A dropped table takes its columns along: one line is enough.
      if (!reported.insert(top_of(first.catalog, id)).second) continue;
      report_.conflicts.push_back({"both touch " + described(id) + ": " + first_.label +
                                       with_place(span) + ", " + second_.label +
                                       with_place(other->second),
                                   span, other->second});
    }
    compare_tops(by_top(first.catalog, mine), by_top(second.catalog, theirs), reported);
  }

  static Touched by_top(const Catalog& state, const Touched& touched) {
    Touched tops;
    for (const auto& [id, span] : touched) tops.emplace(top_of(state, id), span);
    return tops;
  }

  // One side drops what the other changes a part of, or both change parts of it.
  void compare_tops(const Touched& mine, const Touched& theirs,
                    const std::set<ObjectId>& reported) {
    for (const auto& [id, span] : mine) {
      const auto other = theirs.find(id);
      if (other == theirs.end() || reported.count(id) != 0) continue;
      report_.notes.push_back({"both change parts of " + described(id) + ": " + first_.label +
                                   with_place(span) + ", " + second_.label +
                                   with_place(other->second),
                               span, other->second});
    }
  }

  // Wherever each was applied first, the database must become the same.
  void compare_orders() {
    const Files ground = in_version_order(common_);
    const TextState before = state_of(joined(joined(ground, mine_), theirs_), search_path_);
    const TextState after = state_of(joined(joined(ground, theirs_), mine_), search_path_);
    const bool failed = note_failures(before, first_.label, second_.label) ||
                        note_failures(after, second_.label, first_.label);
    if (failed) return;
    const diff::Comparison comparison = diff::compare(before.catalog, after.catalog);
    for (const diff::Change& change : comparison.changes) {
      if (change.folded_into || change.verdict() != Verdict::different) continue;
      report_.conflicts.push_back({"the order matters for " + described(change.id) +
                                       ": it is not "
                                       "the same after " +
                                       first_.label + " then " + second_.label + " and after " +
                                       second_.label + " then " + first_.label,
                                   {},
                                   {}});
    }
  }

  bool note_failures(const TextState& state, const std::string& earlier, const std::string& later) {
    bool failed = false;
    for (const Diagnostic& one : state.diagnostics.all()) {
      if (one.severity() != Severity::error) continue;
      failed = true;
      report_.conflicts.push_back({"with " + earlier + " applied first, " + later +
                                       " does not run: " + one.message + with_place(one.span),
                                   one.span,
                                   {}});
    }
    return failed;
  }

  const Branch& first_;
  const Branch& second_;
  const SearchPath& search_path_;
  ConflictReport report_;
  Files common_;
  Files mine_;
  Files theirs_;
};

}  // namespace

ConflictReport find_conflicts(const Branch& first, const Branch& second,
                              const SearchPath& search_path) {
  return Finder(first, second, search_path).run();
}

Diagnostics late_notes(const HistoryView& view, const RunPlan& plan,
                       const SearchPath& search_path) {
  Diagnostics notes;
  Files applied;
  Files late;
  for (const auto& one : view.status) {
    if (one.applied != nullptr && one.file != nullptr) applied.push_back(one.file);
  }
  for (const auto& one : plan.migrations) {
    const bool again = std::find(applied.begin(), applied.end(), one.migration) != applied.end();
    const bool is_late = one.direction == migrations::Direction::up && !again && !applied.empty() &&
                         one.migration->version < applied.back()->version;
    if (is_late) late.push_back(one.migration);
  }
  if (late.empty()) return notes;
  const TextState before = state_of(applied, search_path);
  const TextState after = state_of(joined(applied, late), search_path);
  for (const Migration* file : late) {
    Files newer = applied;
    std::erase_if(newer, [&](const Migration* one) { return one->version < file->version; });
    Touched theirs;
    for (const auto& [id, span] : touched_by(before.catalog, newer)) {
      theirs.emplace(top_of(before.catalog, id), span);
    }
    std::set<ObjectId> reported;
    for (const auto& [id, span] : touched_by(after.catalog, {file})) {
      const auto other = theirs.find(top_of(after.catalog, id));
      if (other == theirs.end() || !reported.insert(other->first).second) continue;
      Diagnostic note{DiagnosticCode::late_file,
                      "migration " + printable(file->label()) + " is late and touches " +
                          described(other->first) + ", which a newer one touched",
                      span,
                      {{"here", other->second}}};
      notes.add(std::move(note));
    }
  }
  return notes;
}

}  // namespace pgplumb::workflow
