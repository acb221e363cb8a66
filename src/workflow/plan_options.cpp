#include "workflow/plan_options.hpp"

#include <utility>

#include "sql/canonical.hpp"
#include "sql/column_aliases.hpp"

namespace pgplumb::workflow {

diff::PlanOptions plan_options(int server_version) {
  diff::PlanOptions options;
  options.view_columns = [](const Expression& query, const Catalog& state) {
    std::vector<diff::ViewColumn> columns;
    for (sql::OutputColumn& column : sql::output_columns(query, state)) {
      columns.push_back({column.name, std::move(column.type), column.collation});
    }
    return columns;
  };
  options.reorder_aliases = sql::reorder_column_aliases;
  options.has_cast = sql::has_cast;
  if (server_version != 0) options.server_version = server_version;
  return options;
}

}  // namespace pgplumb::workflow
