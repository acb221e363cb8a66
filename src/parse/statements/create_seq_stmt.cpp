#include "parse/replay.hpp"
#include "parse/sequence_options.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CreateSeqStmt& statement, Replay& replay) {
  const ::RangeVar& written = *statement.sequence;
  if (written.relpersistence == 't' || sql::text_of(written.schemaname) == "pg_temp") {
    return replay.note_temporary(sql::text_of(written.relname));
  }
  const QualifiedName name = replay.creation_name(written);
  if (replay.catalog().find_class(name)) {
    if (statement.if_not_exists) return;
    return replay.error(DiagnosticCode::duplicate_object,
                        "relation \"" + printable(shown(name)) + "\" exists already",
                        written.location);
  }
  for (const ::DefElem* option : sql::items<::DefElem>(statement.options)) {
    const std::string word = sql::text_of(option->defname);
    if (word != "logged" && word != "unlogged") continue;
    return replay.error(DiagnosticCode::refused_statement,
                        word + " can't stand behind the name; write CREATE [UNLOGGED] SEQUENCE",
                        option->location);
  }
  Sequence sequence;
  if (written.relpersistence == 'u') sequence.persistence = Persistence::unlogged;
  define_sequence(sequence, statement.options, replay);
  own_sequence(sequence, statement.options, replay);
  replay.put(object_id(ObjectKind::sequence, name), std::move(sequence));
}

}  // namespace pgplumb::parse
