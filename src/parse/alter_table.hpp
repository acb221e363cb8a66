// ALTER TABLE and its kin: one statement, several subcommands, run in the server's passes.
#pragma once

#include <cstdint>
#include <functional>
#include <map>

#include "parse/constraint_definition.hpp"
#include "parse/replay.hpp"

struct AlterTableCmd;  // PostgreSQL's; sql/tree.hpp
struct RoleSpec;       // PostgreSQL's

namespace pgplumb::parse {

// The server sorts subcommands: what drops comes first, then types, columns, constraints.
enum class AlterPass : std::uint8_t {
  drop,
  type,
  add_column,
  set_expression,
  add_constraint,
  column_attributes,
  key_using_index,
  add_key,
  other_constraint,
  rest
};

class Alteration {
 public:
  Alteration(ObjectId relation, Reach reach, Replay& replay)
      : relation_(relation), reach_(reach), replay_(replay) {}

  [[nodiscard]] const ObjectId& relation() const { return relation_; }
  [[nodiscard]] Reach reach() const { return reach_; }
  [[nodiscard]] Replay& replay() const { return replay_; }
  [[nodiscard]] const Catalog& catalog() const { return replay_.catalog(); }

  // Runs after what stands in that pass already; a step may add steps to its own or a later pass.
  void later(AlterPass pass, std::function<void()> step) { steps_.emplace(pass, std::move(step)); }
  void run();

  // False, with a diagnostic, when the relation has no such column.
  [[nodiscard]] bool has_column(const Identifier& column);

 private:
  ObjectId relation_;
  Reach reach_;
  Replay& replay_;
  std::multimap<AlterPass, std::function<void()>> steps_;
};

// Each runs one subcommand if it is one of its own and says whether it was.
bool alter_columns(const ::AlterTableCmd& command, Alteration& alteration);
bool alter_column_settings(const ::AlterTableCmd& command, Alteration& alteration);
bool alter_constraints(const ::AlterTableCmd& command, Alteration& alteration);
bool alter_options(const ::AlterTableCmd& command, Alteration& alteration);
bool alter_children(const ::AlterTableCmd& command, Alteration& alteration);
// Subcommands on anything but a table: views, sequences, indexes, composite types.
bool alter_other_class(const ::AlterTableCmd& command, Alteration& alteration);

// ALTER COLUMN … TYPE for the relation and those below it.
void change_column_type(const ObjectId& relation, const Identifier& column, const TypeRef& type,
                        const QualifiedName& collation, Replay& replay);

// CLUSTER ON: the index (or key) of that name, and no other of the relation; none for "".
void cluster_on(const ObjectId& relation, const std::string& index, Replay& replay);

// The sequences that a column of the relation owns, all of them when `column` is empty.
[[nodiscard]] std::vector<ObjectId> owned_sequences(const Catalog& catalog,
                                                    const ObjectId& relation,
                                                    const Identifier& column);

}  // namespace pgplumb::parse
