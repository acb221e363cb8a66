// Which names a place of a query sees.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace pgplumb::sql::renaming {

struct Columns {
  std::vector<std::string> names;
  bool known = true;  // these are all of them

  [[nodiscard]] bool contains(const std::string& name) const;
};

// One item of FROM, or the relation whose columns a check sees. Names as before the rename.
struct Item {
  std::string name;
  std::string space;  // of a relation without an alias: space.name.column may be written
  Columns columns;
  bool subject = false;  // the relation that is renamed, or whose column is
  bool aliased = false;  // `name` stays whatever the relation is called
  bool column = false;   // the renamed column is visible under its name
  bool hidden = false;   // behind the alias of a join
};

struct CommonTable {
  std::string name;
  Columns columns;
};

struct Scope {
  const Scope* outer = nullptr;
  std::vector<Item> items;
  std::vector<CommonTable> common_tables;
  bool merges_columns = false;  // USING or NATURAL: `*` is not simply all columns in order

  [[nodiscard]] bool known() const;  // the columns of every item
};

struct FoundColumn {
  const Item* item = nullptr;    // null: none
  const Scope* scope = nullptr;  // where the item stands
  bool unsure = false;           // items of unknown columns stand between
};

[[nodiscard]] FoundColumn find_column(const Scope* scope, const std::string& name);
// `space` may be empty.
[[nodiscard]] const Item* find_item(const Scope* scope, const std::string& name,
                                    const std::string& space);
[[nodiscard]] const CommonTable* find_common_table(const Scope* scope, const std::string& name);

// Whether the bare `name`, written in `scope`, could be taken for a column of an item other than
// `item`, up to the scope that `item` stands in.
[[nodiscard]] bool is_ambiguous(const Scope* scope, const FoundColumn& found,
                                const std::string& name);

}  // namespace pgplumb::sql::renaming
