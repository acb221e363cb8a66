#include "diff/extension_move.hpp"

#include <map>
#include <utility>

namespace pgplumb::diff {

bool moves_extension(const ObjectId& id, const Catalog& current, const Catalog& desired) {
  const auto* before = current.get<Extension>(id);
  const auto* after = desired.get<Extension>(id);
  return before != nullptr && after != nullptr && !before->space.empty() && !after->space.empty() &&
         before->space != after->space && current.extension_contents.contains(id.name);
}

std::vector<ExtensionMove> extension_moves(const Catalog& current, const Catalog& desired) {
  std::map<std::pair<Identifier, Identifier>, ExtensionMove> moves;
  for (const auto [id, extension] : current.all<Extension>()) {
    if (!moves_extension(id, current, desired)) continue;
    const Identifier& from = extension.space;
    const Identifier& to = desired.get<Extension>(id)->space;
    auto& move = moves[{from, to}];
    move.from = from;
    move.to = to;
    move.extensions.insert(id.name);
  }
  std::vector<ExtensionMove> result;
  result.reserve(moves.size());
  for (auto& [way, move] : moves) result.push_back(std::move(move));
  return result;
}

}  // namespace pgplumb::diff
