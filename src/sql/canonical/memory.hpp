// What expressions came to before: schemas say the same default and the same check many times.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "schema/expression.hpp"
#include "sql/canonical/type_info.hpp"

namespace pgplumb::sql::canon {

class Symbols;

// Belongs to one Symbols, and is right as long as that is.
class Memory {
 public:
  // Fills in what is known. False: nothing is.
  bool recall(Symbols& symbols, Expression& expression, const ExpressionContext& context) const;
  // Keeps it where it would come to the same for another relation with such columns: when it is
  // closed and names nothing else that can change.
  void keep(Symbols& symbols, const Expression& expression, const ExpressionContext& context);

 private:
  struct UsedColumn {
    std::string name;
    const TypeInfo* type = nullptr;
    std::string modifiers;
  };
  struct Known {
    std::string canonical;
    std::vector<UsedColumn> columns;  // by name
  };

  std::unordered_map<std::string, Known> known_;
};

}  // namespace pgplumb::sql::canon
