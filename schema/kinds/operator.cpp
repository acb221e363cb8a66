#include "schema/kinds/operator.hpp"

namespace pgplumb {

std::string operands_key(const TypeRef& left, const TypeRef& right) {
  return (left.empty() ? "NONE" : format_type(left)) + ", " + format_type(right);
}

ObjectId operator_id(const QualifiedName& name, const TypeRef& left, const TypeRef& right) {
  ObjectId id = object_id(ObjectKind::operator_, name);
  id.member = operands_key(left, right);
  return id;
}

}  // namespace pgplumb
