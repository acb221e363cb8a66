// The rows that a proof has made, and taking some of them away again while it runs.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pg/session.hpp"
#include "schema/identifier.hpp"

namespace pgplumb::workflow {

class InventedRows {
 public:
  // `tables` by their names of now; later they may have others.
  InventedRows(const std::set<QualifiedName>& tables, pg::Session& session);

  // A table, as it was called at first, that has no rows any more.
  struct Emptied {
    QualifiedName table;
    bool by_reference = false;  // its rows referenced rows that went
  };
  enum class Below { kept, emptied };
  // Of the tables, as they are called now, and with Below::emptied of those that inherit from them.
  // Rows that the migrations brought stay; what is emptied once is not named again.
  std::vector<Emptied> remove(const std::vector<QualifiedName>& tables, Below below);

 private:
  pg::Session& session_;
  std::map<std::string, QualifiedName> tables_;  // by OID
};

}  // namespace pgplumb::workflow
