#include "parse/replay.hpp"
#include "parse/sequence_options.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterSeqStmt& statement, Replay& replay) {
  if (replay.is_temporary(*statement.sequence)) return;
  const auto id = replay.find_class(*statement.sequence);
  if (!id || id->kind != ObjectKind::sequence) {
    if (statement.missing_ok) return;
    return replay.unresolved("sequence", written(*statement.sequence),
                             statement.sequence->location);
  }
  Sequence sequence = *replay.catalog().get<Sequence>(*id);
  change_sequence(sequence, statement.options, replay);
  own_sequence(sequence, statement.options, replay);
  replay.put(*id, std::move(sequence));
}

}  // namespace pgplumb::parse
