// A comparison with one change of every sort, for the reports.
#pragma once

#include <memory>

#include "report/comparison_report.hpp"
#include "schema/kinds/attribute.hpp"
#include "schema/kinds/index.hpp"
#include "schema/kinds/relation.hpp"

namespace pgplumb::report {

struct Sample {
  Catalog current;
  Catalog desired;
  diff::Comparison comparison;
  Diagnostics diagnostics;
  std::shared_ptr<const SourceText> file =
      std::make_shared<const SourceText>("migrations/1_a.up.sql", "first;\n  second;\nthird;\n");
  ObjectId book = object_id(ObjectKind::relation, qualified("app", "book"));
  ObjectId pages = part_of(book, ObjectKind::attribute, Identifier("pages"));
  ObjectId index = object_id(ObjectKind::index, qualified("app", "book_idx"));

  Sample() {
    comparison.objects = 5;
    comparison.equal = 1;
    comparison.different = 3;
    comparison.unknown = 1;
    desired.provenance[book] = {file, 9, 15};
    desired.dropped[object_id(ObjectKind::relation, qualified("app", "extra"))] = {file, 17, 22};
    alter();
    missing();
    extra();
    unknown();
    current.unmanaged.push_back({"operator app.===", {}});
    desired.opaque.push_back({"DO", {file, 0, 5}});
  }

  [[nodiscard]] ComparisonReport report() const {
    return {{"database d", "the database", false},
            {"migrations", "migrations", true},
            comparison,
            current,
            desired,
            diagnostics,
            std::chrono::milliseconds(7)};
  }

 private:
  diff::Change& add(diff::Verb verb, const ObjectId& id) {
    diff::Change& change = comparison.changes.emplace_back();
    change.verb = verb;
    change.id = id;
    return change;
  }
  void alter() {
    add(diff::Verb::alter, pages).fields = {{"type", 0, Verdict::different, "bigint", "integer"},
                                            {"not_null", 1, Verdict::different, "no", "yes"}};
  }
  void missing() {
    add(diff::Verb::create, index).desired = Index{};
    desired.provenance[index] = {file, 17, 22};
  }
  void extra() {
    const ObjectId id = object_id(ObjectKind::relation, qualified("app", "extra"));
    add(diff::Verb::drop, id).current = Relation{};
    diff::Change& part = add(diff::Verb::drop, part_of(id, ObjectKind::attribute, Identifier("a")));
    part.current = Attribute{};
    part.folded_into = id;
  }
  void unknown() {
    add(diff::Verb::alter, object_id(ObjectKind::view, qualified("app", "v"))).fields = {
        {"query", 0, Verdict::unknown, "SELECT \x1b[31m 1", "select 1"}};
  }
};

}  // namespace pgplumb::report
