// The names that a catalog holds, in the form that resolution needs; filled when asked.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sql/canonical/builtins.hpp"
#include "sql/canonical/memory.hpp"
#include "sql/canonical/scope.hpp"
#include "sql/canonical/type_info.hpp"

namespace pgplumb::sql::canon {

// The columns of a relation-like object.
struct RelationColumns {
  Columns columns;
  bool known = true;
};

class Symbols {
 public:
  explicit Symbols(const Catalog& catalog) : types_(catalog), catalog_(catalog) {}

  [[nodiscard]] TypeSpace& types() { return types_; }
  [[nodiscard]] Memory& memory() { return memory_; }
  [[nodiscard]] const Catalog& catalog() const { return catalog_; }

  // Overloads in one namespace.
  [[nodiscard]] const std::vector<const Signature*>& routines(std::string_view space,
                                                              std::string_view name);
  // Operators of the model and of extensions in one namespace; built-in ones for pg_catalog.
  // A null result: not known.
  [[nodiscard]] std::span<const Operator* const> operators(std::string_view space,
                                                           std::string_view name);
  // Whether somebody made a cast between built-in types: it may lead to another choice than theirs.
  [[nodiscard]] bool has_odd_casts();
  // Nothing: no such relation (it may belong to an extension).
  [[nodiscard]] const RelationColumns* columns_of(const QualifiedName& relation);
  // Namespaces with an object that an extension put there, and all others that exist.
  [[nodiscard]] bool has_extension_routine(std::string_view space, std::string_view name);

  // Drops what was read about `id`, which has changed, appeared or gone. False: too much hangs on
  // it; a new Symbols is needed.
  [[nodiscard]] bool forget(const ObjectId& id);

 private:
  [[nodiscard]] bool is_built_in(const Signature& builtin) const;
  RelationColumns read_columns(const QualifiedName& relation, const ObjectId& id);
  RelationColumns columns_of_view(const ObjectId& id, const Expression& query,
                                  const std::vector<Identifier>& names);
  const Signature* signature_of(const ObjectId& id, const Routine& routine);
  void index_extensions();
  void add_operator(const QualifiedName& name, const std::vector<TypeRef>& operands,
                    const TypeRef& result, const ObjectId* id, std::vector<const Operator*>& all);
  const Signature* signature_of(const ObjectId& id, const Aggregate& aggregate);
  bool forget_relation(const QualifiedName& name);
  void index_constructors();
  void add_constructors(const QualifiedName& name, std::vector<const Signature*>& all);
  Signature& constructor(const QualifiedName& name, const ObjectId& id, const TypeInfo* result,
                         std::vector<const Signature*>& all);

  TypeSpace types_;
  const Catalog& catalog_;
  std::map<QualifiedName, std::vector<const Signature*>> routines_;
  std::map<QualifiedName, RelationColumns> relations_;
  std::vector<QualifiedName> views_;  // those of relations_ whose columns follow from others
  std::multimap<QualifiedName, const ExtensionMember*> extension_routines_;
  std::multimap<QualifiedName, const ExtensionMember*> extension_operators_;
  bool extensions_indexed_ = false;
  std::multimap<QualifiedName, ObjectId> constructors_;  // function -> range type
  bool constructors_indexed_ = false;
  std::map<QualifiedName, std::vector<const Operator*>> operator_lists_;
  std::optional<bool> has_odd_casts_;
  Memory memory_;
  std::deque<Signature> signatures_;
  std::deque<Operator> operators_;
};

}  // namespace pgplumb::sql::canon
