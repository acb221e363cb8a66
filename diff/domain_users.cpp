#include "diff/domain_users.hpp"

#include <cstdint>
#include <set>
#include <utility>

namespace pgplumb::diff {
namespace {

enum class Held : std::uint8_t { plainly, inside };

class Search {
 public:
  explicit Search(const Scope& scope) : scope_(scope) {}

  std::optional<ObjectId> run(const ObjectId& type, Held held) {
    if (!seen_.insert({type, held}).second) return std::nullopt;
    for (const ObjectId& user : scope_.dependents_of(type)) {
      if (const auto found = look_at(user, type, held)) return found;
    }
    return std::nullopt;
  }

 private:
  std::optional<ObjectId> look_at(const ObjectId& user, const ObjectId& type, Held held) {
    if (const auto* column = scope_.current.get<Attribute>(user)) {
      if (scope_.is_dropped(user) || column->type.name != type.qualified_name()) return {};
      if (held == Held::inside || column->type.array) return user;
      // The rows of its table may be values, too.
      return run(*parent_of(user), Held::inside);
    }
    if (const auto* domain = scope_.current.get<Domain>(user)) {
      return run(user, domain->type.array ? Held::inside : held);
    }
    const bool around =
        user.kind == ObjectKind::composite_type || user.kind == ObjectKind::range_type;
    return around ? run(user, Held::inside) : std::nullopt;
  }

  const Scope& scope_;
  std::set<std::pair<ObjectId, Held>> seen_;
};

}  // namespace

std::optional<ObjectId> column_around(const ObjectId& domain, const Scope& scope) {
  return Search(scope).run(domain, Held::plainly);
}

std::optional<std::string> stricter_is_impossible(const ObjectId& domain, const Scope& scope) {
  const auto column = column_around(domain, scope);
  if (!column) return std::nullopt;
  return described(*column) +
         " holds values of the domain inside others, where the server does not check them; give "
         "the "
         "column another type first, or make a second domain";
}

}  // namespace pgplumb::diff
