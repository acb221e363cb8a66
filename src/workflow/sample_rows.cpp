#include "workflow/sample_rows.hpp"

#include <algorithm>
#include <optional>
#include <random>
#include <utility>

#include "pg/server_error.hpp"
#include "pg/transaction.hpp"
#include "schema/quote.hpp"
#include "workflow/relation_shape.hpp"
#include "workflow/row_rules.hpp"
#include "workflow/sample_values.hpp"

namespace pgplumb::workflow {
namespace {

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
// Whether a row has to fit the desired state, too.
enum class Judge { both_states, current_state };

// The values that a column may be given, and which one it is given next.
struct Choice {
  Candidates candidates;
  bool complete = false;  // with what its rules seem to look for
  std::size_t number = 0;
};

class Filler {
 public:
  Filler(const Catalog& catalog, const SampleInput& input, pg::Session& session)
      : catalog_(catalog), input_(input), session_(session), values_(catalog, session) {}

  // From here on a reference that may be null is, where the other table has no row.
  void allow_missing() { allows_missing_ = true; }

  // Empty = a row is in; else why not.
  std::string fill(const ObjectId& relation, Judge judge) {
    begin(relation, judge);
    std::string first_reason;
    for (const Columns columns : {Columns::all, Columns::required}) {
      const std::string reason = search(columns);
      if (reason.empty()) {
        if (is_chosen_by_hash(catalog_, relation)) add_more(columns);
        return {};
      }
      if (first_reason.empty()) first_reason = reason;
    }
    return first_reason;
  }

 private:
  // Where a hash decides, rows that fit the desired state would hide that others don't.
  void begin(const ObjectId& relation, Judge judge) {
    relation_ = relation;
    judge_ = is_chosen_by_hash(catalog_, relation) ? Judge::current_state : judge;
    references_ = references_of(catalog_, relation_);
    if (judge_ == Judge::both_states) add_later_references();
    choices_.clear();
    narrowed_ = false;
    random_.seed(std::mt19937::default_seed);
  }

  void add_later_references() {
    for (const auto& [own, other] : input_.desired->references(relation_)) {
      references_.try_emplace(Identifier(own.member),
                              Reference{other.qualified_name(), Identifier(other.member)});
    }
  }

  // Tries other values for the columns that the row was refused for, as long as there are any: all
  // of them in turn, then at random, for those that must not be alike.
  std::string search(Columns columns) {
    constexpr int kMostInTurn = 60;
    constexpr int kMostAttempts = 300;
    for (auto& [name, choice] : choices_) choice.number = 0;
    std::string reason;
    for (int attempts = 0; attempts < kMostAttempts; ++attempts) {
      reason = attempt(columns);
      const bool in_turn = attempts < kMostInTurn;
      if (reason.empty() || spent_ > kMostSpent || !try_others(in_turn)) break;
      // One column had all its values by then.
      if (!in_turn && refused_.size() == 1) break;
      ++spent_;
    }
    return reason;
  }

  // Rows with other keys, for the case that the hash sends them elsewhere later.
  void add_more(Columns columns) {
    constexpr int kRows = 6;
    constexpr int kMostAttempts = 150;
    int added = 1;
    for (int i = 0; i < kMostAttempts && added < kRows; ++i) {
      for (const std::string& column : key_columns(catalog_, relation_)) {
        complete(column);
        ++choices_[column].number;
      }
      if (attempt(columns).empty()) ++added;
    }
  }

  std::string attempt(Columns columns) {
    refused_.clear();
    pg::Savepoint savepoint(session_, "pgplumb_sample");
    try {
      const pg::Rows rows = session_.query(statement(columns));
      if (rows.empty()) return "a table that it references has no row";
      std::string reason = judged(rows);
      if (reason.empty()) savepoint.release();
      return reason;
    } catch (const pg::ServerError& error) {
      savepoint.rollback();
      if (error.sqlstate() == kCheckViolation) {
        refused_ = refused_columns(catalog_, relation_, error.report());
      }
      return error.message();
    }
  }

  // What the desired state has against the row.
  std::string judged(const pg::Rows& rows) {
    if (judge_ == Judge::current_state) return {};
    DesiredRows::Row row;
    std::size_t number = 0;
    for (const ObjectId& id : stored_columns()) {
      row[id.member] = rows.front().optional_string(number++);
    }
    const auto refusal = input_.desired->refusal(relation_, row);
    if (!refusal) return {};
    if (refusal->sqlstate == kCheckViolation) {
      refused_ = input_.desired->refused_columns(relation_, *refusal);
    } else if (refusal->sqlstate.starts_with("22") && !narrowed_) {
      narrow();
    }
    return refusal->message;
  }

