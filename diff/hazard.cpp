#include "diff/hazard.hpp"

#include <array>
#include <cstddef>

namespace pgplumb::diff {
namespace {

constexpr std::array kFacts = {
#define HAZARD(name, loses, sentence, way_out) HazardFacts{#name, loses, sentence, way_out},
    PGPLUMB_HAZARDS(HAZARD)
#undef HAZARD
};

}  // namespace

const HazardFacts& facts_of(Hazard hazard) { return kFacts[static_cast<std::size_t>(hazard)]; }

std::optional<Hazard> hazard_named(std::string_view name) {
  for (std::size_t i = 0; i < kFacts.size(); ++i) {
    if (kFacts[i].name == name) return static_cast<Hazard>(i);
  }
  return std::nullopt;
}

std::string described(const HazardOn& hazard) {
  std::string text = described(hazard.id) + ": ";
  text += facts_of(hazard.hazard).sentence;
  if (!hazard.detail.empty()) text += " (" + hazard.detail + ")";
  return text;
}

bool AllowedHazards::allow(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto hazard = hazard_named(text.substr(0, colon));
  if (!hazard) return false;
  if (colon == std::string_view::npos) {
    everywhere.insert(*hazard);
  } else {
    on_object.emplace(*hazard, std::string(text.substr(colon + 1)));
  }
  return true;
}

bool AllowedHazards::allows(const HazardOn& hazard) const {
  return all || everywhere.contains(hazard.hazard) ||
         on_object.contains({hazard.hazard, shown(hazard.id)});
}

}  // namespace pgplumb::diff
