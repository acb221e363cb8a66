#include "parse/operator_family.hpp"

#include <algorithm>
#include <string_view>

#include "parse/operators.hpp"
#include "parse/written_names.hpp"
#include "sql/lookup.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

TypeRef bare(const ::TypeName& name, const Replay& replay) {
  TypeRef type = replay.type(name);
  type.modifiers.clear();
  return type;
}

std::vector<TypeRef> types_of(const ::List* list, const Replay& replay) {
  std::vector<TypeRef> types;
  for (const auto* name : sql::items<::TypeName>(list)) types.push_back(bare(*name, replay));
  return types;
}

FamilyOperator operator_of(const ::CreateOpClassItem& item, const TypeRef& type,
                           const Replay& replay) {
  FamilyOperator member;
  member.strategy = item.number;
  std::vector<TypeRef> operands = types_of(item.name->objargs, replay);
  if (operands.size() < 2) operands = {type, type};
  member.left = operands[0];
  member.right = operands[1];
  const auto names = sql::strings_of(item.name->objname);
  const auto found = find_exact_operator(names, member.left, member.right, replay);
  member.operator_ = found.value_or(
      qualified(names.size() > 1 ? names[names.size() - 2] : "pg_catalog", names.back()));
  if (item.order_family != nullptr) {
    const auto family =
        find_of_method(ObjectKind::operator_family, item.order_family, "btree", replay);
    const auto parts = sql::strings_of(item.order_family);
    member.sort_family =
        family ? family->qualified_name()
               : qualified(parts.size() > 1 ? parts[parts.size() - 2] : "pg_catalog", parts.back());
  }
  return member;
}

// Where the types are not written, some support functions tell them by their arguments.
std::vector<TypeRef> implied_types(const Identifier& method, int number,
                                   const std::vector<TypeRef>& arguments, const TypeRef& type) {
  const bool btree = method.text() == "btree";
  if (btree && number == 1 && arguments.size() == 2) return arguments;
  if (btree && number == 3 && arguments.size() > 2) return {arguments[0], arguments[2]};
  const bool hash = method.text() == "hash" && (number == 1 || number == 2);
  if (hash && !arguments.empty()) return {arguments[0], arguments[0]};
  return {type, type};
}

FamilyFunction function_of(const ::CreateOpClassItem& item, const Identifier& method,
                           const TypeRef& type, const Replay& replay) {
  FamilyFunction member;
  member.number = item.number;
  member.arguments = types_of(item.name->objargs, replay);
  const auto found = sql::find_function(sql::strings_of(item.name->objname), member.arguments,
                                        replay.catalog(), replay.search_path());
  member.function = found.name;
  if (item.name->args_unspecified) member.arguments = found.parameters;
  std::vector<TypeRef> types = types_of(item.class_args, replay);
  if (types.size() == 1) types.push_back(types[0]);
  if (types.empty()) types = implied_types(method, item.number, member.arguments, type);
  member.left = types[0];
  member.right = types[1];
  return member;
}

