// Whether a row of the current state fits the desired one, too: asked of a database that is in it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "diff/compare.hpp"
#include "pg/server_error.hpp"
#include "pg/session.hpp"
#include "pg/transaction.hpp"
#include "schema/catalog.hpp"
#include "workflow/sample_values.hpp"

namespace pgplumb::workflow {

class DesiredRows {
 public:
  // `session` is on a database in the state `desired`; nothing is left there. All must outlive it.
  DesiredRows(const Catalog& current, const Catalog& desired,
              const std::vector<diff::RenameHint>& renames, pg::Session& session);

  // Text by current column; nothing is null.
  using Row = std::map<std::string, std::optional<std::string>>;

  // Why the desired state does not take the row; nothing: it does, or has no such table.
  [[nodiscard]] std::optional<pg::ServerReport> refusal(const ObjectId& relation, const Row& row);
  // The columns, as they are called now, that another value would help in.
  [[nodiscard]] std::set<std::string> refused_columns(const ObjectId& relation,
                                                      const pg::ServerReport& refusal) const;
  // The columns of a table that shall reference others, each with the other; both as they are
  // called now, and those that there are.
  [[nodiscard]] std::map<ObjectId, ObjectId> references(const ObjectId& relation) const;
  // What the desired state demands of a current column.
  [[nodiscard]] std::vector<std::string> rules_about(const ObjectId& column) const;
  // Values of the type that the column shall have.
  [[nodiscard]] Candidates values(const ObjectId& column);
  // Whether the text is a value of the type that the column shall have, or goes.
  [[nodiscard]] bool takes(const ObjectId& column, const std::string& text);

 private:
  [[nodiscard]] ObjectId later(const ObjectId& id) const;
  [[nodiscard]] ObjectId before(const QualifiedName& relation, const Identifier& column) const;
  std::string statement(const ObjectId& relation, const Row& row);

  const Catalog& current_;
  const Catalog& desired_;
  const std::vector<diff::RenameHint>& renames_;
  std::vector<diff::RenameHint> back_;
  pg::Session& session_;
  pg::Transaction transaction_;
  SampleValues values_;
};

}  // namespace pgplumb::workflow
