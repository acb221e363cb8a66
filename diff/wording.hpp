// How statements about an object call it: the same words for COMMENT ON, OWNER TO, GRANT and ALTER.
#pragma once

#include "diff/action.hpp"
#include "diff/scope.hpp"
#include "diff/sql_writer.hpp"
#include "schema/kinds/aggregate.hpp"
#include "schema/kinds/routine.hpp"
#include "schema/object_id.hpp"

namespace pgplumb::diff {

// "ALTER TABLE public.orders", "ALTER VIEW …", "ALTER DOMAIN …": by the kind that holds parts.
[[nodiscard]] SqlWriter alter_holder(const ObjectId& part);
// The same for a table, optionally for it alone and not for those that inherit from it.
[[nodiscard]] SqlWriter alter_table(const QualifiedName& relation);
[[nodiscard]] SqlWriter alter_only(const QualifiedName& relation, const Scope& scope);

// "TABLE public.orders", "COLUMN public.orders.total", "FUNCTION public.f(integer)",
// "TRIGGER t ON public.orders". `scope` tells functions from procedures.
void write_object(SqlWriter& sql, const ObjectId& id, const Scope& scope);

// name(types of the input arguments)
void write_signature(SqlWriter& sql, const ObjectId& id, const Routine& routine);

// name(types), name(types ORDER BY types), name(*)
void write_signature(SqlWriter& sql, const ObjectId& id, const Aggregate& aggregate);
// (left, right) of an operator, NONE for none.
void write_operands(SqlWriter& sql, const TypeRef& left, const TypeRef& right);

// ALTER words name RENAME TO …, SET SCHEMA … for an object that stands in a namespace.
[[nodiscard]] Actions rename_in_namespace(Words words, const ObjectId& before,
                                          const ObjectId& after);

// RENAME TO for what is in its table's namespace, whichever that is: an index, a sequence that
// belongs to a column. It has its new name before it moves with the table. `table`: its name after.
[[nodiscard]] Actions rename_with_table(Words words, const ObjectId& before, const ObjectId& after,
                                        const QualifiedName& table, const Scope& scope);

// RENAME TO and SET SCHEMA for what is called by more than its name: write_object's words.
[[nodiscard]] Actions rename_object(const ObjectId& before, const ObjectId& after,
                                    const Scope& scope);

// ALTER words name RENAME TO … for an object without a namespace.
[[nodiscard]] Actions rename_plain(Words words, const ObjectId& before, const ObjectId& after);

// DROP words name.
[[nodiscard]] Action drop_named(Words words, const ObjectId& id);
// The same with write_object's words.
[[nodiscard]] Action drop_object(const ObjectId& id, const Scope& scope);

// "name=value" entries: what to set and what to reset to get from one to the other.
struct OptionChanges {
  std::vector<std::string> set;
  std::vector<std::string> reset;
};
[[nodiscard]] OptionChanges option_changes(const std::vector<std::string>& current,
                                           const std::vector<std::string>& desired);
// SET (…) and RESET (…) after `lead`, one action each.
[[nodiscard]] Actions set_options(const ObjectId& id, const SqlWriter& lead,
                                  const std::vector<std::string>& current,
                                  const std::vector<std::string>& desired);

// Objects that a routine's body, which is only text, may name.
[[nodiscard]] bool a_body_may_name(ObjectKind kind);

// PLAIN, EXTERNAL …; not of the type's own.
[[nodiscard]] Words storage_word(Storage storage);

}  // namespace pgplumb::diff
