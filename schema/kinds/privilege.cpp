#include "schema/kinds/privilege.hpp"

namespace pgplumb {

std::string owner_default_privileges(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view: return "Dadrtwx";
    case ObjectKind::sequence: return "Urw";
    case ObjectKind::routine: return "X";
    case ObjectKind::namespace_: return "CU";
    case ObjectKind::enum_type:
    case ObjectKind::domain:
    case ObjectKind::composite_type: return "U";
    default: return "";
  }
}

std::string public_default_privileges(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::routine: return "X";
    case ObjectKind::enum_type:
    case ObjectKind::domain:
    case ObjectKind::composite_type: return "U";
    default: return "";
  }
}

}  // namespace pgplumb
