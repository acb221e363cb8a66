// The object that DROP, RENAME, OWNER TO and SET SCHEMA are about, whatever its kind.
#pragma once

#include <optional>
#include <string>

#include "parse/replay.hpp"

struct List;      // PostgreSQL's; sql/tree.hpp
struct RangeVar;  // PostgreSQL's

namespace pgplumb::parse {

struct FoundObject {
  std::optional<ObjectId> id;
  bool managed = true;          // false: a kind that the model does not hold
  bool outside = false;         // temporary, or it may belong to an extension: to be passed over
  bool builtin = false;         // PostgreSQL's own: what a statement does to it is not managed
  const char* what = "object";  // "table", for messages
  std::string name;             // as written
};

// `type` is an ObjectType; `object` and `relation` as in RenameStmt and its like (one may be null).
// A part (trigger, policy, constraint) is named by the last of the names in `object`, or by `part`.
[[nodiscard]] FoundObject find_object(int type, const ::Node* object, const ::RangeVar* relation,
                                      const char* part, const Replay& replay);

// Reports an object that is not there, unless the statement says IF EXISTS or it may be outside.
void report_missing(const FoundObject& found, bool missing_ok, Replay& replay);

// A dotted name as a RangeVar, valid as long as `names`.
[[nodiscard]] ::RangeVar* range_var_of(const ::List* names);

// The index-backed constraint's index and what is said about it keep the constraint's name.
void rename_with_index(const ObjectId& before, const ObjectId& after, Replay& replay);

}  // namespace pgplumb::parse
