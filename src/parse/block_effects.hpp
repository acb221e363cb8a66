// What the statements of a block may do, without running them.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "parse/plpgsql_tree.hpp"

namespace pgplumb::parse {

class Replay;

class BlockEffects {
 public:
  // `text`: what the statements' places are in. Both are kept by reference.
  BlockEffects(std::string_view text, const Replay& replay) : text_(text), replay_(replay) {}

  // Whether the statements may change the schema or what later statements mean.
  [[nodiscard]] bool is_structural(const PlStatement& statement) const;
  [[nodiscard]] bool is_structural(const PlBody& body) const;
  // Whether they change or read rows, so that what they come to depends on data.
  [[nodiscard]] bool touches_rows(const PlBody& body) const;
  // Whether RETURN, EXIT or CONTINUE stands somewhere in it.
  [[nodiscard]] bool may_leave(const PlBody& body) const;
  // The variables that get a value somewhere in it.
  void collect_assigned(const PlBody& body, std::set<std::string>& names) const;

  [[nodiscard]] std::string_view piece(const PlText& text) const {
    return text_.substr(text.begin, text.end - text.begin);
  }

 private:
  [[nodiscard]] bool is_structural_sql(const std::string& sql) const;

  std::string_view text_;
  const Replay& replay_;
};

// Whether the statement makes, changes or drops a role or its memberships.
[[nodiscard]] bool is_about_roles(std::string_view sql);

// The word that the statement begins with, in lower case.
[[nodiscard]] std::string first_word(std::string_view sql);

}  // namespace pgplumb::parse
