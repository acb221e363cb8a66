// ALTER DATABASE … SET and ALTER ROLE … IN DATABASE … SET: what sessions in this database start
// with; pg_db_role_setting. Settings of a role in all databases belong to no database and stand
// nowhere.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/object_id.hpp"
#include "schema/references.hpp"

namespace pgplumb {

// As the server keeps it. A password never stands here: of a secret only the digest is kept, which
// is enough to compare.
struct SettingValue {
  std::string text;
  bool secret = false;

  bool operator==(const SettingValue&) const = default;
};
// What the name of the setting makes a secret (base/secrets.hpp) is digested.
[[nodiscard]] SettingValue setting_value_of(const std::string& setting, const std::string& text);
// "8MB", "****".
[[nodiscard]] std::string describe(const SettingValue& value);

struct DatabaseSetting {
  SettingValue value;

  static constexpr std::tuple fields{field<&DatabaseSetting::value>("value")};
  static constexpr bool ownable = false;
};

// `role`: whose sessions; "" is everybody's.
[[nodiscard]] ObjectId database_setting_id(const std::string& setting, const std::string& role);

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, DatabaseSetting>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
