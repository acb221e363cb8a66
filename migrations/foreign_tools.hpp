// What the history tables of other tools look like, one entry for each tool.
#pragma once

#include <string_view>
#include <vector>

namespace pgplumb::migrations {

enum class Columns {
  all_of_them,   // these and no others
  at_least_them  // newer versions of the tool add some
};

struct ForeignTool {
  const char* name;
  Columns match;
  std::vector<std::string_view> columns;
  // Of the table (@): true when the rows are this tool's. "" = the columns say enough.
  const char* probe;
  // Text columns in this order: what the tool calls it, version, name, applied at, batch, duration
  // in milliseconds, by whom, how it ended: "t…" it failed, "b…" it was only declared to be there
  // with all before it, else it was run. One row for each migration that is applied or
  // failed, in the order of application. Version and name may be empty: then they are taken from
  // the first. A ninth one where the tool keeps a checksum of the file ("" = not of this one), as
  // is_text_of reads it. @ is the table.
  const char* rows;
  // One text column: sentences about what has no equivalent. "" = there is nothing to say.
  const char* notes;
  // The tool's other tables, in the same schema; @ is the name of the one with the history.
  std::vector<std::string_view> companions = {};
  // Of the first companion (@): a row, with who has it in words or "", where the tool's lock is
  // taken. "" = it keeps none in a table.
  const char* lock = "";
};

[[nodiscard]] const std::vector<ForeignTool>& foreign_tools();

}  // namespace pgplumb::migrations
