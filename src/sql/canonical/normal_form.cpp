#include "sql/canonical/normal_form.hpp"

#include <algorithm>

#include "schema/type_storage.hpp"
#include "sql/canonical/canonicaliser.hpp"
#include "sql/canonical/coercion.hpp"
#include "sql/canonical/names.hpp"
#include "sql/canonical/routine_body.hpp"

namespace pgplumb::sql::canon {
namespace {

struct ExpressionVisitor : ReferenceVisitor {
  explicit ExpressionVisitor(Symbols& all) : symbols(all) {}
  void expression(Expression& value, const ExpressionContext& context) {
    canonicalize_with(symbols, value, context);
  }
  Symbols& symbols;
};

const Column* column_named(Symbols& symbols, const QualifiedName& relation,
                           const Identifier& name) {
  const RelationColumns* columns = symbols.columns_of(relation);
  if (columns == nullptr) return nullptr;
  for (const Column& column : columns->columns) {
    if (column.name == name.text()) return &column;
  }
  return nullptr;
}

// Whether an operator class for `declared` is what the server picks for `type` without being told.
bool accepts(const TypeInfo* declared, const TypeInfo* type) {
  if (declared == nullptr) return false;
  if (declared == type || is_binary_coercible(type, declared)) return true;
  return declared->polymorphic == Polymorphic::no && declared->category == 'S' &&
         pathway(declared, type, CastContext::implicit) == Pathway::relabel;
}

// GetDefaultOpClass: an exact type first, then a preferred, then a binary-coercible one.
bool is_default_class(std::string_view method, const QualifiedName& name, const TypeInfo* type) {
  if (type == nullptr || name.space.text() != "pg_catalog") return false;
  type = base_type(type);
  const OperatorClass* exact = nullptr;
  const OperatorClass* coerced = nullptr;
  int coerced_count = 0;
  const OperatorClass* preferred = nullptr;
  for (const OperatorClass& entry : builtin_operator_classes()) {
    if (entry.method != method || !entry.is_default || entry.type == nullptr) continue;
    if (entry.type == type) exact = &entry;
    if (!accepts(entry.type, type)) continue;
    if (is_preferred(type->category, entry.type)) preferred = &entry;
    coerced = &entry;
    ++coerced_count;
  }
  const OperatorClass* chosen = exact != nullptr       ? exact
                                : preferred != nullptr ? preferred
                                : coerced_count == 1   ? coerced
                                                       : nullptr;
  return chosen != nullptr && chosen->name == name.name.text();
}

// A class that an extension brings as the default of exactly that type.
bool is_default_class_of_extension(Symbols& symbols, std::string_view method,
                                   const QualifiedName& name, const TypeInfo* type) {
  const auto is_it = [&](const ExtensionMember& member) {
    return member.kind == ExtensionMember::Kind::operator_class && member.is_default &&
           member.name == name && member.method == method && !member.arguments.empty() &&
           symbols.types().find(member.arguments.front()) == base_type(type);
  };
  const ExtensionContents& contents = symbols.catalog().extension_contents;
  return type != nullptr && std::ranges::any_of(contents, [&](const auto& extension) {
           return std::ranges::any_of(extension.second, is_it);
         });
}

// A class of the model that is the default of exactly that type.
bool is_own_default_class(Symbols& symbols, std::string_view method, const QualifiedName& name,
                          const TypeInfo* type) {
  const auto* found = symbols.catalog().get<pgplumb::OperatorClass>(
      method_object_id(ObjectKind::operator_class, name, Identifier(std::string(method))));
  return found != nullptr && found->is_default && type != nullptr &&
         symbols.types().find(found->type) == base_type(type);
}

void drop_default_class(Symbols& symbols, QualifiedName& operator_class, std::string_view method,
                        const TypeInfo* type) {
  if (operator_class.empty()) return;
  if (is_own_default_class(symbols, method, operator_class, type) ||
      is_default_class_of_extension(symbols, method, operator_class, type)) {
    operator_class = {};
  }
  if (operator_class.space.empty()) {
    // An unqualified class is a built-in one when there is one of that name.
    for (const OperatorClass& entry : builtin_operator_classes()) {
      if (entry.method == method && entry.name == operator_class.name.text()) {
        operator_class.space = Identifier("pg_catalog");
        break;
      }
    }
  }
  if (is_default_class(method, operator_class, type)) operator_class = {};
}

bool is_default_collation(const QualifiedName& collation) {
  return collation.name.text() == "default" &&
         (collation.space.empty() || collation.space.text() == "pg_catalog");
}

// What is the column's own is not kept.
void drop_own_collation(Symbols& symbols, const QualifiedName& relation, const Identifier& column,
                        QualifiedName& collation) {
  if (collation.empty()) return;
  const auto own = column_collation(symbols, relation, column);
  if (!own) return;
  if (collation == *own || (own->empty() && is_default_collation(collation))) collation = {};
}

// The column that an expression comes down to, such as (a::integer) of an integer: the server does
// not keep it as an expression.
const Column* column_behind(Symbols& symbols, const QualifiedName& relation,
                            const Expression& expression, const std::string& collation) {
  const RelationColumns* columns = symbols.columns_of(relation);
  if (columns == nullptr || !expression.closed) return nullptr;
  for (const Column& column : columns->columns) {
    const std::string name = quoted_name(column.name);
    if (expression.canonical == name) return &column;
    if (collation.empty()) continue;
    std::string collated = "(";
    collated.append(name).append(" COLLATE ").append(collation).append(")");
    if (expression.canonical == collated) return &column;
  }
  return nullptr;
}

template <typename Element>
void normalize_element(Symbols& symbols, const QualifiedName& relation, Element& element,
                       std::string_view method, ExpressionRole role) {
  if constexpr (requires { element.operator_class_options; }) {
    std::sort(element.operator_class_options.begin(), element.operator_class_options.end());
  }
  const TypeInfo* type = nullptr;
  if (!element.attribute.empty()) {
    const Column* column = column_named(symbols, relation, element.attribute);
    if (column != nullptr) type = column->type;
  } else {
    const ElementFacts facts = facts_of_element(symbols, element.expression, {role, relation, {}});
    type = facts.type;
    if (element.collation.empty() && !facts.collation.empty()) {
      element.collation = collation_named(facts.collation);
    }
    const Column* column = column_behind(symbols, relation, element.expression, facts.collation);
    if (column != nullptr) {
      element.attribute = Identifier(column->name);
      element.expression = {};
    }
  }
  drop_own_collation(symbols, relation, element.attribute, element.collation);
  // Its parameters stand behind the class's name.
  const QualifiedName written = element.operator_class;
  drop_default_class(symbols, element.operator_class, method, type);
  if constexpr (requires { element.operator_class_options; }) {
    if (!element.operator_class_options.empty() && element.operator_class.empty()) {
      element.operator_class = written;
    }
  }
}

void sort_by_position(Symbols& symbols, const QualifiedName& relation,
                      std::vector<Identifier>& columns) {
  const RelationColumns* known_columns = symbols.columns_of(relation);
  if (known_columns == nullptr) return;
  const auto position = [&](const Identifier& name) {
    std::size_t at = 0;
    for (const Column& column : known_columns->columns) {
      if (column.name == name.text()) break;
      ++at;
    }
    return at;
  };
  std::stable_sort(columns.begin(), columns.end(), [&](const Identifier& a, const Identifier& b) {
    return position(a) < position(b);
  });
}

// The server keeps no condition that is the constant true.
void drop_true(Expression& predicate) {
  if (predicate.closed && predicate.canonical == "true") predicate = {};
}

// The kinds whose normal form is more than their expressions.
void normalize_kind(Symbols& symbols, const ObjectId& id, Index& index) {
  (void)id;
  for (IndexElement& element : index.elements) {
    normalize_element(symbols, index.relation, element, index.access_method.text(),
                      ExpressionRole::index_element);
  }
  drop_true(index.predicate);
  std::sort(index.options.begin(), index.options.end());
}

void normalize_kind(Symbols& symbols, const ObjectId& id, Constraint& constraint) {
  for (IndexElement& element : constraint.elements) {
    normalize_element(symbols, id.qualified_name(), element, constraint.access_method.text(),
                      ExpressionRole::index_element);
  }
  drop_true(constraint.predicate);
  std::sort(constraint.options.begin(), constraint.options.end());
}

void normalize_kind(Symbols& symbols, const ObjectId& id, Relation& relation) {
  const bool hash = relation.partition_strategy.text() == "hash";
  for (PartitionKeyElement& element : relation.partition_key) {
    normalize_element(symbols, id.qualified_name(), element, hash ? "hash" : "btree",
                      ExpressionRole::partition_key);
  }
  std::sort(relation.options.begin(), relation.options.end());
}

void normalize_kind(Symbols& symbols, const ObjectId&, Attribute& attribute) {
  if (attribute.storage == storage_of_type(attribute.type, symbols.catalog())) {
    attribute.storage = Storage::type_default;
  }
  if (is_default_collation(attribute.collation)) attribute.collation = {};
  std::sort(attribute.options.begin(), attribute.options.end());
}

void normalize_kind(Symbols&, const ObjectId&, CompositeType& type) {
  for (CompositeAttribute& attribute : type.attributes) {
    if (is_default_collation(attribute.collation)) attribute.collation = {};
  }
}

void normalize_kind(Symbols&, const ObjectId&, Domain& domain) {
  if (is_default_collation(domain.collation)) domain.collation = {};
}

void normalize_kind(Symbols&, const ObjectId&, StatisticsObject& statistics) {
  // A set: the server keeps the order of the table's columns, which is no difference elsewhere.
  std::sort(statistics.columns.begin(), statistics.columns.end(),
            [](const Identifier& a, const Identifier& b) { return a.text() < b.text(); });
}

void normalize_kind(Symbols& symbols, const ObjectId& id, PublishedTable& table) {
  sort_by_position(symbols, id.qualified_name(), table.columns);
}

void normalize_kind(Symbols&, const ObjectId&, View& view) {
  std::sort(view.options.begin(), view.options.end());
  std::ranges::sort(view.defaults, {},
                    [](const ViewDefault& value) { return value.column.text(); });
}

void normalize_kind(Symbols&, const ObjectId&, MaterializedView& view) {
  std::sort(view.options.begin(), view.options.end());
  for (MaterializedViewColumn& column : view.settings) std::ranges::sort(column.options);
  std::ranges::sort(view.settings, {},
                    [](const MaterializedViewColumn& column) { return column.name.text(); });
}

void normalize_kind(Symbols& symbols, const ObjectId& id, Routine& routine) {
  close_body(symbols, id, routine);
  std::sort(routine.configuration.begin(), routine.configuration.end());
}

void normalize_kind(Symbols& symbols, const ObjectId&, RangeType& range) {
  drop_default_class(symbols, range.operator_class, "btree", symbols.types().find(range.subtype));
  if (is_default_collation(range.collation)) range.collation = {};
}

template <typename T>
void normalize_kind(Symbols&, const ObjectId&, T&) {}

}  // namespace

std::optional<QualifiedName> column_collation(Symbols& symbols, const QualifiedName& relation,
                                              const Identifier& column) {
  if (column.empty()) return QualifiedName();
  const auto* attribute = symbols.catalog().get<Attribute>(
      part_of(object_id(ObjectKind::relation, relation), ObjectKind::attribute, column));
  if (attribute != nullptr) return attribute->collation;
  const Column* output = column_named(symbols, relation, column);
  if (output == nullptr || output->type == nullptr || !output->collation) return std::nullopt;
  return collation_named(*output->collation);
}

QualifiedName collation_named(const std::string& printed) {
  if (printed.empty()) return {};
  std::vector<std::string> parts(1);
  bool in_quotes = false;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const char c = printed[i];
    if (c == '"' && in_quotes && printed.compare(i, 2, "\"\"") == 0) {
      parts.back() += printed[i++];
    } else if (c == '"') {
      in_quotes = !in_quotes;
    } else if (c == '.' && !in_quotes) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return qualified(parts.size() > 1 ? parts[0] : "pg_catalog", parts.back());
}

void normalize(Symbols& symbols, const ObjectId& id, Object& object) {
  ExpressionVisitor visitor(symbols);
  visit_references(id, object, visitor);
  std::visit([&](auto& value) { normalize_kind(symbols, id, value); }, object);
}

}  // namespace pgplumb::sql::canon
