#include "workflow/proof.hpp"

#include <map>
#include <utility>

#include "diff/compare.hpp"
#include "schema/catalog_pair.hpp"
#include "schema/quote.hpp"
#include "workflow/clock_readings.hpp"
#include "workflow/difference_text.hpp"
#include "workflow/ignore.hpp"
#include "workflow/scratch_build.hpp"
#include "workflow/written_text.hpp"

namespace pgplumb::workflow {
namespace {

// What the rows of one table are, column by column.
struct RowPrint {
  std::int64_t count = 0;
  std::map<std::string, std::string> columns;  // name -> digest of its values
};

using RowPrints = std::map<QualifiedName, RowPrint>;

// Its own rows: those of children and partitions are theirs, whoever is their parent later.
RowPrint print_rows(const ObjectId& relation, const Catalog& catalog, pg::Session& session) {
  RowPrint print;
  std::string select = "select count(*)";
  std::vector<std::string> names;
  for (const ObjectId& id : catalog.attributes_of(relation)) {
    const std::string column = quote_identifier(id.member);
    names.push_back(id.member);
    select.append(", md5(coalesce(string_agg(").append(column);
    select.append("::text, ',' order by ").append(column).append("::text), ''))");
  }
  const pg::Rows rows =
      session.query(select + " from only " + quote_qualified(relation.qualified_name()));
  print.count = rows.front().integer(0);
  for (std::size_t i = 0; i < names.size(); ++i)
    print.columns[names[i]] = rows.front().string(i + 1);
  return print;
}

RowPrints print_all(const SampleRows& sample, const Catalog& catalog, pg::Session& session) {
  RowPrints prints;
  for (const QualifiedName& name : sample.filled) {
    const ObjectId id = object_id(ObjectKind::relation, name);
    if (catalog.contains(id)) prints[name] = print_rows(id, catalog, session);
  }
  // What a partitioned table was filled with is in them.
  for (const auto [id, relation] : catalog.all<Relation>()) {
    const bool holds = relation.relation_kind == RelationKind::ordinary;
    if (holds && !relation.partition_of.empty()) {
      prints[id.qualified_name()] = print_rows(id, catalog, session);
    }
  }
  return prints;
}

class Prover {
 public:
  Prover(const ProofInput& input, scratch::ScratchServer& server)
      : input_(input), build_(server, Transactions::per_file) {}

  Proof run() {
    if (auto problem = build_.run(input_.start)) return failed(*problem);
    Catalog start = build_.read();
    take_open_names(start, input_.migrated);
    take_clock_readings(start, input_.migrated);
    proof_.rows = insert_sample_rows(start, input_.never_null, build_.session());
    RowPrints before = print_all(proof_.rows, start, build_.session());

    if (!run_all(input_.up)) return std::move(proof_);
    Catalog after_up = build_.read();
    Catalog desired = input_.desired;
    proof_.up_reaches_desired = same(after_up, desired, "after the way up");
    proof_.rows_survive = survived(before, after_up, "the way up");
    // What the way up drops (a hazard that was allowed) can't come back.
    std::erase_if(before, [&](const auto& entry) {
      return !after_up.contains(object_id(ObjectKind::relation, entry.first));
    });

    if (!run_all(input_.down)) return std::move(proof_);
    Catalog after_down = build_.read();
    proof_.down_returns = same(after_down, start, "after the way down");
    if (proof_.rows_survive) proof_.rows_survive = survived(before, after_down, "both ways", true);
    return std::move(proof_);
  }

 private:
  Proof failed(Diagnostic problem) {
    proof_.diagnostics.add(std::move(problem));
    return std::move(proof_);
  }

  bool run_all(const std::vector<migrations::Source>& sources) {
    for (const migrations::Source& source : sources) {
      if (auto problem = build_.run(source)) {
        proof_.diagnostics.add(std::move(*problem));
        return false;
      }
    }
    return true;
  }

  bool same(Catalog& reached, Catalog& wanted, const std::string& when) {
    leave_out(reached, input_.ignored_objects);
    leave_out(wanted, input_.ignored_objects);
    take_clock_readings(reached, wanted);
    reconcile(reached, wanted, DefaultOwners::known);
    const diff::Comparison comparison = diff::compare(reached, wanted);
    for (const std::string& line : difference_lines(comparison)) {
      std::string said = when;
      proof_.diagnostics.add(DiagnosticCode::proof_failed, said.append(", ").append(line));
    }
    return comparison.same();
  }

  // Tables and columns that are still there hold what they held.
  bool survived(const RowPrints& before, const Catalog& now, const std::string& what,
                bool counts_only = false) {
    bool all = true;
    for (const auto& [name, print] : before) {
      const ObjectId id = object_id(ObjectKind::relation, name);
      if (!now.contains(id)) continue;
      const RowPrint after = print_rows(id, now, build_.session());
      if (after.count == print.count && (counts_only || keeps_values(print, after))) continue;
      all = false;
      proof_.diagnostics.add(
          DiagnosticCode::proof_failed,
          "rows of table " + printable(shown(name)) + " did not survive " + what);
    }
    return all;
  }

  // A column whose type changed may print otherwise: only an emptied one counts as lost.
  static bool keeps_values(const RowPrint& before, const RowPrint& after) {
    static const std::string kNothing = "d41d8cd98f00b204e9800998ecf8427e";  // md5 of ''
    for (const auto& [column, digest] : before.columns) {
      const auto found = after.columns.find(column);
      if (found == after.columns.end()) continue;
      if (digest != kNothing && found->second == kNothing) return false;
    }
    return true;
  }

  const ProofInput& input_;
  ScratchBuild build_;
  Proof proof_;
};

}  // namespace

Proof prove(const ProofInput& input, scratch::ScratchServer& server) {
  return Prover(input, server).run();
}

}  // namespace pgplumb::workflow
