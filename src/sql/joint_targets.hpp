// SET (a, b) = …: libpg_query's deparser counts its columns from the first one of the whole SET.
#pragma once

#include <string_view>
#include <vector>

#include "sql/tree.hpp"

namespace pgplumb::sql {

// Joint targets that became one, which has their value and no name of its own yet.
struct JointTarget {
  ::ResTarget* target;
  ::List* columns;  // of ::ResTarget, without values
};

// Puts one target in the place of those that have a value together, in every SET below a root, for
// as long as it lives.
class JointTargets {
 public:
  JointTargets() = default;
  ~JointTargets();
  JointTargets(const JointTargets&) = delete;
  JointTargets& operator=(const JointTargets&) = delete;

  // May raise PostgreSQL's error for a node that its walker does not know: to be called where that
  // is caught, and once.
  void join_below(::Node* root);
  [[nodiscard]] const std::vector<JointTarget>& all() const { return all_; }

 private:
  struct Place {
    ::List** place;
    ::List* targets;
  };

  static bool visit(::Node* node, void* self);
  void look_at(::Node* node);
  void join(::List*& targets);

  std::vector<Place> places_;
  std::vector<JointTarget> all_;
};

// A statement that the deparser prints as kBeforeColumns, the columns, kBehindColumns.
[[nodiscard]] ::Node* statement_of_columns(::List* columns);
inline constexpr std::string_view kBeforeColumns = "INSERT INTO x (";
inline constexpr std::string_view kBehindColumns = ") DEFAULT VALUES";

}  // namespace pgplumb::sql
