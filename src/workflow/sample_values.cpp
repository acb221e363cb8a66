#include "workflow/sample_values.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "pg/server_error.hpp"
#include "pg/transaction.hpp"
#include "schema/quote.hpp"
#include "workflow/names_in_text.hpp"
#include "workflow/pattern_sample.hpp"

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

bool is_text(std::string_view typname) {
  return typname == "text" || typname == "varchar" || typname == "bpchar" || typname == "name";
}

bool is_number(std::string_view typname) {
  return typname == "int2" || typname == "int4" || typname == "int8" || typname == "numeric" ||
         typname == "float4" || typname == "float8";
}

bool is_date(std::string_view typname) {
  return typname == "date" || typname == "timestamp" || typname == "timestamptz";
}

bool is_json(std::string_view typname) { return typname == "json" || typname == "jsonb"; }

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

Candidates labels(const EnumType& type) {
  Candidates candidates;
  candidates.reserve(type.labels.size());
  for (const std::string& label : type.labels) candidates.push_back(quote_literal(label));
  return candidates;
}

// The number and what lies beside it: bounds are meant with or without themselves.
void add_number(const std::string& number, Candidates& candidates) {
  for (const char* const beside : {"", " + 1", " - 1"}) candidates.push_back(number + beside);
}

void add_texts_of_length(const std::string& number, Candidates& candidates) {
  constexpr std::size_t kMostDigits = 4;
  if (number.size() > kMostDigits || number.find('.') != std::string::npos) return;
  for (const char* const of : {"'a'", "'1'", "'A'"}) {
    for (const char* const beside : {"", " + 1", " - 1"}) {
      candidates.push_back(
          std::string("repeat(").append(of).append(", ").append(number).append(beside) + ")");
    }
  }
}

// Of LIKE or a regular expression: what it takes.
void add_matching(const std::string& constant, Candidates& candidates) {
  candidates.push_back("replace(replace(" + constant + ", '%', 'a'), '_', 'a')");
  // Without its quotes; where the server prints a backslash, it prints two.
  std::string pattern = constant.substr(1, constant.size() - 2);
  for (std::size_t at = 0; (at = pattern.find("\\\\", at)) != std::string::npos; ++at) {
    pattern.erase(at, 1);
  }
  if (const auto text = text_matching(pattern)) candidates.push_back(quote_literal(*text));
}

void add_constant(const std::string& constant, const std::string& typname, Candidates& candidates) {
  candidates.push_back(constant);
  if (is_number(typname)) {
    add_number("(" + constant + ")::numeric", candidates);
  } else if (is_date(typname)) {
    const std::string value = "(" + constant + ")::" + typname;
    for (const char* const beside : {" + interval '1 day'", " - interval '1 day'"}) {
      candidates.push_back(value + beside);
    }
  } else if (is_json(typname)) {
    candidates.push_back("jsonb_build_object(" + constant + "::text, 'a')");
    candidates.push_back("jsonb_build_object(" + constant + "::text, 1)");
  } else if (is_text(typname)) {
    add_matching(constant, candidates);
  }
}

}  // namespace

Candidates SampleValues::of(const TypeRef& type) {
  if (!type.array) {
    Candidates candidates = known(type);
    return candidates.empty() ? tried(type) : candidates;
  }
  Candidates candidates = {"'{}'"};
  TypeRef element = type;
  element.array = false;
  for (const std::string& value : of(element)) {
    candidates.push_back("array[(" + value + ")::" + format_type(element) + "]");
  }
  return candidates;
}

Candidates SampleValues::hinted(std::string_view rule, const TypeRef& type) const {
  const TypeRef base = base_of(type);
  const std::string typname =
      base.name.space.text() == "pg_catalog" && !base.array ? base.name.name.text() : "";
  Candidates candidates;
  for (const std::string_view constant : string_constants(rule)) {
    if (base.array) {
      candidates.push_back("array[" + std::string(constant) + "]");
    } else {
      add_constant(std::string(constant), typname, candidates);
    }
  }
  if (is_number(typname) || is_text(typname)) {
    for (const std::string& number : number_constants(rule)) {
      if (is_number(typname)) add_number(number, candidates);
      if (is_text(typname)) add_texts_of_length(number, candidates);
    }
  }
  if (typname.ends_with("range")) {
    for (const char* const value : {"'[1,2)'", "'[2026-01-02,2026-01-03)'", "'(,)'"}) {
      candidates.emplace_back(value);
    }
  }
  if (is_json(typname)) {
    for (const char* const value : {"'[]'", "'\"a\"'", "'1'", "'true'", "'null'"}) {
      candidates.emplace_back(value);
    }
  }
  return candidates;
}

Candidates SampleValues::taken_as(const TypeRef& type, const Candidates& candidates) {
  Candidates taken;
  std::set<std::string> seen;
  for (const std::string& candidate : candidates) {
    const auto text = text_of(type, candidate);
    if (text && seen.insert(*text).second) taken.push_back(candidate);
  }
  return taken;
}

bool SampleValues::holds(const TypeRef& type, const std::string& text) {
  const auto value = text_of(type, quote_literal(text));
  if (!value) return false;
  const std::string& typname = type.name.name.text();
  const bool is_cut = is_text(typname) || typname == "bit" || typname == "varbit";
  return !is_cut || value->size() >= text.size();
}

std::optional<std::string> SampleValues::text_of(const TypeRef& type,
                                                 const std::string& candidate) {
  pg::Savepoint savepoint(session_, "pgplumb_value");
  try {
    const pg::Rows rows =
        session_.query("select ((" + candidate + ")::" + format_type(type) + ")::text");
    savepoint.release();
    return rows.front().string(0);
  } catch (const pg::ServerError&) {
    savepoint.rollback();
    return std::nullopt;
  }
}

Candidates SampleValues::known(const TypeRef& type) {
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

// With what its checks list.
Candidates SampleValues::of_domain(const ObjectId& id) {
  Candidates candidates = of(catalog_.get<Domain>(id)->type);
  for (const ObjectId& check : catalog_.parts_of(id, ObjectKind::constraint)) {
    for (const std::string_view constant :
         string_constants(catalog_.get<Constraint>(check)->check.text)) {
      candidates.emplace_back(constant);
    }
  }
  return candidates;
}

std::string SampleValues::row_of_nulls(const ObjectId& id) const {
  const std::size_t columns = catalog_.attributes_of(id).size();
  return "'(" + std::string(columns == 0 ? 0 : columns - 1, ',') + ")'";
}

Candidates SampleValues::tried(const TypeRef& type) {
  const std::string name = format_type(type);
  const auto found = tried_.find(name);
  if (found != tried_.end()) return found->second;
  Candidates texts;
  for (const std::string_view text : kAnything) texts.push_back(quote_literal(text));
  return tried_[name] = taken_as(type, texts);
}

TypeRef SampleValues::base_of(TypeRef type) const {
  while (const auto* domain = catalog_.get<Domain>(object_id(ObjectKind::domain, type.name))) {
    const bool array = type.array;
    type = domain->type;
    if (array) type.array = true;
  }
  return type;
}

}  // namespace pgplumb::workflow
