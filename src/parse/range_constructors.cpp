#include "parse/range_constructors.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace pgplumb::parse {
namespace {

struct Found {
  QualifiedName RangeType::*field;
  // Of functions of one name the first one stands for all; the others follow it.
  bool first;
};

struct Written {
  std::optional<std::string> space;
  std::string name;
  std::vector<TypeRef> arguments;
};

Written written_function(const ::ObjectWithArgs& function, const Replay& replay) {
  const auto names = sql::strings_of(function.objname);
  Written written;
  written.name = names.back();
  if (names.size() > 1) written.space = names[names.size() - 2];
  for (const TypeName* type : sql::items<TypeName>(function.objargs)) {
    written.arguments.push_back(replay.type(*type));
    written.arguments.back().modifiers.clear();
  }
  return written;
}

bool can_be(const Written& written, const QualifiedName& name, const Replay& replay) {
  if (written.name != name.name.text()) return false;
  if (written.space) return *written.space == name.space.text();
  const auto& path = replay.search_path();
  return std::find(path.begin(), path.end(), name.space.text()) != path.end();
}

std::optional<Found> by_arguments(const ObjectId& id, const RangeType& range,
                                  const std::vector<TypeRef>& arguments) {
  const TypeRef own{id.qualified_name(), {}, false};
  const TypeRef several{id.qualified_name(), {}, true};
  TypeRef bound = range.subtype;
  bound.modifiers.clear();
  const auto is = [&](const std::vector<TypeRef>& types) { return arguments == types; };
  if (is({bound, bound})) return Found{&RangeType::constructor, true};
  if (is({bound, bound, builtin_type("text")})) return Found{&RangeType::constructor, false};
  if (is({})) return Found{&RangeType::multirange_constructor, true};
  if (is({own}) || is({several})) return Found{&RangeType::multirange_constructor, false};
  return std::nullopt;
}

// `makes`: what the statement makes of a name. One that follows may have been left behind by the
// first, which is where this statement leads already.
template <typename Makes>
bool change(const ::ObjectWithArgs& function, const Makes& makes, Replay& replay) {
  const Written written = written_function(function, replay);
  for (const auto [id, range] : replay.catalog().all<RangeType>()) {
    const auto found = by_arguments(id, range, written.arguments);
    if (!found) continue;
    const QualifiedName name = range.*(found->field);
    const QualifiedName after = makes(name);
    const bool left_behind = !found->first && after == name;
    if (!left_behind && !can_be(written, name, replay)) continue;
    const ObjectId type = id;
    if (found->first) replay.model().get<RangeType>(type)->*(found->field) = after;
    replay.touch(type);
    return true;
  }
  return false;
}

}  // namespace

bool rename_constructor(const ::ObjectWithArgs& function, const Identifier& name, Replay& replay) {
  return change(
      function,
      [&](const QualifiedName& before) {
        return QualifiedName{before.space, name};
      },
      replay);
}

bool move_constructor(const ::ObjectWithArgs& function, const Identifier& space, Replay& replay) {
  return change(
      function,
      [&](const QualifiedName& before) {
        return QualifiedName{space, before.name};
      },
      replay);
}

}  // namespace pgplumb::parse
