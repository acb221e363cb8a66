#include "sql/canonical/builtins.hpp"
#include "sql/canonical/take.hpp"

#include <algorithm>
#include <charconv>
#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/assert.hpp"

namespace pgplumb::sql::canon {
namespace {

#include "sql/canonical/builtins.inc"

// "[16-17] …", "[18-] …", "[-14] …"; all where nothing stands in front.
Majors take_majors(std::string_view& line) {
  Majors majors;
  if (line.front() != '[') return majors;
  std::string_view range = take(line, ' ').substr(1);
  range.remove_suffix(1);
  const std::string_view first = take(range, '-');
  std::from_chars(first.data(), first.data() + first.size(), majors.first);
  std::from_chars(range.data(), range.data() + range.size(), majors.last);
  return majors;
}

template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::string_view line = take(text, '\n');
    if (!line.empty()) visit(line);
  }
}

Polymorphic polymorphic_named(std::string_view name) {
  static constexpr std::pair<std::string_view, Polymorphic> kNames[] = {
      {"anyelement", Polymorphic::element},
      {"anyarray", Polymorphic::array},
      {"anynonarray", Polymorphic::nonarray},
      {"anyenum", Polymorphic::enum_},
      {"anyrange", Polymorphic::range},
      {"anymultirange", Polymorphic::multirange},
      {"anycompatible", Polymorphic::compatible},
      {"anycompatiblearray", Polymorphic::compatible_array},
      {"anycompatiblenonarray", Polymorphic::compatible_nonarray},
      {"anycompatiblerange", Polymorphic::compatible_range},
      {"anycompatiblemultirange", Polymorphic::compatible_multirange}};
  for (const auto& [known_name, kind] : kNames) {
    if (known_name == name) return kind;
  }
  return Polymorphic::no;
}

// Immortal: made on first use, never destroyed.
class Builtins {
 public:
  Builtins() {
    read_types();
    read_casts();
    read_operators();
    read_routines();
    read_operator_classes();
    for_each_line(k_relations_text, [this](std::string_view line) {
      const Majors majors = take_majors(line);
      const std::string_view name = take(line, ' ');
      relations_[name].push_back({majors, line});
    });
    for_each_line(k_text_search_configurations_text,
                  [this](std::string_view line) { configurations_.insert(line); });
    fill_known();
  }

  const TypeInfo* type(std::string_view name) const {
    const auto found = types_.find(name);
    return found == types_.end() ? nullptr : found->second;
  }

  std::unordered_map<std::string_view, TypeInfo*> types_;
  std::unordered_map<std::string_view, std::vector<const Signature*>> routines_;
  std::unordered_map<std::string_view, std::vector<const Operator*>> operators_;
  std::unordered_map<std::string_view, std::vector<std::pair<Majors, std::string_view>>> relations_;
  std::unordered_set<std::string_view> configurations_;
  std::vector<OperatorClass> operator_classes_;
  KnownTypes known_{};

 private:
  void read_types();
  void read_type(std::string_view line);
  void link_type(std::string_view line);
  void read_casts();
  void read_operators();
  void read_routines();
  void read_parameters(std::string_view text, Signature& signature);
  void read_operator_classes();
  void fill_known();

  std::deque<TypeInfo> type_store_;
  std::deque<Signature> routine_store_;
  std::deque<Operator> operator_store_;
};

void Builtins::read_type(std::string_view line) {
  const std::string_view name = take(line, ' ');
  TypeInfo& type = type_store_.emplace_back();
  type.name = qualified("pg_catalog", std::string(name));
  type.category = take(line, ' ')[0];
  type.preferred = take(line, ' ') == "p";
  type.kind = take(line, ' ')[0];
  for (int skipped = 0; skipped < 3; ++skipped) take(line, ' ');
  type.collatable = take(line, ' ') == "c";
  type.printed = std::string(line);
  type.polymorphic = polymorphic_named(name);
  types_[name] = &type;
}

void Builtins::link_type(std::string_view line) {
  TypeInfo* type = types_[take(line, ' ')];
  for (int skipped = 0; skipped < 3; ++skipped) take(line, ' ');
  const std::string_view element = take(line, ' ');
  const std::string_view array = take(line, ' ');
  const std::string_view base = take(line, ' ');
  if (element != "-") type->subscript = this->type(element);
  if (base != "-") type->base = this->type(base);
  const auto found = types_.find(array);
  if (array == "-" || found == types_.end()) return;
  type->array = found->second;
  found->second->is_array = true;
  found->second->name = type->name;
}

void Builtins::read_types() {
  for_each_line(k_types_text, [this](std::string_view line) { read_type(line); });
  for_each_line(k_types_text, [this](std::string_view line) { link_type(line); });
}

void Builtins::read_casts() {
  for_each_line(k_casts_text, [this](std::string_view line) {
    TypeInfo* source = types_[take(line, ' ')];
    const TypeInfo* target = type(take(line, ' '));
    const auto context = static_cast<CastContext>(take(line, ' ')[0]);
    if (source != nullptr && target != nullptr) source->casts.push_back({target, context, line[0]});
  });
}

