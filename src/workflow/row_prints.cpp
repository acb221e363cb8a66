#include "workflow/row_prints.hpp"

#include "diff/rename.hpp"
#include "schema/quote.hpp"

namespace pgplumb::workflow {
namespace {

// A column whose type changed may print otherwise: only an emptied one counts as lost.
bool keeps_values(const RowPrint& before, const RowPrint& after,
                  const std::vector<diff::RenameHint>& renames,
                  const std::set<ObjectId>& given_up) {
  static const std::string kNothing = "d41d8cd98f00b204e9800998ecf8427e";  // md5 of ''
  for (const auto& [column, digest] : before.columns) {
    const auto found = after.columns.find(diff::renamed_id(column, renames));
    if (found == after.columns.end() || given_up.contains(column)) continue;
    if (digest != kNothing && found->second == kNothing) return false;
  }
  return true;
}

}  // namespace

RowPrint print_rows(const ObjectId& relation, const Catalog& catalog, pg::Session& session) {
  RowPrint print;
  std::string select = "select count(*)";
  const std::vector<ObjectId> columns = catalog.attributes_of(relation);
  for (const ObjectId& id : columns) {
    const std::string column = quote_identifier(id.member);
    select.append(", md5(coalesce(string_agg(").append(column);
    select.append("::text, ',' order by ").append(column).append("::text), ''))");
  }
  const pg::Rows rows =
      session.query(select + " from only " + quote_qualified(relation.qualified_name()));
  print.count = rows.front().integer(0);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    print.columns[columns[i]] = rows.front().string(i + 1);
  }
  return print;
}

std::vector<ObjectId> lost_rows(const RowPrints& before, const Catalog& now,
                                const std::vector<diff::RenameHint>& renames,
                                const std::set<ObjectId>& given_up, pg::Session& session) {
  std::vector<ObjectId> lost;
  for (const auto& [id, print] : before) {
    const ObjectId later = diff::renamed_id(id, renames);
    if (!now.contains(later)) continue;
    const RowPrint after = print_rows(later, now, session);
    if (after.count == print.count && keeps_values(print, after, renames, given_up)) continue;
    lost.push_back(id);
  }
  return lost;
}

std::vector<ObjectId> other_counts(const RowPrints& before, const Catalog& now,
                                   pg::Session& session) {
  std::vector<ObjectId> lost;
  for (const auto& [id, print] : before) {
    if (now.contains(id) && print_rows(id, now, session).count != print.count) lost.push_back(id);
  }
  return lost;
}

}  // namespace pgplumb::workflow