  // To values that the columns' later types have, too, where there are any.
  void narrow() {
    narrowed_ = true;
    for (const ObjectId& id : stored_columns()) {
      if (references_.contains(Identifier(id.member))) continue;
      complete(id.member);
      Choice& choice = choices_[id.member];
      Candidates fitting;
      for (const std::string& candidate : choice.candidates) {
        const std::string text = values_.text_of(type_of(id), candidate).value_or("");
        if (input_.desired->takes(id, text)) fitting.push_back(candidate);
      }
      if (fitting.empty() || fitting.size() == choice.candidates.size()) continue;
      choice.candidates = std::move(fitting);
      choice.number = 0;
      refused_.insert(id.member);
    }
    restarts_ = !refused_.empty();
  }

  // True when a column that the row was refused for has another value to offer.
  bool try_others(bool in_turn) {
    if (std::exchange(restarts_, false)) return true;
    bool more = false;
    for (const std::string& column : refused_) {
      if (!is_given(part_of(relation_, ObjectKind::attribute, Identifier(column)))) continue;
      complete(column);
      Choice& choice = choices_[column];
      if (choice.candidates.empty()) continue;
      choice.number = in_turn ? choice.number + 1 : random_() % choice.candidates.size();
      more = more || choice.candidates.size() > 1;
    }
    return more;
  }

  Choice& choice_of(const ObjectId& id) {
    const auto [found, is_new] = choices_.try_emplace(id.member);
    if (is_new) found->second.candidates = values_.of(type_of(id));
    return found->second;
  }

  // With all that could be meant. Asking the server costs time, so only when the likely is refused.
  void complete(const std::string& column) {
    const ObjectId id = part_of(relation_, ObjectKind::attribute, Identifier(column));
    Choice& choice = choice_of(id);
    if (std::exchange(choice.complete, true)) return;
    Candidates all = choice.candidates;
    const auto add = [&](const Candidates& more) {
      all.insert(all.end(), more.begin(), more.end());
    };
    for (const std::string& rule : rules_about(id)) add(values_.hinted(rule, type_of(id)));
    if (input_.desired != nullptr) add(input_.desired->values(id));
    if (is_chosen_by_hash(catalog_, relation_)) add(many_values());
    choice.candidates = values_.taken_as(type_of(id), all);
  }

  [[nodiscard]] std::vector<std::string> rules_about(const ObjectId& id) const {
    std::vector<std::string> rules = workflow::rules_about(catalog_, relation_, id.member);
    if (input_.desired != nullptr) {
      const auto later = input_.desired->rules_about(id);
      rules.insert(rules.end(), later.begin(), later.end());
    }
    return rules;
  }

  static Candidates many_values() {
    constexpr int kMany = 40;
    Candidates candidates;
    for (int i = 1; i <= kMany; ++i) {
      const std::string number = std::to_string(i);
      candidates.push_back(number);
      candidates.push_back("md5('" + number + "')");
      candidates.push_back("date '2026-01-01' + " + number);
    }
    return candidates;
  }

  // All that the table keeps a value of.
  [[nodiscard]] std::vector<ObjectId> stored_columns() const {
    std::vector<ObjectId> columns;
    for (const ObjectId& id : catalog_.attributes_of(relation_)) {
      if (catalog_.get<Attribute>(id)->generated == Generated::none) columns.push_back(id);
    }
    return columns;
  }

  // Returns the row as it is kept.
  std::string statement(Columns columns) {
    std::string names;
    std::string values;
    std::string conditions;
    for (const ObjectId& id : catalog_.attributes_of(relation_)) {
      if (!takes_value(id, columns)) continue;
      const auto reference = references_.find(Identifier(id.member));
      const bool refers = reference != references_.end();
      const auto value = refers ? referenced(reference->second, id) : value_of(id);
      if (!value && !is_required(id)) continue;
      names += (names.empty() ? "" : ", ") + quote_identifier(id.member);
      // Without a value that is known the server says what it lacks.
      values += (values.empty() ? "" : ", ") + value.value_or("null");
      if (!value || !refers || (allows_missing_ && !is_required(id))) continue;
      conditions += (conditions.empty() ? " where " : " and ") + *value + " is not null";
    }
    const std::string into = "insert into " + quote_qualified(relation_.qualified_name());
    const std::string row =
        names.empty() ? " default values" : " (" + names + ") select " + values + conditions;
    return into + row + " returning " + returned();
  }

  [[nodiscard]] std::string returned() const {
    std::string columns;
    for (const ObjectId& id : stored_columns()) {
      columns += (columns.empty() ? "" : ", ") + quote_identifier(id.member) + "::text";
    }
    return columns.empty() ? "null" : columns;
  }

