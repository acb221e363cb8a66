#include "workflow/sample_rows.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "pg/server_error.hpp"
#include "pg/transaction.hpp"
#include "schema/quote.hpp"
#include "workflow/names_in_text.hpp"

namespace pgplumb::workflow {
namespace {

struct Sample {
  std::string_view typname;
  std::string_view value;  // as SQL, before the cast to the column's type
};

// One valid value of each built-in type that columns commonly have.
constexpr std::array kSamples = {
    Sample{"bit", "B'0'"},
    Sample{"bool", "true"},
    Sample{"box", "'(1,1),(0,0)'"},
    Sample{"bytea", "'\\x00'"},
    Sample{"char", "'a'"},
    Sample{"cidr", "'10.0.0.0/8'"},
    Sample{"circle", "'<(0,0),1>'"},
    Sample{"date", "'2026-01-02'"},
    Sample{"inet", "'10.0.0.1'"},
    Sample{"interval", "'1 hour'"},
    Sample{"json", "'{}'"},
    Sample{"jsonb", "'{}'"},
    Sample{"line", "'{1,1,1}'"},
    Sample{"lseg", "'(0,0),(1,1)'"},
    Sample{"macaddr", "'08:00:2b:01:02:03'"},
    Sample{"money", "'1'"},
    Sample{"oid", "1"},
    Sample{"path", "'(0,0),(1,1)'"},
    Sample{"point", "'(0,0)'"},
    Sample{"polygon", "'(0,0),(1,1),(1,0)'"},
    Sample{"time", "'01:02:03'"},
    Sample{"timestamp", "'2026-01-02 03:04:05'"},
    Sample{"timestamptz", "'2026-01-02 03:04:05+00'"},
    Sample{"timetz", "'01:02:03+00'"},
    Sample{"tsquery", "'a'"},
    Sample{"tsvector", "'a'"},
    Sample{"uuid", "'6f1e2d3c-4b5a-4c6d-8e7f-0a1b2c3d4e5f'"},
    Sample{"varbit", "B'0'"},
    Sample{"xml", "'<a/>'"},
};

// What columns of free text and numbers commonly have to look like, tried in turn when a check
// refuses the first.
constexpr std::array<std::string_view, 12> kTexts = {
    "a",  "A",   "1",   "a@example.org", "9780306406157", "12345", "https://example.org/a",
    "XX", "EUR", "a-b", "2026-01-02",    "+15550100"};
constexpr std::array<std::string_view, 7> kNumbers = {"1", "0", "2", "10", "100", "0.5", "-1"};

// Tried on a type of which nothing is known, an extension's for one.
constexpr std::array<std::string_view, 12> kAnything = {
    "a", "1", "0", "", "{}", "empty", "a=>1", "(1,1)", "0/0", "1:1:", "9780306406157", "pg_class"};

using Candidates = std::vector<std::string>;

bool is_text(std::string_view typname) {
  return typname == "text" || typname == "varchar" || typname == "bpchar" || typname == "name";
}

bool is_number(std::string_view typname) {
  return typname == "int2" || typname == "int4" || typname == "int8" || typname == "numeric" ||
         typname == "float4" || typname == "float8";
}

// The string constants of a check, which often lists what is allowed.
void add_constants(std::string_view check, Candidates& candidates) {
  for (const std::string_view constant : string_constants(check)) {
    candidates.emplace_back(constant);
  }
}

Candidates builtin_candidates(const std::string& typname) {
  Candidates candidates;
  if (is_text(typname)) {
    for (const std::string_view text : kTexts) candidates.push_back(quote_literal(text));
  } else if (is_number(typname)) {
    candidates.assign(kNumbers.begin(), kNumbers.end());
  } else {
    const auto* found = std::find_if(kSamples.begin(), kSamples.end(),
                                     [&](const Sample& s) { return s.typname == typname; });
    if (found != kSamples.end()) candidates.emplace_back(found->value);
    if (typname.ends_with("range")) candidates.emplace_back("'empty'");
  }
  return candidates;
}

// Knows values of types.
class Values {
 public:
  Values(const Catalog& catalog, pg::Session& session) : catalog_(catalog), session_(session) {}

