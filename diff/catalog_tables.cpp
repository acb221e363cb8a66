#include "diff/catalog_tables.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "diff/sql_writer.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

constexpr std::string_view kOption = "user_catalog_table";

bool is_catalog_option(const std::string& option) {
  return std::string_view(option).substr(0, option.find('=')) == kOption;
}

// "user_catalog_table=true"; "" where nothing is said.
std::string option_of(const ObjectId& table, const Catalog& catalog) {
  const auto* relation = catalog.get<Relation>(table);
  if (relation == nullptr) return {};
  const auto found = std::ranges::find_if(relation->options, is_catalog_option);
  return found == relation->options.end() ? std::string() : *found;
}

// What a server takes for false, as a whole or begun.
bool is_on(const std::string& option) {
  if (option.empty()) return false;
  const std::size_t equals = option.find('=');
  const std::string value = equals == std::string::npos ? "true" : option.substr(equals + 1);
  constexpr std::array kOff = {"0", "f", "fa", "fal", "fals", "false", "of", "off", "n", "no"};
  return std::ranges::find(kOff, value) == kOff.end();
}

Action set_option(const ObjectId& table, const std::string& option) {
  SqlWriter sql = alter_table(table.qualified_name());
  if (option.empty()) {
    sql.keyword("RESET").option_names({std::string(kOption)});
  } else {
    sql.keyword("SET").options({option});
  }
  Action action = Action::changing(table);
  return action.statement(sql).lock(table.qualified_name(), LockMode::access_exclusive);
}

void add_with_children(const ObjectId& table, const Catalog& catalog, std::set<ObjectId>& found) {
  if (!found.insert(table).second) return;
  for (const ObjectId& child : catalog.children_of(table.qualified_name())) {
    add_with_children(child, catalog, found);
  }
}

bool rewrites_tables(const Action& action) {
  return std::ranges::any_of(
      action.hazards, [](const HazardOn& one) { return one.hazard == Hazard::rewrites_table; });
}

using Rewriting = std::map<ObjectId, std::vector<std::size_t>>;

// A change of a table's column changes it in the tables below, too.
Rewriting rewriting_actions(const std::vector<Action>& actions, const Catalog& current) {
  Rewriting rewriting;
  for (std::size_t at = 0; at < actions.size(); ++at) {
    if (!rewrites_tables(actions[at])) continue;
    std::set<ObjectId> tables;
    for (const Lock& lock : actions[at].locks) {
      if (lock.mode != LockMode::access_exclusive) continue;
      add_with_children(object_id(ObjectKind::relation, lock.relation), current, tables);
    }
    for (const ObjectId& table : tables) rewriting[table].push_back(at);
  }
  return rewriting;
}

}  // namespace

std::vector<std::string> without_catalog_option(std::vector<std::string> options) {
  std::erase_if(options, is_catalog_option);
  return options;
}

std::vector<CatalogTableSteps> catalog_table_steps(const std::vector<Action>& actions,
                                                   const std::map<ObjectId, Actions>& altered,
                                                   const Scope& scope) {
  std::vector<CatalogTableSteps> all;
  Rewriting rewriting;
  bool known = false;
  for (const auto [id, relation] : scope.current.all<Relation>()) {
    const std::string current = option_of(id, scope.current);
    const std::string desired = altered.contains(id) ? option_of(id, scope.desired) : current;
    if (current.empty() && desired.empty()) continue;
    if (!known) rewriting = rewriting_actions(actions, scope.current);
    known = true;
    CatalogTableSteps steps;
    const auto found = rewriting.find(id);
    if (found != rewriting.end()) steps.rewriting = found->second;
    const bool in_the_way = is_on(current) && !steps.rewriting.empty();
    if (in_the_way) steps.before = set_option(id, {});
    if ((in_the_way ? std::string() : current) != desired) steps.after = set_option(id, desired);
    if (steps.before || steps.after) all.push_back(std::move(steps));
  }
  return all;
}

}  // namespace pgplumb::diff
