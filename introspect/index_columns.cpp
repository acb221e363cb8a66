#include "introspect/index_columns.hpp"

#include <algorithm>

#include "introspect/server_text.hpp"

namespace pgplumb::introspect {
namespace {

// The definition is asked for only where an expression is indexed under a collation that is not
// the database's: no column says whether the collation is the expression's own or was written.
constexpr const char* kSelectList = R"sql(
i.indexrelid, i.indrelid, c.relam, i.indisunique, i.indisvalid, i.indisclustered,
i.indnkeyatts, i.indkey, i.indclass, i.indcollation, i.indoption,
pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid),
c.reloptions, c.reltablespace,
case when i.indexprs is not null
          and exists (select from unnest(i.indcollation) n where n not in (0, 100))
     then pg_get_indexdef(i.indexrelid) end)sql";

enum IndexColumn : std::size_t {
  indexrelid,
  indrelid,
  relam,
  indisunique,
  indisvalid,
  indisclustered,
  indnkeyatts,
  indkey,
  indclass,
  indcollation,
  indoption,
  expressions,
  predicate,
  reloptions,
  reltablespace,
  definition,
  nulls_not_distinct,
};

constexpr std::int64_t kDescending = 1;
constexpr std::int64_t kNullsFirst = 2;

// What the row says, as far as elements need it.
struct KeyColumns {
  Oid relation = 0;
  std::vector<std::int64_t> attnums;  // 0: the next expression
  std::vector<Oid> operator_classes;
  std::vector<Oid> collations;
  std::vector<std::int64_t> flags;
  std::vector<std::string> expressions;
  std::string definition;
};

KeyColumns key_columns(const pg::Row& row, std::size_t first) {
  KeyColumns keys;
  keys.relation = row.oid(first + indrelid);
  keys.attnums = row.integers(first + indkey);
  keys.operator_classes = row.oids(first + indclass);
  keys.collations = row.oids(first + indcollation);
  keys.flags = row.integers(first + indoption);
  keys.expressions = split_list(row.text(first + expressions));
  keys.definition = row.string(first + definition);
  return keys;
}

// Whether the definition shows a collation after the expression: then it was written for the index.
// A CASE begins a line there.
bool collation_is_written(const std::string& definition, const std::string& expression) {
  const auto holds = [&](const std::string& text) {
    return definition.find(text + " COLLATE ") != std::string::npos;
  };
  return holds(expression) || holds("(" + expression + ")") || holds("(\n" + expression + ")");
}

IndexElement element_of(const KeyColumns& keys, std::size_t at, std::size_t& next_expression,
                        const Reader& reader) {
  const Names& names = reader.names();
  IndexElement element;
  const Oid collation = keys.collations[at];
  const Oid operator_class = keys.operator_classes[at];
  bool default_class = names.operator_class(operator_class).is_default;
  if (keys.attnums[at] != 0) {
    const AttributeEntry& attribute = names.attribute(keys.relation, keys.attnums[at]);
    element.attribute = attribute.name;
    if (collation != 0 && collation != attribute.collation) {
      element.collation = names.collation(collation);
    }
    default_class = names.is_default_operator_class(operator_class, attribute.type);
  } else if (next_expression < keys.expressions.size()) {
    const std::string& text = keys.expressions[next_expression++];
    element.expression = Reader::expression(text);
    if (collation != 0 && collation != kDefaultCollation &&
        collation_is_written(keys.definition, text)) {
      element.collation = names.collation(collation);
    }
  }
  if (!default_class) element.operator_class = names.operator_class(operator_class).name;
  element.descending = (keys.flags[at] & kDescending) != 0;
  element.nulls_first = (keys.flags[at] & kNullsFirst) != 0;
  return element;
}

}  // namespace

std::string index_select_list(int server_version) {
  // PostgreSQL 15 brought NULLS NOT DISTINCT.
  constexpr int kNullsNotDistinct = 150000;
  return std::string(kSelectList) +
         (server_version >= kNullsNotDistinct ? ", i.indnullsnotdistinct" : ", false");
}

Index decode_index(const pg::Row& row, std::size_t first_column, const Reader& reader) {
  const std::size_t first = first_column;
  const KeyColumns keys = key_columns(row, first);
  const auto key_count = static_cast<std::size_t>(row.integer(first + indnkeyatts));
  Index index;
  index.access_method = reader.names().access_method(row.oid(first + relam));
  index.unique = row.boolean(first + indisunique);
  index.valid = row.boolean(first + indisvalid);
  index.clustered = row.boolean(first + indisclustered);
  index.predicate = Reader::expression(row.text(first + predicate));
  index.options = sorted_options(row, first + reloptions);
  index.tablespace = reader.names().tablespace(row.oid(first + reltablespace));
  index.nulls_not_distinct = row.boolean(first + nulls_not_distinct);
  std::size_t next_expression = 0;
  for (std::size_t at = 0; at < key_count; ++at) {
    index.elements.push_back(element_of(keys, at, next_expression, reader));
  }
  for (std::size_t at = key_count; at < keys.attnums.size(); ++at) {
    index.include.push_back(reader.names().attribute(keys.relation, keys.attnums[at]).name);
  }
  return index;
}

}  // namespace pgplumb::introspect