  [[nodiscard]] const TypeRef& type_of(const ObjectId& id) const {
    return catalog_.get<Attribute>(id)->type;
  }

  [[nodiscard]] bool is_required(const ObjectId& id) const {
    return catalog_.get<Attribute>(id)->not_null || input_.never_null.contains(id);
  }

  // Not by the server itself.
  [[nodiscard]] bool is_given(const ObjectId& id) const {
    const auto* attribute = catalog_.get<Attribute>(id);
    return attribute->identity == Identity::none && attribute->generated == Generated::none;
  }

  std::optional<std::string> value_of(const ObjectId& id) {
    const Choice& choice = choice_of(id);
    if (choice.candidates.empty()) return std::nullopt;
    return "(" + choice.candidates[choice.number % choice.candidates.size()] +
           ")::" + format_type(type_of(id));
  }

  [[nodiscard]] bool takes_value(const ObjectId& id, Columns columns) const {
    if (!is_given(id)) return false;
    const bool has_default =
        catalog_.contains(part_of(relation_, ObjectKind::attribute_default, Identifier(id.member)));
    // A default that was refused is not the only value that there is.
    if (has_default && choices_.contains(id.member)) return true;
    if (columns == Columns::all) return !has_default;
    return is_required(id) && !has_default;
  }

  // A key of the other table's row; nothing (NULL) for a table that references itself.
  [[nodiscard]] std::optional<std::string> referenced(const Reference& reference,
                                                      const ObjectId& id) const {
    if (reference.relation == relation_.qualified_name() && !is_required(id)) return std::nullopt;
    const std::string column = quote_identifier(reference.column.text());
    return "(select " + column + " from " + quote_qualified(reference.relation) + " order by " +
           column + " limit 1)";
  }

  static constexpr std::string_view kCheckViolation = "23514";
  static constexpr int kMostSpent = 10000;  // attempts that were refused, in all tables

  const Catalog& catalog_;
  const SampleInput& input_;
  pg::Session& session_;
  SampleValues values_;
  bool allows_missing_ = false;
  int spent_ = 0;
  // Of the table in work.
  ObjectId relation_;
  std::map<Identifier, Reference> references_;
  Judge judge_ = Judge::current_state;
  std::map<std::string, Choice> choices_;  // by column
  std::set<std::string> refused_;          // columns that the last row was refused for
  bool narrowed_ = false;
  bool restarts_ = false;
  std::mt19937 random_;
};

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

bool holds_rows(const Relation& relation) {
  return relation.relation_kind == RelationKind::ordinary;
}

// Its own, not those of children.
bool has_rows(const ObjectId& relation, pg::Session& session) {
  const std::string table = quote_qualified(relation.qualified_name());
  return session.query("select exists (select from only " + table + ")").front().boolean(0);
}

// As long as one more has a row. Leaves in `waiting` those that have none.
void fill_all(Filler& filler, Judge judge, std::vector<ObjectId>& waiting, SampleRows& result) {
  for (bool progress = true; progress && !waiting.empty();) {
    progress = false;
    std::vector<ObjectId> again;
    for (const ObjectId& id : waiting) {
      const std::string reason = filler.fill(id, judge);
      if (reason.empty()) {
        result.invented.insert(id.qualified_name());
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

SampleRows insert_sample_rows(const Catalog& catalog, const SampleInput& input,
                              pg::Session& session) {
  pg::Transaction transaction(session);
  // Triggers of the schema must not act on the samples; keys are valid by construction.
  session.execute("set local session_replication_role = replica");
  const bool foreign = has_foreign_tables(catalog);
  SampleRows result;
  std::vector<ObjectId> waiting;
  for (const auto [id, relation] : catalog.all<Relation>()) {
    const QualifiedName name = id.qualified_name();
    if (!holds_rows(relation)) continue;
    if (has_rows(id, session)) {
      result.present.insert(name);
    } else if (foreign && reads_elsewhere(catalog, name)) {
      result.empty[name] = "a part of it is on another server";
    } else {
      waiting.push_back(id);
    }
  }
  std::vector<Judge> judges = {Judge::both_states, Judge::current_state};
  if (input.desired == nullptr) judges = {Judge::current_state};
  Filler filler(catalog, input, session);
  for (const Judge judge : judges) fill_all(filler, judge, waiting, result);
  // Tables that reference each other in a circle, or one that has no row.
  filler.allow_missing();
  for (const Judge judge : judges) fill_all(filler, judge, waiting, result);
  transaction.commit();
  return result;
}

}  // namespace pgplumb::workflow
