// ALTER TYPE … SET (…) of a base type.
#include "parse/definition.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

Storage base_type_storage(const std::string& word) {
  if (word == "external") return Storage::external;
  if (word == "extended") return Storage::extended;
  return word == "main" ? Storage::main : Storage::plain;
}

}  // namespace

void lower(const ::AlterTypeStmt& statement, Replay& replay) {
  const auto id = replay.find_type(statement.typeName);
  auto* type = id ? replay.model().get<BaseType>(*id) : nullptr;
  if (type == nullptr) return replay.unresolved("base type", written(statement.typeName));
  const Definition definition(statement.options, replay);
  const auto set = [&](std::string_view option, QualifiedName& member,
                       const std::vector<TypeRef>& arguments) {
    if (definition.has({option})) member = definition.function({option}, arguments);
  };
  TypeRef texts = builtin_type("cstring");
  texts.array = true;
  const TypeRef internal = builtin_type("internal");
  set("receive", type->receive, {internal});
  set("send", type->send, {TypeRef{id->qualified_name(), {}, false}});
  set("typmod_in", type->modifier_input, {texts});
  set("typmod_out", type->modifier_output, {builtin_type("int4")});
  set("analyze", type->analyze, {internal});
  set("subscript", type->subscript, {internal});
  if (definition.has({"storage"})) type->storage = base_type_storage(definition.word({"storage"}));
  replay.touch(*id);
}

}  // namespace pgplumb::parse