  // SQL for values of `type`, likely ones first; empty where none is known.
  Candidates of(const TypeRef& type) {
    if (type.array) return {"'{}'"};
    Candidates candidates = known(type);
    return candidates.empty() ? tried(type) : candidates;
  }

 private:
  Candidates known(const TypeRef& type) {
    if (type.name.space.text() == "pg_catalog") return builtin_candidates(type.name.name.text());
    const auto found = catalog_.find_type(type.name);
    if (!found) return {};
    switch (found->kind) {
      case ObjectKind::enum_type: return labels(*catalog_.get<EnumType>(*found));
      case ObjectKind::domain: return of_domain(*found);
      case ObjectKind::composite_type:
      case ObjectKind::relation: return {row_of_nulls(*found)};
      default: return {};
    }
  }

  static Candidates labels(const EnumType& type) {
    Candidates candidates;
    candidates.reserve(type.labels.size());
    for (const std::string& label : type.labels) candidates.push_back(quote_literal(label));
    return candidates;
  }

  Candidates of_domain(const ObjectId& id) {
    Candidates candidates = of(catalog_.get<Domain>(id)->type);
    for (const ObjectId& check : catalog_.parts_of(id, ObjectKind::constraint)) {
      add_constants(catalog_.get<Constraint>(check)->check.text, candidates);
    }
    return candidates;
  }

  [[nodiscard]] std::string row_of_nulls(const ObjectId& id) const {
    const std::size_t columns = catalog_.attributes_of(id).size();
    return "'(" + std::string(columns == 0 ? 0 : columns - 1, ',') + ")'";
  }

  Candidates tried(const TypeRef& type) {
    const std::string name = format_type(type);
    const auto found = tried_.find(name);
    if (found != tried_.end()) return found->second;
    Candidates& candidates = tried_[name];
    for (const std::string_view text : kAnything) {
      pg::Savepoint savepoint(session_, "pgplumb_value");
      try {
        session_.execute("select (" + quote_literal(text) + ")::" + name);
        savepoint.release();
        candidates.push_back(quote_literal(text));
      } catch (const pg::ServerError&) {
        savepoint.rollback();
      }
    }
    return candidates;
  }

  const Catalog& catalog_;
  pg::Session& session_;
  std::map<std::string, Candidates> tried_;  // by the type's name
};

struct Reference {
  QualifiedName relation;
  Identifier column;
};

// Which columns of `relation` point where.
std::map<Identifier, Reference> references_of(const Catalog& catalog, const ObjectId& relation) {
  std::map<Identifier, Reference> found;
  for (const ObjectId& id : catalog.parts_of(relation, ObjectKind::constraint)) {
    const auto* constraint = catalog.get<Constraint>(id);
    if (constraint->type != ConstraintType::foreign_key) continue;
    for (std::size_t i = 0; i < constraint->columns.size(); ++i) {
      if (i >= constraint->foreign_columns.size()) break;
      found[constraint->columns[i]] = {constraint->foreign_relation,
                                       constraint->foreign_columns[i]};
    }
  }
  return found;
}

enum class Columns { all, required };

class Filler {
 public:
  Filler(const Catalog& catalog, const std::set<ObjectId>& never_null, pg::Session& session)
      : catalog_(catalog), never_null_(never_null), session_(session), values_(catalog, session) {}

  // From here on a reference that may be null is, where the other table has no row.
  void allow_missing() { allows_missing_ = true; }

  // Empty = a row is in; else why not.
  std::string fill(const ObjectId& relation) {
    // Migrations may have brought rows of their own.
    if (count_rows(relation.qualified_name(), session_) > 0) return {};
    std::string first_reason;
    for (const Columns columns : {Columns::all, Columns::required}) {
      const std::string reason = fill(relation, columns);
      if (reason.empty()) return {};
      if (first_reason.empty()) first_reason = reason;
    }
    return first_reason;
  }

