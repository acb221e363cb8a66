#include "parse/event_triggers.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/letters.hpp"
#include "parse/plpgsql_scanner.hpp"
#include "parse/replay.hpp"
#include "parse/routine_effects.hpp"

namespace pgplumb::parse {
namespace {

using Words = std::vector<PlToken>;

// What fires event triggers begins with one of these. SELECT does so with INTO only.
bool begins_command(const Words& words) {
  constexpr std::array<std::string_view, 10> kFirst = {"create",  "alter",   "drop",   "grant",
                                                       "revoke",  "comment", "import", "security",
                                                       "refresh", "reindex"};
  const std::string_view first = words.front().text;
  if (first == "select" || first == "with") {
    return std::any_of(words.begin(), words.end(), [](auto& word) { return word.is_word("into"); });
  }
  return std::find(kFirst.begin(), kFirst.end(), first) != kFirst.end();
}

// Roles, databases, tablespaces and event triggers themselves fire none.
bool is_exempt(const Words& words) {
  constexpr std::array<std::string_view, 7> kExempt = {"role",       "user",  "group", "database",
                                                       "tablespace", "event", "system"};
  return words.size() > 1 &&
         std::find(kExempt.begin(), kExempt.end(), words[1].text) != kExempt.end() &&
         !(words.size() > 2 && words[2].is_word("mapping"));
}

// The words of a tag ("CREATE TABLE AS") stand in this order in each statement that has the tag;
// they stand so in a few others, too.
bool may_have_tag(const Words& words, const std::string& tag) {
  auto word = words.begin();
  for (const PlToken& wanted : scan_plpgsql(tag)) {
    word = std::find_if(word, words.end(),
                        [&](const PlToken& one) { return one.is_word(wanted.text); });
    if (word == words.end()) return false;
    ++word;
  }
  return true;
}

bool may_fire(const EventTrigger& trigger, const Words& words) {
  const bool is_on =
      trigger.enabled == TriggerEnabled::origin || trigger.enabled == TriggerEnabled::always;
  if (!is_on || trigger.event == "login") return false;
  return trigger.tags.empty() ||
         std::any_of(trigger.tags.begin(), trigger.tags.end(),
                     [&](const std::string& tag) { return may_have_tag(words, tag); });
}

}  // namespace

std::optional<std::string> effect_of_event_triggers(std::string_view statement,
                                                    const Replay& replay) {
  std::optional<Words> words;
  for (const auto [id, trigger] : replay.catalog().all<EventTrigger>()) {
    if (!words) words = scan_plpgsql(statement);
    if (words->empty() || !begins_command(*words) || is_exempt(*words)) return std::nullopt;
    if (!may_fire(trigger, *words)) continue;
    if (auto why = structural_effect(trigger.function, replay)) {
      return "event trigger " + shown(id) + ": " + *why;
    }
  }
  return std::nullopt;
}

}  // namespace pgplumb::parse
