#include "workflow/untaken_history.hpp"

#include <algorithm>

#include "base/diagnostic.hpp"

namespace pgplumb::workflow {

using migrations::ForeignTable;

std::vector<ForeignTable> untaken_histories(pg::Session& session, migrations::History& history) {
  if (!history.applied_if_own().empty()) return {};
  const std::vector<std::string> imported = history.imported_tables();
  std::vector<ForeignTable> tables = migrations::find_foreign_tables(session);
  std::erase_if(tables, [&](const ForeignTable& table) {
    const bool known = std::find(imported.begin(), imported.end(), table.name()) != imported.end();
    return known || migrations::read_foreign_history(session, table).entries.empty();
  });
  return tables;
}

std::string about_untaken(const std::vector<ForeignTable>& tables) {
  if (tables.empty()) return "";
  std::string names;
  for (const ForeignTable& table : tables) {
    names += (names.empty() ? "" : ", ") + table.tool + " in " + printable(table.name());
  }
  return "another tool keeps a history in this database, and pgplumb has none: " + names +
         "; what it applied would run again: take it over with \"pgplumb import\", or leave it "
         "alone with --foreign ignore (history.foreign: ignore)";
}

}  // namespace pgplumb::workflow