 private:
  // Tries other values for the columns that a check refused, as long as there are any.
  std::string fill(const ObjectId& relation, Columns columns) {
    constexpr int kMostAttempts = 60;
    choice_.clear();
    std::string reason;
    for (int attempts = 0; attempts < kMostAttempts; ++attempts) {
      refused_ = {};
      reason = attempt(statement(relation, columns));
      if (reason.empty() || !try_others(relation)) return reason;
    }
    return reason;
  }

  std::string attempt(const std::string& sql) {
    pg::Savepoint savepoint(session_, "pgplumb_sample");
    try {
      const pg::CommandOutcome outcome = session_.execute(sql);
      savepoint.release();
      return outcome.affected > 0 ? "" : "a table that it references has no row";
    } catch (const pg::ServerError& error) {
      savepoint.rollback();
      if (error.sqlstate() == "23514") refused_ = error.report();
      return error.message();
    }
  }

  // True when a column that the refusing check is about has another value to offer.
  bool try_others(const ObjectId& relation) {
    if (refused_.constraint.empty()) return false;
    const std::string check = check_text(relation);
    bool more = false;
    for (const ObjectId& id : catalog_.attributes_of(relation)) {
      const TypeRef& type = catalog_.get<Attribute>(id)->type;
      const bool of_domain = !refused_.data_type.empty() &&
                             type.name.name.text() == refused_.data_type &&
                             type.name.space.text() == refused_.schema;
      if (!of_domain && check.find(id.member) == std::string::npos) continue;
      more = ++choice_[id.member] < values_for(relation, id).size() || more;
    }
    return more;
  }

  std::string check_text(const ObjectId& relation) const {
    const auto* constraint = catalog_.get<Constraint>(
        part_of(relation, ObjectKind::constraint, Identifier(refused_.constraint)));
    return constraint == nullptr ? std::string() : constraint->check.text;
  }

  Candidates values_for(const ObjectId& relation, const ObjectId& id) {
    Candidates candidates = values_.of(catalog_.get<Attribute>(id)->type);
    for (const ObjectId& other : catalog_.parts_of(relation, ObjectKind::constraint)) {
      const std::string& check = catalog_.get<Constraint>(other)->check.text;
      if (check.find(id.member) != std::string::npos) add_constants(check, candidates);
    }
    return candidates;
  }

  std::string statement(const ObjectId& relation, Columns columns) {
    const auto references = references_of(catalog_, relation);
    std::string names;
    std::string values;
    std::string conditions;
    for (const ObjectId& id : catalog_.attributes_of(relation)) {
      if (!takes_value(relation, id, columns)) continue;
      const auto reference = references.find(Identifier(id.member));
      const bool refers = reference != references.end();
      const auto value =
          refers ? referenced(reference->second, relation, id) : value_of(relation, id);
      if (!value && !is_required(id)) continue;
      names += (names.empty() ? "" : ", ") + quote_identifier(id.member);
      // Without a value that is known the server says what it lacks.
      values += (values.empty() ? "" : ", ") + value.value_or("null");
      if (!value || !refers || (allows_missing_ && !is_required(id))) continue;
      conditions += (conditions.empty() ? " where " : " and ") + *value + " is not null";
    }
    const std::string table = quote_qualified(relation.qualified_name());
    if (names.empty()) return "insert into " + table + " default values";
    return "insert into " + table + " (" + names + ") select " + values + conditions;
  }

  [[nodiscard]] bool is_required(const ObjectId& id) const {
    return catalog_.get<Attribute>(id)->not_null || never_null_.contains(id);
  }

  std::optional<std::string> value_of(const ObjectId& relation, const ObjectId& id) {
    const Candidates candidates = values_for(relation, id);
    if (candidates.empty()) return std::nullopt;
    return "(" + candidates[choice_[id.member] % candidates.size()] +
           ")::" + format_type(catalog_.get<Attribute>(id)->type);
  }

