#include "schema/signature.hpp"

namespace pgplumb {

ObjectId with_signature(ObjectId id, const Object& object) {
  if (const auto* routine = std::get_if<Routine>(&object)) {
    id.member = arguments_key(routine->arguments);
  } else if (const auto* aggregate = std::get_if<Aggregate>(&object)) {
    id.member = arguments_key(aggregate->arguments);
  } else if (const auto* op = std::get_if<Operator>(&object)) {
    id.member = operands_key(op->left, op->right);
  } else if (const auto* cast = std::get_if<Cast>(&object)) {
    id = cast_id(cast->source, cast->target);
  }
  return id;
}

}  // namespace pgplumb
