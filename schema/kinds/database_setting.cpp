#include "schema/kinds/database_setting.hpp"

#include "schema/foreign_option.hpp"

namespace pgplumb {

SettingValue setting_value_of(const std::string& setting, const std::string& text) {
  const ForeignOption option = foreign_option(setting, text);
  return {option.value, option.secret};
}

std::string describe(const SettingValue& value) { return value.secret ? "****" : value.text; }

ObjectId database_setting_id(const std::string& setting, const std::string& role) {
  ObjectId id;
  id.kind = ObjectKind::database_setting;
  id.name = setting;
  id.grantee = role;
  return id;
}

}  // namespace pgplumb
