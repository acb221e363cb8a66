// The object that COMMENT ON and SECURITY LABEL ON name.
#pragma once

#include <optional>
#include <string>

#include "schema/object_id.hpp"

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// An object of the model, something outside it, or nothing there is.
struct Subject {
  std::optional<ObjectId> id;
  bool outside = false;
  std::string name;  // as written, for messages
};

// `type` is an ObjectType. Nothing for kinds that are not modelled.
[[nodiscard]] std::optional<Subject> subject_of(int type, const ::Node* object,
                                                const Replay& replay);

}  // namespace pgplumb::parse
