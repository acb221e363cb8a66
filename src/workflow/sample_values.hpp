// SQL for values of columns: likely ones of a type, and those that an expression seems to look for.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pg/session.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// SQL expressions, before the cast to the column's type.
using Candidates = std::vector<std::string>;

class SampleValues {
 public:
  // Within a transaction of `session`, which has the types of `catalog`.
  SampleValues(const Catalog& catalog, pg::Session& session)
      : catalog_(catalog), session_(session) {}

  // Values of `type`, likely ones first; empty where none is known.
  Candidates of(const TypeRef& type);

  // What a rule about a column of `type` may be looking for: its constants, what lies beside them,
  // texts as long as its numbers say. Not all of it need be a value of the type.
  Candidates hinted(std::string_view rule, const TypeRef& type) const;

  // Those that the server takes as values of `type`, each value once.
  Candidates taken_as(const TypeRef& type, const Candidates& candidates);

  // Whether the text is a value of `type` without being cut.
  [[nodiscard]] bool holds(const TypeRef& type, const std::string& text);

  // The value as the server prints it; nothing: `candidate` is none of the type.
  std::optional<std::string> text_of(const TypeRef& type, const std::string& candidate);

 private:
  Candidates known(const TypeRef& type);
  Candidates of_domain(const ObjectId& id);
  [[nodiscard]] std::string row_of_nulls(const ObjectId& id) const;
  Candidates tried(const TypeRef& type);
  // What lies below domains.
  [[nodiscard]] TypeRef base_of(TypeRef type) const;

  const Catalog& catalog_;
  pg::Session& session_;
  std::map<std::string, Candidates> tried_;  // by the type's name
};

}  // namespace pgplumb::workflow
