#include "schema/configuration.hpp"

#include <string_view>

namespace pgplumb {
namespace {

struct Setting {
  std::string_view name;
  std::string_view value;
  bool from_current = false;
};

Setting setting_of(std::string_view entry) {
  const std::size_t equals = entry.find('=');
  Setting setting{entry.substr(0, equals), entry.substr(equals + 1), false};
  if (setting.name.ends_with(kFromCurrent)) {
    setting.name.remove_suffix(1);
    setting.from_current = true;
  }
  return setting;
}

Verdict compare_one(const std::string& current, const std::string& desired) {
  if (current == desired) return Verdict::equal;
  const Setting one = setting_of(current);
  const Setting other = setting_of(desired);
  if (one.name != other.name) return Verdict::different;
  if (one.value == other.value) return Verdict::equal;
  return one.from_current || other.from_current ? Verdict::unknown : Verdict::different;
}

}  // namespace

void Configuration::remove(const std::string& name) {
  std::erase_if(*this, [&](const std::string& entry) { return setting_of(entry).name == name; });
}

Verdict compare_value(const Configuration& current, const Configuration& desired) {
  if (current.size() != desired.size()) return Verdict::different;
  Verdict verdict = Verdict::equal;
  for (std::size_t i = 0; i < current.size(); ++i) {
    verdict = verdict & compare_one(current[i], desired[i]);
  }
  return verdict;
}

std::string describe(const Configuration& configuration) {
  std::string text;
  for (const std::string& entry : configuration) {
    if (!text.empty()) text += ", ";
    const Setting setting = setting_of(entry);
    text += setting.from_current ? std::string(setting.name) + " FROM CURRENT" : entry;
  }
  return text;
}

}  // namespace pgplumb
