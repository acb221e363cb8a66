#include "schema/kinds/cast.hpp"

namespace pgplumb {

ObjectId cast_id(const TypeRef& source, const TypeRef& target) {
  ObjectId id;
  id.kind = ObjectKind::cast;
  id.name = format_type(source);
  id.member = format_type(target);
  return id;
}

}  // namespace pgplumb
