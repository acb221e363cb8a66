// Small states, built in code.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "schema/catalog.hpp"

namespace pgplumb::diff::testing {

// An expression that is fully resolved: its text is its canonical form.
inline Expression closed(std::string text, std::vector<ObjectId> references = {}) {
  Expression expression;
  expression.text = text;
  expression.canonical = std::move(text);
  expression.closed = true;
  expression.references = std::move(references);
  return expression;
}

// One that the text leaves open.
inline Expression open(std::string text) {
  Expression expression = closed(std::move(text));
  expression.closed = false;
  return expression;
}

inline ObjectId table_id(const std::string& name) {
  return object_id(ObjectKind::relation, qualified("public", name));
}
inline ObjectId column_id(const std::string& table, const std::string& column) {
  return part_of(table_id(table), ObjectKind::attribute, Identifier(column));
}
inline ObjectId default_id(const std::string& table, const std::string& column) {
  return part_of(table_id(table), ObjectKind::attribute_default, Identifier(column));
}
inline ObjectId constraint_id(const std::string& table, const std::string& name) {
  return part_of(table_id(table), ObjectKind::constraint, Identifier(name));
}
inline ObjectId view_id(const std::string& name) {
  return object_id(ObjectKind::view, qualified("public", name));
}
inline ObjectId index_id(const std::string& name) {
  return object_id(ObjectKind::index, qualified("public", name));
}

// Builds a state in namespace public.
class Model {
 public:
  Model() : catalog_(empty_database()) {}

  // Columns: name and pg_type.typname; "!" behind the type forbids nulls.
  Model& table(const std::string& name,
               std::initializer_list<std::pair<const char*, const char*>> columns) {
    catalog_.put(table_id(name), Relation{});
    int position = 0;
    for (const auto& [column, type] : columns) add_column(name, column, type, ++position);
    return *this;
  }
  Model& add_column(const std::string& table, const std::string& name, std::string type,
                    int position) {
    Attribute attribute;
    attribute.not_null = type.ends_with('!');
    if (attribute.not_null) type.pop_back();
    attribute.type = builtin_type(type);
    attribute.position = position;
    catalog_.put(column_id(table, name), attribute);
    return *this;
  }
  Model& with_default(const std::string& table, const std::string& column, Expression value) {
    AttributeDefault object;
    object.expression = std::move(value);
    catalog_.put(default_id(table, column), object);
    return *this;
  }
  Model& primary_key(const std::string& table, const std::string& column) {
    Constraint key;
    key.type = ConstraintType::primary_key;
    key.columns = {Identifier(column)};
    catalog_.put(constraint_id(table, table + "_pkey"), key);
    return *this;
  }
  Model& foreign_key(const std::string& table, const std::string& column,
                     const std::string& foreign, const std::string& foreign_column) {
    Constraint key;
    key.type = ConstraintType::foreign_key;
    key.columns = {Identifier(column)};
    key.foreign_relation = qualified("public", foreign);
    key.foreign_columns = {Identifier(foreign_column)};
    catalog_.put(constraint_id(table, table + "_" + column + "_fkey"), key);
    return *this;
  }
  Model& index(const std::string& name, const std::string& table, const std::string& column) {
    Index object;
    object.relation = qualified("public", table);
    object.access_method = Identifier("btree");
    object.elements.resize(1);
    object.elements[0].attribute = Identifier(column);
    catalog_.put(index_id(name), object);
    return *this;
  }
  Model& view(const std::string& name, Expression query, const std::vector<std::string>& columns) {
    View object;
    object.query = std::move(query);
    for (const std::string& column : columns) object.columns.emplace_back(column);
    catalog_.put(view_id(name), object);
    return *this;
  }
  Model& comment(const ObjectId& id, const std::string& text) {
    catalog_.put(about(ObjectKind::comment, id), Comment{text});
    return *this;
  }
  Model& put(const ObjectId& id, Object object) {
    catalog_.put(id, std::move(object));
    return *this;
  }
  Model& doubt(const ObjectId& id) {
    catalog_.doubts.objects.insert(id);
    return *this;
  }
  Model& opaque() {
    catalog_.opaque.push_back({"statement DO", {}});
    catalog_.doubts.may_hold_more = true;
    return *this;
  }
  operator const Catalog&() const { return catalog_; }  // NOLINT(google-explicit-constructor)
  [[nodiscard]] const Catalog& catalog() const { return catalog_; }

 private:
  Catalog catalog_;
};

}  // namespace pgplumb::diff::testing
