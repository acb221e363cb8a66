#include "schema/catalog_pair.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "schema/running_role.hpp"

namespace pgplumb {
namespace {

bool is_public(const ObjectId& id) {
  return id.kind == ObjectKind::namespace_ && id.name == "public";
}

// The role that owns `subject`, as far as `catalog` says.
std::string owner_of(const Catalog& catalog, const ObjectId& subject) {
  const auto* owner = catalog.get<Owner>(about(ObjectKind::owner, subject));
  if (owner != nullptr) return owner->role;
  if (is_public(subject)) return catalog.public_owner;
  return catalog.default_owner.value_or("");
}

std::string united(const std::string& some, const std::string& more) {
  std::string both;
  std::ranges::set_union(some, more, std::back_inserter(both));
  return both;
}

bool is_ownable(const Object& object) {
  return std::visit([](const auto& value) { return std::remove_cvref_t<decltype(value)>::ownable; },
                    object);
}

using RoleCounts = std::map<std::string, std::size_t>;

// Of several with as many, `preferred`.
std::string most_frequent(const RoleCounts& counts, std::string preferred) {
  std::size_t most = counts.contains(preferred) ? counts.at(preferred) : 0;
  for (const auto& [name, count] : counts) {
    if (count > most) std::tie(preferred, most) = std::pair(name, count);
  }
  return preferred;
}

bool has_other_owners(const Catalog& server) {
  for (const auto [id, owner] : server.all<Owner>()) {
    if (owner.role != server.default_owner) return true;
  }
  return false;
}

// The role that seems to have run the text, as far as what the text names no owner of tells: most
// of that belongs to it. What the text gives to somebody says nothing about who ran it.
void find_running_owner(Catalog& server, const Catalog& text) {
  if (!server.default_owner || text.default_owner || !has_other_owners(server)) return;
  RoleCounts counts;
  for (const auto& [id, object] : server.objects()) {
    const bool counts_here = is_ownable(object) && !is_public(id) && text.contains(id);
    if (!counts_here || text.contains(about(ObjectKind::owner, id))) continue;
    // No fact any more: an earlier call has dropped the default owner's.
    const auto* owner = server.get<Owner>(about(ObjectKind::owner, id));
    ++counts[owner != nullptr ? owner->role : *server.default_owner];
  }
  server.default_owner = most_frequent(counts, *server.default_owner);
}

void drop_unstated_owners(Catalog& side, const Catalog& other) {
  // Two servers leave nothing to the circumstances: objects that one role owns here and another one
  // there differ.
  const bool both_say = side.default_owner && other.default_owner;
  if (both_say && side.default_owner != other.default_owner) return;
  std::vector<ObjectId> dropped;
  for (const auto [id, owner] : side.all<Owner>()) {
    if (owner.role == side.default_owner && !other.contains(id)) dropped.push_back(id);
  }
  for (const ObjectId& id : dropped) side.erase(id);
}

// Naming the owner that the namespace public starts with leaves no trace on a server.
void drop_initial_owner_of_public(Catalog& side, const Catalog& other) {
  const ObjectId id =
      about(ObjectKind::owner, object_id(ObjectKind::namespace_, Identifier("public")));
  const auto* owner = side.get<Owner>(id);
  if (owner == nullptr || other.contains(id)) return;
  if (!owner->role.empty() && owner->role == other.public_owner) side.erase(id);
}

// Who owns on one side what the other side names no owner of, where that is no difference; else "".
std::string unsaid_owner(const Catalog& catalog, const ObjectId& subject) {
  const auto* owner = catalog.get<Owner>(about(ObjectKind::owner, subject));
  const bool said = owner != nullptr && owner->role != catalog.default_owner;
  return said ? std::string() : owner_of(catalog, subject);
}

// A grant to the owner that only repeats what an owner has leaves no trace on a server. Of an owner
// that the text names, the replay knows that; of any other, only the other state does. What a
// server shows of its owner's privileges is something else: what a REVOKE has left of them.
void drop_grants_to_owner(Catalog& side, const Catalog& other) {
  if (side.server_version != 0) return;
  std::vector<ObjectId> dropped;
  std::vector<ObjectId> completed;
  for (const auto [id, privilege] : side.all<Privilege>()) {
    const ObjectId subject = *parent_of(id);
    if (id.grantee.empty() || !owner_of(side, subject).empty()) continue;
    if (unsaid_owner(other, subject) != id.grantee || !privilege.by_others.empty()) continue;
    if (!privilege.grant_option.empty()) {
      completed.push_back(id);
    } else if (!other.contains(id) && std::ranges::includes(owner_default_privileges(subject.kind),
                                                            privilege.privileges)) {
      dropped.push_back(id);
    }
  }
  for (const ObjectId& id : completed) {
    auto& held = side.get<Privilege>(id)->privileges;
    held = united(held, owner_default_privileges(parent_of(id)->kind, other.server_version));
  }
  const ObjectId on_database = database_privilege_id(other.database_owner);
  const auto* held = std::as_const(side).get<DatabasePrivilege>(on_database);
  const bool repeats =
      held != nullptr && !other.database_owner.empty() && !other.contains(on_database) &&
      held->grant_option.empty() &&
      std::ranges::includes(owner_default_privileges(on_database.kind), held->privileges);
  if (repeats) dropped.push_back(on_database);
  for (const ObjectId& id : dropped) side.erase(id);
}

// What whoever runs the text holds, or does not hold any more, may be what the server shows of any
// role that the text says nothing of. Where it shows nothing, nothing has changed for that role.
void open_running_grants(Catalog& text, const Catalog& server) {
  text.open_facts.clear();
  if (text.server_version != 0 || server.server_version == 0) return;
  for (const auto [id, fact] : text.all<Privilege>()) {
    if (id.grantee != kRunningRole) continue;
    text.open_facts.insert(id);
    for (const ObjectId& shown : server.about(*parent_of(id))) {
      const bool grant = shown.kind == ObjectKind::privilege && !shown.grantee.empty();
      if (grant && !text.contains(shown)) text.open_facts.insert(shown);
    }
  }
}

template <typename Spans>
void rekey_span(Spans& spans, const ObjectId& before, const ObjectId& after) {
  auto entry = spans.extract(before);
  if (entry.empty()) return;
  entry.key() = after;
  spans.insert(std::move(entry));
}

// Of a fact that is said for a role: that role; "" is whoever runs the text.
InternedText* role_in(ObjectId& id) {
  if (id.kind == ObjectKind::default_privilege) return &id.name;
  return id.kind == ObjectKind::user_mapping ? &id.member : nullptr;
}

ObjectId of_role(ObjectId id, const std::string& role) {
  *role_in(id) = role;
  return id;
}

// Both ids mean the same role from now on.
void rekey(Catalog& side, const ObjectId& before, const ObjectId& after) {
  Object moved = *side.find(before);
  auto* fact = std::get_if<DefaultPrivilege>(&moved);
  const auto* known = side.get<DefaultPrivilege>(after);
  if (fact != nullptr && known != nullptr) {
    fact->privileges = united(fact->privileges, known->privileges);
    fact->grant_option = united(fact->grant_option, known->grant_option);
  } else if (fact != nullptr && !after.name.empty() && after.grantee == after.name) {
    // Granted to the role itself, by its name: on top of what it has anyway.
    fact->privileges = united(fact->privileges, initial_default_privileges(after));
  }
  side.erase(before);
  side.put(after, std::move(moved));
  rekey_span(side.provenance, before, after);
  rekey_span(side.dropped, before, after);
}

std::vector<ObjectId> facts_of_roles(const Catalog& side) {
  std::vector<ObjectId> ids;
  for (const auto [id, fact] : side.all<DefaultPrivilege>()) ids.push_back(id);
  for (const auto [id, fact] : side.all<UserMapping>()) ids.push_back(id);
  return ids;
}

std::vector<ObjectId> facts_of_role(const Catalog& side, const std::string& role) {
  std::vector<ObjectId> ids = facts_of_roles(side);
  std::erase_if(ids, [&](ObjectId& id) { return *role_in(id) != role; });
  return ids;
}

// The role that seems to have run the text: the one that the other side knows most of these facts
// by, else the one that owns most there.
std::string running_role(const std::vector<ObjectId>& implied, const Catalog& side,
                         const Catalog& other) {
  RoleCounts hits;
  for (ObjectId& id : facts_of_roles(other)) {
    const std::string of = *role_in(id);
    if (of.empty() || side.contains(id)) continue;
    if (std::ranges::find(implied, of_role(id, "")) != implied.end()) ++hits[of];
  }
  return most_frequent(hits, other.default_owner.value_or(""));
}

// Facts of the role that runs the text that statements not understood may have set or taken away.
std::vector<ObjectId> implied_doubts(const Catalog& side) {
  std::vector<ObjectId> ids;
  for (ObjectId id : side.doubts.objects) {
    const InternedText* role = role_in(id);
    if (role != nullptr && role->empty()) ids.push_back(id);
  }
  return ids;
}

void name_running_role(Catalog& side, const Catalog& other) {
  const std::vector<ObjectId> implied = facts_of_role(side, "");
  const std::vector<ObjectId> in_doubt = implied_doubts(side);
  std::vector<ObjectId> all = implied;
  all.insert(all.end(), in_doubt.begin(), in_doubt.end());
  if (all.empty()) return;
  const std::string role = running_role(all, side, other);
  if (role.empty()) return;
  for (const ObjectId& id : implied) rekey(side, id, of_role(id, role));
  for (const ObjectId& id : in_doubt) side.doubts.objects.insert(of_role(id, role));
}

// In all namespaces, a role has what it may grant itself; the server keeps no such entry.
void drop_default_grants_to_owner(Catalog& side, const Catalog& other) {
  if (side.server_version != 0) return;
  std::vector<ObjectId> dropped;
  for (const auto [id, fact] : side.all<DefaultPrivilege>()) {
    if (!id.space.empty() || other.contains(id)) continue;
    if (id.grantee.empty() || id.grantee != id.name || !fact.grant_option.empty()) continue;
    if (united(fact.privileges, "m") == united(initial_default_privileges(id), "m")) {
      dropped.push_back(id);
    }
  }
  for (const ObjectId& id : dropped) side.erase(id);
}

std::size_t strip_grants_of_others(Privilege& fact) {
  std::size_t erased = 0;
  for (GrantByOther& grant : fact.by_others) {
    erased += std::erase(grant.privileges, 'm') + std::erase(grant.grant_option, 'm');
  }
  std::erase_if(fact.by_others, [](const GrantByOther& g) { return g.privileges.empty(); });
  return erased;
}

std::size_t strip_grants_of_others(DefaultPrivilege&) { return 0; }

// GRANT ALL means what the server knows: a state for any server gives up what this one can't have.
void forget_unknown_letters(Catalog& side, const Catalog& other) {
  if (knows_maintain(other.server_version) || other.server_version == side.server_version) return;
  std::vector<std::pair<ObjectId, Object>> changed;
  const auto strip = [&](const ObjectId& id, auto fact) {
    const auto erased = std::erase(fact.privileges, 'm') + std::erase(fact.grant_option, 'm');
    if (erased + strip_grants_of_others(fact) > 0) changed.emplace_back(id, std::move(fact));
  };
  for (const auto [id, fact] : side.all<Privilege>()) strip(id, fact);
  for (const auto [id, fact] : side.all<DefaultPrivilege>()) strip(id, fact);
  for (auto& [id, object] : changed) {
    const bool gone = std::visit(
        [](const auto& fact) {
          if constexpr (requires { fact.by_others; }) {
            return fact.privileges.empty() && fact.by_others.empty();
          } else if constexpr (requires { fact.privileges; }) {
            return fact.privileges.empty();
          }
          return false;
        },
        object);
    side.erase(id);
    if (!gone) side.put(id, std::move(object));
  }
}

// What the extension says of itself, as far as one of the two states knows.
const std::string* own_comment(const std::string& extension, const Catalog& side,
                               const Catalog& other) {
  for (const Catalog* state : {&side, &other}) {
    const auto found = state->extension_comments.find(extension);
    if (found != state->extension_comments.end()) return &found->second;
  }
  return nullptr;
}

// An extension brings a comment along, which one side shows and the other mostly does not mention.
// Where nobody knows its text, a comment that only one side has tells nothing.
void drop_own_comments_of_extensions(Catalog& side, const Catalog& other) {
  std::vector<ObjectId> dropped;
  for (const auto [id, comment] : side.all<Comment>()) {
    if (id.subject != ObjectKind::extension || other.contains(id)) continue;
    const std::string* own = own_comment(id.name, side, other);
    if (own == nullptr || *own == comment.text) dropped.push_back(id);
  }
  for (const ObjectId& id : dropped) side.erase(id);
}

// NOT NULL is a constraint with a name from PostgreSQL 18 on.
bool names_not_null(const Catalog& catalog) {
  return catalog.version() == 0 || catalog.version() >= 180000;
}

void forget_not_null_names(Catalog& side) {
  std::vector<ObjectId> ids;
  for (const auto [id, attribute] : side.all<Attribute>()) {
    if (!attribute.not_null_name.empty()) ids.push_back(id);
  }
  for (const ObjectId& id : ids) side.get<Attribute>(id)->not_null_name = {};
}

// Where one side can't have them, or nothing says that there is such a server, names are left open.
void agree_on_not_null_names(Catalog& current, Catalog& desired) {
  const bool some_server = current.version() != 0 || desired.version() != 0;
  if (some_server && names_not_null(current) && names_not_null(desired)) return;
  forget_not_null_names(current);
  forget_not_null_names(desired);
}

bool names_owner(const Catalog& text, const ObjectId& id, const Owner& owner) {
  const auto* named = text.get<Owner>(id);
  return named != nullptr && named->role == owner.role;
}

void fill_extensions(Catalog& side, const Catalog& other) {
  for (const auto [id, stated] : other.all<Extension>()) {
    auto* extension = side.get<Extension>(id);
    if (extension == nullptr) continue;
    if (extension->space.empty()) extension->space = stated.space;
    if (extension->version.empty()) extension->version = stated.version;
  }
}

std::string words_of(const ObjectId& id, const std::string& database) {
  if (id.kind == ObjectKind::database_privilege) return "privileges on database " + database;
  if (id.grantee.empty()) return "settings of database " + database;
  return "settings in this database of role " + id.grantee;
}

// Settings and privileges of the database are mostly the business of whoever made it: they are
// compared where the text says anything of the kind, and else named beside the comparison.
template <typename T>
void leave_to_the_database(const Catalog& text, Catalog& server) {
  if (text.server_version != 0 || server.server_version == 0 || !text.all<T>().empty()) return;
  std::vector<ObjectId> left;
  std::set<std::string> words;
  for (const auto [id, fact] : server.all<T>()) {
    left.push_back(id);
    words.insert(words_of(id, server.database));
  }
  for (const ObjectId& id : left) server.erase(id);
  for (const std::string& what : words) server.unmanaged.push_back({what, {}});
}

void leave_to_the_database(const Catalog& text, Catalog& server) {
  leave_to_the_database<DatabaseSetting>(text, server);
  leave_to_the_database<DatabasePrivilege>(text, server);
}

}  // namespace

void drop_default_owners(Catalog& built, const Catalog& text) {
  std::vector<ObjectId> dropped;
  for (const auto [id, owner] : built.all<Owner>()) {
    if (owner.role == built.default_owner && !names_owner(text, id, owner)) dropped.push_back(id);
  }
  drop_own_comments_of_extensions(built, Catalog());
  for (const ObjectId& id : dropped) built.erase(id);
  if (built.default_owner) {
    for (const ObjectId& id : facts_of_role(built, *built.default_owner)) {
      if (!text.contains(id)) rekey(built, id, of_role(id, ""));
    }
  }
  built.default_owner.reset();
}

void reconcile(Catalog& current, Catalog& desired, DefaultOwners owners) {
  leave_to_the_database(current, desired);
  leave_to_the_database(desired, current);
  forget_unknown_letters(current, desired);
  forget_unknown_letters(desired, current);
  if (owners == DefaultOwners::guessed) {
    find_running_owner(current, desired);
    find_running_owner(desired, current);
  }
  name_running_role(current, desired);
  name_running_role(desired, current);
  drop_default_grants_to_owner(current, desired);
  drop_default_grants_to_owner(desired, current);
  // While the text still says which owners it names.
  drop_grants_to_owner(current, desired);
  drop_grants_to_owner(desired, current);
  drop_unstated_owners(current, desired);
  drop_unstated_owners(desired, current);
  drop_initial_owner_of_public(current, desired);
  drop_initial_owner_of_public(desired, current);
  open_running_grants(current, desired);
  open_running_grants(desired, current);
  drop_own_comments_of_extensions(current, desired);
  drop_own_comments_of_extensions(desired, current);
  agree_on_not_null_names(current, desired);
  fill_extensions(current, desired);
  fill_extensions(desired, current);
}

}  // namespace pgplumb
