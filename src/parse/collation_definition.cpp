// CREATE COLLATION, by a definition or FROM another one.
#include "parse/definition.hpp"
#include "parse/definitions.hpp"
#include "parse/written_names.hpp"
#include "sql/lookup.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

Collation of_libc(const std::string& locale) {
  Collation collation;
  collation.collate.name = collation.ctype.name = locale;
  return collation;
}

Collation of_icu(const std::string& locale) {
  Collation collation;
  collation.provider = CollationProvider::icu;
  collation.locale.name = locale;
  return collation;
}

// What initdb makes of the locales that it finds. Of a name without an encoding only the server
// knows which one it stands for.
Collation server_collation(const std::string& name) {
  constexpr std::string_view kIcu = "-x-icu";
  if (name == "C" || name == "POSIX" || name.find('.') != std::string::npos) return of_libc(name);
  if (name == "unicode") return of_icu("und");
  if (name.ends_with(kIcu)) return of_icu(name.substr(0, name.size() - kIcu.size()));
  Collation collation;
  const bool locale = name.size() > 2 && name[2] == '_';
  if (!locale) collation.provider = CollationProvider::unknown;
  collation.collate.copied_from = collation.ctype.copied_from = qualified("pg_catalog", name);
  if (!locale) collation.locale.copied_from = collation.collate.copied_from;
  return collation;
}

Collation copy_of(const ::List* names, const Replay& replay) {
  const QualifiedName name = collation_name(names, replay);
  const auto* own = replay.catalog().get<Collation>(object_id(ObjectKind::collation, name));
  return own != nullptr ? *own : server_collation(name.name.text());
}

Collation collation_of(const Definition& definition) {
  Collation collation;
  const std::string provider = definition.word({"provider"});
  if (provider == "icu") collation.provider = CollationProvider::icu;
  if (provider == "builtin") collation.provider = CollationProvider::builtin;
  const std::string locale = definition.text({"locale"}).value_or("");
  if (collation.provider == CollationProvider::libc) {
    collation.collate.name = definition.text({"lc_collate"}).value_or(locale);
    collation.ctype.name = definition.text({"lc_ctype"}).value_or(locale);
  } else {
    // Before PostgreSQL 15 both might be given for ICU, and had to be the same.
    collation.locale.name =
        definition.has({"locale"}) ? locale : definition.text({"lc_collate"}).value_or("");
  }
  if (definition.has({"deterministic"})) {
    collation.deterministic = definition.flag({"deterministic"});
  }
  collation.rules = definition.text({"rules"}).value_or("");
  return collation;
}

}  // namespace

void define_collation(const ::DefineStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::collation, replay.creation_name(statement.defnames));
  if (statement.if_not_exists && replay.catalog().contains(id)) return;
  if (!is_free(id, replay)) return;
  const Definition definition(statement.definition, replay);
  const ::DefElem* copied = definition.find({"from"});
  const auto* names = copied != nullptr ? PGPLUMB_NODE_AS(copied->arg, List) : nullptr;
  replay.put(id, names != nullptr ? copy_of(names, replay) : collation_of(definition));
}

}  // namespace pgplumb::parse
