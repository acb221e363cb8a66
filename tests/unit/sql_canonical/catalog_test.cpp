// Whole objects and catalogs.
#include <gtest/gtest.h>

#include <utility>

#include "sql/canonical.hpp"
#include "tests/unit/sql_canonical/catalog_text.hpp"
#include "tests/unit/sql_canonical/recorded.hpp"

namespace pgplumb::sql::tests {
namespace {

Index index_on(const char* column, const char* method, const char* operator_class) {
  Index index;
  index.relation = qualified("shop", "item");
  index.access_method = Identifier(method);
  IndexElement& element = index.elements.emplace_back();
  element.attribute = Identifier(column);
  if (*operator_class != '\0') element.operator_class = qualified("pg_catalog", operator_class);
  return index;
}

std::string class_after(const char* column, const char* method, const char* operator_class) {
  Catalog catalog = shop();
  const ObjectId id = object_id(ObjectKind::index, qualified("shop", "probe"));
  catalog.put(id, index_on(column, method, operator_class));
  canonicalize(catalog, id);
  return catalog.get<Index>(id)->elements[0].operator_class.name.text();
}

TEST(NormalForm, DropsTheDefaultClassOfAnExtension) {
  for (const bool is_default : {true, false}) {
    Catalog catalog = shop();
    ExtensionMember type;
    type.kind = ExtensionMember::Kind::type;
    type.name = qualified("ext", "kv");
    ExtensionMember own;
    own.kind = ExtensionMember::Kind::operator_class;
    own.name = qualified("ext", "kv_ops");
    own.method = "gin";
    own.arguments = {TypeRef{type.name, {}, false}};
    own.is_default = is_default;
    catalog.put(object_id(ObjectKind::extension, Identifier("ext")), Extension{});
    catalog.extension_contents["ext"] = {type, own};
    const ObjectId table = object_id(ObjectKind::relation, qualified("public", "shelf"));
    catalog.put(table, Relation{});
    Attribute column;
    column.type = TypeRef{type.name, {}, false};
    column.position = 1;
    catalog.put(part_of(table, ObjectKind::attribute, Identifier("tags")), column);
    const ObjectId id = object_id(ObjectKind::index, qualified("public", "i"));
    Index index = index_on("tags", "gin", "");
    index.relation = table.qualified_name();
    index.elements[0].operator_class = own.name;
    catalog.put(id, index);
    canonicalize(catalog, id);
    EXPECT_EQ(catalog.get<Index>(id)->elements[0].operator_class.empty(), is_default);
  }
}

TEST(NormalForm, DropsTheDefaultOperatorClass) {
  EXPECT_EQ(class_after("qty", "btree", "int4_ops"), "");
  EXPECT_EQ(class_after("title", "btree", "text_ops"), "");
  EXPECT_EQ(class_after("code", "btree", "text_ops"), "");
  EXPECT_EQ(class_after("data", "gin", "jsonb_ops"), "");
  EXPECT_EQ(class_after("tags", "gin", "array_ops"), "");
  EXPECT_EQ(class_after("status", "btree", "enum_ops"), "");
  EXPECT_EQ(class_after("amount", "btree", "int4_ops"), "");
}

TEST(NormalForm, KeepsOtherOperatorClasses) {
  EXPECT_EQ(class_after("title", "btree", "text_pattern_ops"), "text_pattern_ops");
  EXPECT_EQ(class_after("code", "btree", "varchar_pattern_ops"), "varchar_pattern_ops");
  EXPECT_EQ(class_after("data", "gin", "jsonb_path_ops"), "jsonb_path_ops");
}

TEST(NormalForm, MovesTheCollationOfAnElementOutOfItsExpression) {
  Catalog catalog = shop();
  const ObjectId id = object_id(ObjectKind::index, qualified("shop", "probe"));
  Index index = index_on("", "btree", "");
  index.elements[0].expression = written("lower(title) collate \"C\"");
  catalog.put(id, index);
  canonicalize(catalog, id);
  const IndexElement& element = catalog.get<Index>(id)->elements[0];
  EXPECT_EQ(element.expression.canonical, "lower(title)");
  EXPECT_EQ(shown(element.collation), "pg_catalog.C");
}

TEST(NormalForm, DropsTheColumnsOwnCollation) {
  Catalog catalog = shop();
  const ObjectId id = object_id(ObjectKind::index, qualified("shop", "probe"));
  Index index = index_on("title", "btree", "");
  index.elements[0].collation = qualified("pg_catalog", "default");
  catalog.put(id, index);
  canonicalize(catalog, id);
  EXPECT_TRUE(catalog.get<Index>(id)->elements[0].collation.empty());
}

TEST(View, StarIsWrittenOutWhenTheViewIsMade) {
  Catalog catalog = shop();
  const ObjectId id = object_id(ObjectKind::view, qualified("shop", "probe"));
  View view;
  view.query = written("select * from part");
  catalog.put(id, view);
  canonicalize(catalog, id);
  Attribute later;
  later.position = 3;
  later.type = builtin_type("int4");
  const ObjectId part = object_id(ObjectKind::relation, qualified("shop", "part"));
  catalog.put(part_of(part, ObjectKind::attribute, Identifier("later")), later);
  canonicalize_all(catalog);
  const Expression& query = catalog.get<View>(id)->query;
  EXPECT_TRUE(query.closed);
  EXPECT_EQ(query.canonical, "SELECT part.id, part.name FROM shop.part");
}

TEST(View, StarIsWrittenOutInPlaceWhenTheRestIsOpen) {
  Catalog catalog = shop();
  const ObjectId id = object_id(ObjectKind::view, qualified("shop", "probe"));
  View view;
  view.query = written("select p . *, nothing(p.id) from part p");
  catalog.put(id, view);
  canonicalize(catalog, id);
  const Expression& query = catalog.get<View>(id)->query;
  EXPECT_FALSE(query.closed);
  EXPECT_EQ(query.text, "select p.id, p.name, nothing(p.id) from part p");
}

TEST(View, OutputColumnsHaveNamesAndTypes) {
  const auto columns = output_columns(
      written("select m.*, upper(name), count(*) over (), 'x' as k, role::text, price from member "
              "m join item i on i.id = m.id"),
      shop());
  std::string text;
  for (const OutputColumn& column : columns) {
    text += column.name.text() + " " + format_type(column.type) + ", ";
  }
  EXPECT_EQ(text,
            "id integer, item_id integer, name text, role character varying(10), upper text, "
            "count bigint, k text, role text, price numeric(10,2), ");
}

TEST(View, ColumnNamesOfTheViewAreItsOutput) {
  Catalog catalog = shop();
  const ObjectId id = object_id(ObjectKind::view, qualified("shop", "probe"));
  View view;
  view.columns = {Identifier("a"), Identifier("b")};
  view.query = written("select id, name from part");
  catalog.put(id, view);
  canonicalize(catalog, id);
  EXPECT_EQ(catalog.get<View>(id)->query.canonical,
            "SELECT part.id AS a, part.name AS b FROM shop.part");
}

TEST(References, AreSortedAndComplete) {
  const Expression expression = canonical(
      written("owner_id = double_it(id) and status = 'new' and exists (select name from member)"),
      "policy");
  std::string text;
  for (const ObjectId& id : expression.references) text += shown(id) + "; ";
  EXPECT_EQ(text,
            "shop.status; shop.double_it(integer); shop.member; shop.item.id; "
            "shop.item.owner_id; shop.item.status; shop.member.name; ");
}

TEST(References, HoldTheSequenceOfNextval) {
  const Expression expression = canonical(written("nextval('item_seq')"), "default:integer");
  ASSERT_EQ(expression.references.size(), 1U);
  EXPECT_EQ(shown(expression.references[0]), "shop.item_seq");
}

TEST(Path, DecidesWhatANameMeans) {
  Catalog catalog = catalog_of(
      "table a.t id:integer\ntable b.t id:integer\nfunction a.f integer x:integer\n"
      "function b.f integer x:integer\n");
  const ExpressionContext context{ExpressionRole::view_query, qualified("a", "v"), {}};
  Expression expression;
  expression.text = "select f(id) from t";
  for (const auto& [first, meant] : {std::pair{"a", "SELECT a.f(t.id) AS f FROM a.t"},
                                     std::pair{"b", "SELECT b.f(t.id) AS f FROM b.t"}}) {
    Expression copy = expression;
    copy.search_path = std::make_shared<const SearchPath>(SearchPath{first});
    canonicalize(copy, context, catalog);
    EXPECT_EQ(copy.canonical, meant);
  }
}

}  // namespace
}  // namespace pgplumb::sql::tests
