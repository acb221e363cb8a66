#include "workflow/secrets_apart.hpp"

#include <string>
#include <variant>

#include "schema/foreign_option.hpp"

namespace pgplumb::workflow {
namespace {

constexpr const char* kPlaceholder = "****";

bool take_placeholders(const ForeignOptions& reached, ForeignOptions& wanted) {
  bool taken = false;
  for (const ForeignOption& one : reached) {
    if (!one.secret || one != foreign_option(one.name, kPlaceholder)) continue;
    for (ForeignOption& other : wanted) {
      if (other.name != one.name || other == one) continue;
      other = one;
      taken = true;
    }
  }
  return taken;
}

struct Taker {
  const Object& reached;
  const ObjectId& id;

  bool operator()(UserMapping& wanted) const {
    return take_placeholders(std::get<UserMapping>(reached).options.known, wanted.options.known);
  }
  bool operator()(ForeignServer& wanted) const {
    return take_placeholders(std::get<ForeignServer>(reached).options, wanted.options);
  }
  bool operator()(ForeignDataWrapper& wanted) const {
    return take_placeholders(std::get<ForeignDataWrapper>(reached).options, wanted.options);
  }
  bool operator()(Relation& wanted) const {
    return take_placeholders(std::get<Relation>(reached).foreign_options, wanted.foreign_options);
  }
  bool operator()(Attribute& wanted) const {
    return take_placeholders(std::get<Attribute>(reached).foreign_options, wanted.foreign_options);
  }
  bool operator()(DatabaseSetting& wanted) const {
    const SettingValue& value = std::get<DatabaseSetting>(reached).value;
    const bool placeholder =
        value.secret && value == setting_value_of(id.name, kPlaceholder) && wanted.value.secret;
    if (!placeholder || value == wanted.value) return false;
    wanted.value = value;
    return true;
  }
  template <typename Other>
  bool operator()(Other&) const {
    return false;
  }
};

}  // namespace

bool leave_secrets_apart(const ObjectId& id, const Catalog& reached, Catalog& wanted) {
  const Object* ours = reached.find(id);
  Object* theirs = wanted.find(id);
  if (ours == nullptr || theirs == nullptr || ours->index() != theirs->index()) return false;
  return std::visit(Taker{*ours, id}, *theirs);
}

}  // namespace pgplumb::workflow
