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

ObjectId followed(const ObjectId& id, const NewIds& ids) {
  if (ids.empty()) return id;
  if (const auto found = ids.find(id); found != ids.end()) return found->second;
  const auto parent = parent_of(id);
  if (!parent) return id;
  const ObjectId after = followed(*parent, ids);
  if (after == *parent) return id;
  ObjectId result = id;
  result.space = after.space;
  result.name = after.name;
  if (!parent->member.empty()) result.member = after.member;
  return result;
}

}  // namespace pgplumb