void Builtins::read_operators() {
  for_each_line(k_operators_text, [this](std::string_view line) {
    Operator& op = operator_store_.emplace_back();
    op.space = "pg_catalog";
    op.name = take(line, ' ');
    op.left = type(take(line, ' '));
    op.right = type(take(line, ' '));
    op.result = type(line);
    operators_[op.name].push_back(&op);
  });
}

// [name:][*]type[=],…
void Builtins::read_parameters(std::string_view text, Signature& signature) {
  if (text == "-") return;
  while (!text.empty()) {
    std::string_view part = take(text, ',');
    Parameter& parameter = signature.parameters.emplace_back();
    if (part.find(':') != std::string_view::npos) parameter.name = take(part, ':');
    if (part.front() == '*') {
      signature.variadic = true;
      part.remove_prefix(1);
    }
    if (part.back() == '=') {
      parameter.has_default = true;
      part.remove_suffix(1);
    }
    parameter.type = type(part);
  }
}

void Builtins::read_routines() {
  for_each_line(k_routines_text, [this](std::string_view line) {
    Signature& signature = routine_store_.emplace_back();
    signature.space = "pg_catalog";
    signature.majors = take_majors(line);
    signature.name = take(line, ' ');
    signature.kind = take(line, ' ')[0];
    signature.returns_set = take(line, ' ') == "s";
    signature.result = type(take(line, ' '));
    read_parameters(take(line, ' '), signature);
    while (line != "-" && !line.empty()) {
      std::string_view part = take(line, ',');
      const std::string_view name = take(part, ':');
      signature.outputs.emplace_back(name, type(part));
    }
    routines_[signature.name].push_back(&signature);
  });
}

void Builtins::read_operator_classes() {
  for_each_line(k_operator_classes_text, [this](std::string_view line) {
    OperatorClass& entry = operator_classes_.emplace_back();
    entry.method = take(line, ' ');
    entry.name = take(line, ' ');
    entry.type = type(take(line, ' '));
    entry.is_default = line == "d";
  });
}

void Builtins::fill_known() {
  const std::pair<const TypeInfo**, std::string_view> all[] = {
      {&known_.unknown, "unknown"},
      {&known_.any, "any"},
      {&known_.boolean, "bool"},
      {&known_.int2, "int2"},
      {&known_.int4, "int4"},
      {&known_.int8, "int8"},
      {&known_.float4, "float4"},
      {&known_.float8, "float8"},
      {&known_.numeric, "numeric"},
      {&known_.text, "text"},
      {&known_.varchar, "varchar"},
      {&known_.bpchar, "bpchar"},
      {&known_.name, "name"},
      {&known_.char_, "char"},
      {&known_.date, "date"},
      {&known_.time, "time"},
      {&known_.timetz, "timetz"},
      {&known_.timestamp, "timestamp"},
      {&known_.timestamptz, "timestamptz"},
      {&known_.interval, "interval"},
      {&known_.json, "json"},
      {&known_.jsonb, "jsonb"},
      {&known_.jsonpath, "jsonpath"},
      {&known_.uuid, "uuid"},
      {&known_.oid, "oid"},
      {&known_.regclass, "regclass"},
      {&known_.regtype, "regtype"},
      {&known_.regproc, "regproc"},
      {&known_.regprocedure, "regprocedure"},
      {&known_.regconfig, "regconfig"},
      {&known_.inet, "inet"},
      {&known_.cidr, "cidr"},
      {&known_.bytea, "bytea"},
      {&known_.bit, "bit"},
      {&known_.varbit, "varbit"},
      {&known_.record, "record"},
      {&known_.record_array, "_record"},
      {&known_.xml, "xml"},
      {&known_.tid, "tid"},
      {&known_.xid, "xid"},
      {&known_.cid, "cid"},
      {&known_.void_, "void"}};
  for (const auto& [where, name] : all) {
    *where = type(name);
    PGPLUMB_ASSERT(*where != nullptr);
  }
}

const Builtins& builtins() {
  static const auto* const all = new Builtins;
  return *all;
}

template <typename Map>
auto list_in(const Map& map, std::string_view name) {
  const auto found = map.find(name);
  return found == map.end() ? std::span<typename Map::mapped_type::value_type const>()
                            : std::span<typename Map::mapped_type::value_type const>(found->second);
}

}  // namespace

const TypeInfo* builtin(std::string_view typname) { return builtins().type(typname); }
const KnownTypes& known() { return builtins().known_; }

std::span<const Signature* const> builtin_routines(std::string_view name) {
  return list_in(builtins().routines_, name);
}

std::span<const Operator* const> builtin_operators(std::string_view name) {
  return list_in(builtins().operators_, name);
}

std::span<const OperatorClass> builtin_operator_classes() { return builtins().operator_classes_; }

bool is_builtin_text_search_configuration(std::string_view name) {
  return builtins().configurations_.count(name) != 0;
}

std::string_view builtin_relation(std::string_view space, std::string_view name,
                                  int server_version) {
  const std::string key = std::string(space) + "." + std::string(name);
  const auto found = builtins().relations_.find(key);
  if (found == builtins().relations_.end()) return {};
  for (const auto& [majors, columns] : found->second) {
    if (majors.hold(server_version)) return columns;
  }
  return {};
}

bool is_builtin_relation(std::string_view name) {
  return builtins().relations_.contains("pg_catalog." + std::string(name));
}

}  // namespace pgplumb::sql::canon
