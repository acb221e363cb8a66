// The two row security flags of a relation, which the model keeps as three words and a flag.
#pragma once

#include "schema/kinds/relation.hpp"

namespace pgplumb::parse {

struct RowSecurityFlags {
  bool enabled = false;
  bool forced = false;
};

[[nodiscard]] inline RowSecurityFlags row_security_flags(const Relation& relation) {
  return {relation.row_security != RowSecurity::disabled,
          relation.row_security == RowSecurity::forced || relation.row_security_forced_only};
}

inline void set_row_security(Relation& relation, const RowSecurityFlags& flags) {
  relation.row_security = !flags.enabled ? RowSecurity::disabled
                          : flags.forced ? RowSecurity::forced
                                         : RowSecurity::enabled;
  relation.row_security_forced_only = flags.forced && !flags.enabled;
}

}  // namespace pgplumb::parse
