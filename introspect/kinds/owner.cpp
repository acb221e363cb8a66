#include <map>

#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {

// The other kinds' rows have it: in the registry all that has an owner stands before it.
void ask_for(KindTag<Owner>, QueryList&) {}

void decode(KindTag<Owner>, const SlotRows&, Reader& reader) {
  std::map<std::string, std::size_t> counts;
  for (const auto& [id, role] : reader.owners()) {
    const std::string& name = reader.names().role(role);
    ++counts[name];
    reader.put(about(ObjectKind::owner, id), Owner{name});
  }
  std::size_t most = 0;
  for (const auto& [role, count] : counts) {
    if (count <= most) continue;
    most = count;
    reader.catalog().default_owner = role;
  }
}

}  // namespace pgplumb::introspect
