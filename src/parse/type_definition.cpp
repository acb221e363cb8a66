// CREATE TYPE name, and CREATE TYPE name (INPUT = …).
#include "parse/definition.hpp"
#include "parse/definitions.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

Alignment alignment_of(const std::string& word) {
  if (word == "double" || word == "float8" || word == "pg_catalog.float8") {
    return Alignment::double_;
  }
  if (word == "int2" || word == "pg_catalog.int2") return Alignment::int2;
  if (word == "char" || word == "bpchar" || word == "pg_catalog.bpchar") return Alignment::char_;
  return Alignment::int4;
}

Storage storage_of(const std::string& word) {
  if (word == "external") return Storage::external;
  if (word == "extended") return Storage::extended;
  return word == "main" ? Storage::main : Storage::plain;
}

void read_functions(const Definition& definition, const TypeRef& own, BaseType& type) {
  const TypeRef internal = builtin_type("internal");
  const TypeRef text = builtin_type("cstring");
  const TypeRef oid = builtin_type("oid");
  const TypeRef modifier = builtin_type("int4");
  TypeRef texts = text;
  texts.array = true;
  // Values come in by one argument or, where modifiers or elements matter, by three.
  type.input = definition.function({"input"}, {text});
  type.output = definition.function({"output"}, {own});
  type.receive = definition.function({"receive"}, {internal});
  type.send = definition.function({"send"}, {own});
  type.modifier_input = definition.function({"typmod_in"}, {texts});
  type.modifier_output = definition.function({"typmod_out"}, {modifier});
  type.analyze = definition.function({"analyze", "analyse"}, {internal});
  type.subscript = definition.function({"subscript"}, {internal});
}

void read_layout(const Definition& definition, BaseType& type) {
  if (definition.has({"internallength"}) && definition.word({"internallength"}) != "variable") {
    type.internal_length = definition.number({"internallength"});
  }
  if (definition.has({"passedbyvalue"})) type.passed_by_value = definition.flag({"passedbyvalue"});
  if (definition.has({"alignment"})) {
    type.alignment = alignment_of(definition.word({"alignment"}));
  }
  if (definition.has({"storage"})) type.storage = storage_of(definition.word({"storage"}));
}

void read_values(const Definition& definition, BaseType& type) {
  if (definition.has({"category"})) type.category = definition.text({"category"})->substr(0, 1);
  type.preferred = definition.flag({"preferred"});
  type.default_value = definition.text({"default"});
  type.element = definition.type({"element"});
  if (definition.has({"delimiter"})) type.delimiter = definition.text({"delimiter"})->substr(0, 1);
  type.collatable = definition.flag({"collatable"});
  const bool fixed = type.internal_length > 0 && !type.passed_by_value;
  if (!type.element.empty() && type.subscript.empty() && fixed) {
    type.subscript = qualified("pg_catalog", "raw_array_subscript_handler");
  }
}

// LIKE another type takes its length, alignment and storage, which only that type's maker knows.
struct Layout {
  std::string_view typname;
  int length;
  bool by_value;
  Alignment alignment;
  Storage storage;
};
constexpr Layout kLayouts[] = {{"bool", 1, true, Alignment::char_, Storage::plain},
                               {"bytea", -1, false, Alignment::int4, Storage::extended},
                               {"date", 4, true, Alignment::int4, Storage::plain},
                               {"float4", 4, true, Alignment::int4, Storage::plain},
                               {"float8", 8, true, Alignment::double_, Storage::plain},
                               {"inet", -1, false, Alignment::int4, Storage::main},
                               {"int2", 2, true, Alignment::int2, Storage::plain},
                               {"int4", 4, true, Alignment::int4, Storage::plain},
                               {"int8", 8, true, Alignment::double_, Storage::plain},
                               {"interval", 16, false, Alignment::double_, Storage::plain},
                               {"json", -1, false, Alignment::int4, Storage::extended},
                               {"jsonb", -1, false, Alignment::int4, Storage::extended},
                               {"name", 64, false, Alignment::char_, Storage::plain},
                               {"numeric", -1, false, Alignment::int4, Storage::main},
                               {"oid", 4, true, Alignment::int4, Storage::plain},
                               {"point", 16, false, Alignment::double_, Storage::plain},
                               {"text", -1, false, Alignment::int4, Storage::extended},
                               {"time", 8, true, Alignment::double_, Storage::plain},
                               {"timestamp", 8, true, Alignment::double_, Storage::plain},
                               {"timestamptz", 8, true, Alignment::double_, Storage::plain},
                               {"uuid", 16, false, Alignment::char_, Storage::plain},
                               {"varchar", -1, false, Alignment::int4, Storage::extended},
                               {"bpchar", -1, false, Alignment::int4, Storage::extended}};

bool copy_layout(const TypeRef& like, BaseType& type, const Replay& replay) {
  const auto id = replay.catalog().find_type(like.name);
  if (const auto* own = id ? replay.catalog().get<BaseType>(*id) : nullptr) {
    type.internal_length = own->internal_length;
    type.passed_by_value = own->passed_by_value;
    type.alignment = own->alignment;
    type.storage = own->storage;
    return true;
  }
  for (const Layout& layout : kLayouts) {
    if (like.name != qualified("pg_catalog", std::string(layout.typname)) || like.array) continue;
    type.internal_length = layout.length;
    type.passed_by_value = layout.by_value;
    type.alignment = layout.alignment;
    type.storage = layout.storage;
    return true;
  }
  return false;
}

}  // namespace

bool put_type(const ObjectId& id, Object object, Replay& replay) {
  const auto present = replay.catalog().find_type(id.qualified_name());
  if (present && present->kind != ObjectKind::shell_type) {
    replay.error(DiagnosticCode::duplicate_object,
                 "type \"" + shown(id.qualified_name()) + "\" exists already");
    return false;
  }
  std::vector<std::pair<ObjectId, Object>> facts;
  if (present) {
    for (const ObjectId& fact : replay.catalog().about(*present)) {
      ObjectId moved = fact;
      moved.subject = id.kind;
      facts.emplace_back(moved, *replay.catalog().find(fact));
    }
    replay.drop(*present);
  }
  replay.put(id, std::move(object));
  for (auto& [fact, value] : facts) replay.put(fact, std::move(value));
  return true;
}

void define_type(const ::DefineStmt& statement, Replay& replay) {
  const QualifiedName name = replay.creation_name(statement.defnames);
  if (statement.definition == nullptr) {
    const ObjectId shell = object_id(ObjectKind::shell_type, name);
    if (replay.catalog().find_type(name)) {
      return replay.error(DiagnosticCode::duplicate_object,
                          "type \"" + shown(name) + "\" exists already");
    }
    return replay.put(shell, ShellType{});
  }
  const Definition definition(statement.definition, replay);
  BaseType type;
  if (definition.has({"like"}) && !copy_layout(definition.type({"like"}), type, replay)) {
    return replay.opaque("the layout of the type in LIKE is not known");
  }
  read_functions(definition, {name, {}, false}, type);
  read_layout(definition, type);
  read_values(definition, type);
  put_type(object_id(ObjectKind::base_type, name), std::move(type), replay);
}

}  // namespace pgplumb::parse
