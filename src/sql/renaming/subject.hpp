// What is renamed, and which written names mean it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/catalog.hpp"
#include "sql/rename.hpp"

namespace pgplumb::sql::renaming {

enum class Answer : std::uint8_t { no, yes, unsure };

class Subject {
 public:
  // None of them is copied. `path`: namespaces in which the text's bare names are looked up.
  Subject(const Rename& rename, const Catalog& catalog, const SearchPath& path)
      : rename_(rename), catalog_(catalog), path_(path) {}

  [[nodiscard]] const ObjectId& before() const { return rename_.before; }
  [[nodiscard]] const ObjectId& after() const { return rename_.after; }
  [[nodiscard]] const Catalog& catalog() const { return catalog_; }

  [[nodiscard]] bool is_namespace() const { return before().kind == ObjectKind::namespace_; }
  [[nodiscard]] bool is_attribute() const { return before().kind == ObjectKind::attribute; }
  [[nodiscard]] bool is_routine() const {
    return before().kind == ObjectKind::routine || before().kind == ObjectKind::aggregate;
  }
  [[nodiscard]] bool is_relation() const;  // stands in pg_class
  [[nodiscard]] bool is_type() const;      // stands in pg_type

  // The pg_class object that a written name (one to three parts) means.
  [[nodiscard]] std::optional<ObjectId> class_of(const std::vector<std::string>& names) const;
  [[nodiscard]] Answer is_class_name(const std::vector<std::string>& names) const;
  [[nodiscard]] Answer is_type_name(const std::vector<std::string>& names) const;
  [[nodiscard]] bool is_collation_name(const std::vector<std::string>& names) const;
  // A call with that many arguments.
  [[nodiscard]] Answer is_routine_name(const std::vector<std::string>& names,
                                       std::size_t arguments) const;

  // Whether the bare new name, looked up in the path, would mean something else.
  [[nodiscard]] bool needs_namespace() const;

 private:
  [[nodiscard]] bool is_before(const std::optional<ObjectId>& found) const {
    return found && found->qualified_name() == before().qualified_name();
  }
  [[nodiscard]] bool stands_in(const std::string& space, const std::string& name) const;

  const Rename& rename_;
  const Catalog& catalog_;
  const SearchPath& path_;
};

}  // namespace pgplumb::sql::renaming