bool is_one_of(int number, std::initializer_list<int> numbers) {
  return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

// What the access method can't do without is tied to a class, and the rest is loose: as their
// amadjustmembers functions decide.
enum class Tie { family, class_of_type, made_class };

Tie tie_of(std::string_view method, const FamilyOperator& member) {
  if (method == "btree" || method == "hash") {
    return member.left == member.right ? Tie::class_of_type : Tie::family;
  }
  const bool loose = method == "gist" || method == "gin" || method == "spgist";
  return loose ? Tie::family : Tie::made_class;
}

Tie tie_of(std::string_view method, const FamilyFunction& member) {
  if (method == "btree" || method == "hash") {
    return member.number == 1 && member.left == member.right ? Tie::class_of_type : Tie::family;
  }
  bool required = true;
  if (method == "gist") required = is_one_of(member.number, {1, 2, 5, 6, 7});
  if (method == "gin") required = is_one_of(member.number, {2, 3});
  if (method == "spgist") required = is_one_of(member.number, {1, 2, 3, 4, 5});
  return required ? Tie::made_class : Tie::family;
}

class Tier {
 public:
  Tier(const ObjectId& family, const std::optional<ObjectId>& made, Replay& replay)
      : family_(family), made_(made), replay_(replay) {}

  template <typename Member>
  void run(std::vector<Member>& loose, std::vector<Member> FamilyMembers::*list) {
    std::vector<Member> rest;
    for (const Member& member : loose) {
      const auto holder = holder_of(tie_of(family_.member, member), member.left);
      if (!holder) {
        rest.push_back(member);
        continue;
      }
      auto& members = replay_.model().get<OperatorClass>(*holder)->members;
      (members.*list).push_back(member);
      sort_members(members);
      if (holder != made_) replay_.touch(*holder);
    }
    loose = std::move(rest);
  }

 private:
  std::optional<ObjectId> holder_of(Tie tie, const TypeRef& type) const {
    if (tie == Tie::family) return std::nullopt;
    if (tie == Tie::made_class) return made_;
    for (const auto [id, operator_class] : replay_.catalog().all<OperatorClass>()) {
      if (id.member == family_.member && operator_class.family == family_.qualified_name() &&
          operator_class.type == type) {
        return id;
      }
    }
    return std::nullopt;
  }

  const ObjectId& family_;
  const std::optional<ObjectId>& made_;
  Replay& replay_;
};

}  // namespace

std::optional<ObjectId> find_of_method(ObjectKind kind, const ::List* names,
                                       const char* access_method, const Replay& replay) {
  const std::vector<std::string> parts = sql::strings_of(names);
  SearchPath spaces = replay.search_path();
  if (parts.size() > 1) spaces = {parts[parts.size() - 2]};
  for (const std::string& space : spaces) {
    const ObjectId id =
        method_object_id(kind, qualified(space, parts.back()), Identifier(access_method));
    if (replay.catalog().contains(id)) return id;
  }
  return std::nullopt;
}

FamilyMembers family_members(const ::List* items, const Identifier& access_method,
                             const TypeRef& type, const Replay& replay) {
  FamilyMembers members;
  for (const auto* item : sql::items<::CreateOpClassItem>(items)) {
    if (item->itemtype == OPCLASS_ITEM_OPERATOR) {
      members.operators.push_back(operator_of(*item, type, replay));
    } else if (item->itemtype == OPCLASS_ITEM_FUNCTION) {
      members.functions.push_back(function_of(*item, access_method, type, replay));
    }
  }
  sort_members(members);
  return members;
}

void tie_to_classes(FamilyMembers& members, const ObjectId& family,
                    const std::optional<ObjectId>& made, Replay& replay) {
  Tier tier(family, made, replay);
  tier.run(members.operators, &FamilyMembers::operators);
  tier.run(members.functions, &FamilyMembers::functions);
}

namespace {

ObjectId function_id(const FamilyFunction& member) {
  ObjectId id = object_id(ObjectKind::routine, member.function);
  id.member = arguments_key(member.arguments);
  return id;
}

}  // namespace

void forget_in_families(const std::set<ObjectId>& gone, Replay& replay) {
  std::vector<std::pair<ObjectId, OperatorFamily>> changed;
  for (const auto [id, family] : replay.catalog().all<OperatorFamily>()) {
    OperatorFamily rest = family;
    std::size_t count = std::erase_if(rest.members.operators, [&](const FamilyOperator& member) {
      return gone.contains(operator_id(member.operator_, member.left, member.right));
    });
    count += std::erase_if(rest.members.functions, [&](const FamilyFunction& member) {
      return gone.contains(function_id(member));
    });
    if (count > 0) changed.emplace_back(id, std::move(rest));
  }
  for (auto& [id, rest] : changed) {
    *replay.model().get<OperatorFamily>(id) = std::move(rest);
    replay.touch(id);
  }
}

}  // namespace pgplumb::parse
