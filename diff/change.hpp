// What differs between two states, object by object, whatever the kind.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/enum.hpp"
#include "schema/object_id.hpp"
#include "schema/object_kinds.hpp"
#include "schema/verdict.hpp"

namespace pgplumb::diff {

PGPLUMB_ENUM(Verb, create, drop, alter, rename)

struct FieldChange {
  std::string_view name;                 // as the kind's `fields` names it; static storage
  std::size_t index = 0;                 // in the kind's `fields`
  Verdict verdict = Verdict::different;  // different or unknown
  std::string current;                   // for people (describe)
  std::string desired;
};

struct Change {
  Verb verb = Verb::alter;
  ObjectId id;                      // rename: the id afterwards
  std::optional<ObjectId> before;   // rename only: the id in the current state
  std::optional<Object> current;    // absent for create
  std::optional<Object> desired;    // absent for drop
  std::vector<FieldChange> fields;  // alter only: those not equal, in the kind's order
  // Created and dropped objects: the outermost object that is created or dropped with this one;
  // reports count that one alone. Nothing for the outermost itself.
  std::optional<ObjectId> folded_into;
  // The object may exist on the other side, which is not fully known.
  bool existence_unknown = false;
  // alter: a statement not understood may have changed the object; no field is certain then.
  bool in_doubt = false;

  // `different` if anything certainly differs; `unknown` if nothing does for certain.
  [[nodiscard]] Verdict verdict() const;
};

// A question that the text could not answer: a field, or (empty field) whether the object exists.
struct Unknown {
  ObjectId id;
  std::string field;
};

// The user says that `before` (in the current state) and `after` (in the desired one) are the same
// object. Parts go along with their holder and need no hint of their own.
struct RenameHint {
  ObjectId before;
  ObjectId after;
};

}  // namespace pgplumb::diff