  [[nodiscard]] bool takes_value(const ObjectId& relation, const ObjectId& id,
                                 Columns columns) const {
    const auto* attribute = catalog_.get<Attribute>(id);
    if (attribute->identity != Identity::none || attribute->generated != Generated::none)
      return false;
    const bool has_default =
        catalog_.contains(part_of(relation, ObjectKind::attribute_default, Identifier(id.member)));
    if (columns == Columns::all) return !has_default;
    return is_required(id) && !has_default;
  }

  // A key of the other table's row; nothing (NULL) for a table that references itself.
  [[nodiscard]] std::optional<std::string> referenced(const Reference& reference,
                                                      const ObjectId& relation,
                                                      const ObjectId& id) const {
    if (reference.relation == relation.qualified_name() && !is_required(id)) return std::nullopt;
    const std::string column = quote_identifier(reference.column.text());
    return "(select " + column + " from " + quote_qualified(reference.relation) + " order by " +
           column + " limit 1)";
  }

  const Catalog& catalog_;
  const std::set<ObjectId>& never_null_;
  pg::Session& session_;
  Values values_;
  bool allows_missing_ = false;
  std::map<std::string, std::size_t> choice_;  // column -> number of its candidate
  pg::ServerReport refused_;                   // the last check that refused a row
};

bool is_child_of(const Relation& relation, const QualifiedName& parent) {
  return relation.partition_of == parent ||
         std::find(relation.inherits.begin(), relation.inherits.end(), parent) !=
             relation.inherits.end();
}

// Whether rows of it are on another server, which is not there for a proof.
bool reads_elsewhere(const Catalog& catalog, const QualifiedName& name) {
  for (const auto [id, relation] : catalog.all<Relation>()) {
    if (!is_child_of(relation, name)) continue;
    if (relation.relation_kind == RelationKind::foreign) return true;
    if (reads_elsewhere(catalog, id.qualified_name())) return true;
  }
  return false;
}

bool has_foreign_tables(const Catalog& catalog) {
  for (const auto [id, relation] : catalog.all<Relation>()) {
    if (relation.relation_kind == RelationKind::foreign) return true;
  }
  return false;
}

bool takes_rows(const Relation& relation) {
  return relation.relation_kind == RelationKind::ordinary && relation.partition_of.empty();
}

// As long as one more has a row. Leaves in `waiting` those that have none.
void fill_all(Filler& filler, std::vector<ObjectId>& waiting, SampleRows& result) {
  for (bool progress = true; progress && !waiting.empty();) {
    progress = false;
    std::vector<ObjectId> again;
    for (const ObjectId& id : waiting) {
      const std::string reason = filler.fill(id);
      if (reason.empty()) {
        result.filled.push_back(id.qualified_name());
        result.empty.erase(id.qualified_name());
        progress = true;
      } else {
        result.empty[id.qualified_name()] = reason;
        again.push_back(id);
      }
    }
    waiting = std::move(again);
  }
}

}  // namespace

SampleRows insert_sample_rows(const Catalog& catalog, const std::set<ObjectId>& never_null,
                              pg::Session& session) {
  pg::Transaction transaction(session);
  // Triggers of the schema must not act on the samples; keys are valid by construction.
  session.execute("set local session_replication_role = replica");
  const bool foreign = has_foreign_tables(catalog);
  SampleRows result;
  std::vector<ObjectId> waiting;
  for (const auto [id, relation] : catalog.all<Relation>()) {
    const bool parent = relation.relation_kind == RelationKind::partitioned;
    if (!takes_rows(relation) && !parent) continue;
    if (foreign && reads_elsewhere(catalog, id.qualified_name())) {
      result.empty[id.qualified_name()] = "a part of it is on another server";
    } else {
      waiting.push_back(id);
    }
  }
  Filler filler(catalog, never_null, session);
  fill_all(filler, waiting, result);
  // Tables that reference each other in a circle, or one that has no row.
  filler.allow_missing();
  fill_all(filler, waiting, result);
  transaction.commit();
  return result;
}

std::int64_t count_rows(const QualifiedName& relation, pg::Session& session) {
  return session.query("select count(*) from " + quote_qualified(relation)).front().integer(0);
}

}  // namespace pgplumb::workflow
