#include "tests/unit/sql_canonical/recorded.hpp"

#include <sstream>

#include "base/files.hpp"
#include "sql/canonical.hpp"
#include "sql/types.hpp"
#include "tests/unit/sql_canonical/catalog_text.hpp"

namespace pgplumb::sql::tests {
namespace {

const std::string kFolder = PGPLUMB_SOURCE_DIR "/tests/unit/sql_canonical/";

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char next = text[++i];
    out += next == 'n' ? '\n' : next == 't' ? '\t' : next;
  }
  return out;
}

void add_domain(Catalog& catalog, const QualifiedName& name, const TypeRef& base) {
  Domain domain;
  domain.type = base;
  catalog.put(object_id(ObjectKind::domain, name), domain);
}

void add_parent(Catalog& catalog, const QualifiedName& name, const TypeRef& key,
                const std::string& strategy) {
  const ObjectId id = object_id(ObjectKind::relation, name);
  Relation parent;
  parent.relation_kind = RelationKind::partitioned;
  parent.partition_strategy = Identifier(strategy);
  parent.partition_key.push_back({Identifier("x"), {}, {}, {}});
  catalog.put(id, parent);
  Attribute attribute;
  attribute.position = 1;
  attribute.type = key;
  catalog.put(part_of(id, ObjectKind::attribute, Identifier("x")), attribute);
}

}  // namespace

std::vector<Recorded> read_recorded() {
  std::vector<Recorded> all;
  std::istringstream lines(read_file(kFolder + "recorded.tsv"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    all.push_back({line.substr(0, first), unescaped(line.substr(first + 1, second - first - 1)),
                   unescaped(line.substr(second + 1))});
  }
  return all;
}

Catalog shop() {
  // Made once: most tests want it. Never destroyed.
  static const auto* const made = new Catalog(catalog_of(read_file(kFolder + "setup.catalog")));
  return *made;
}

ExpressionContext context_of(const std::string& kind, Catalog& catalog) {
  const std::size_t colon = kind.find(':');
  const std::string word = kind.substr(0, colon);
  const std::string argument = colon == std::string::npos ? "" : kind.substr(colon + 1);
  const TypeRef type = parse_type(argument.substr(0, argument.find('/')), catalog, {"shop"});
  const QualifiedName item = qualified("shop", "item");
  const QualifiedName probe = qualified("shop", "probe");
  if (word == "default") return {ExpressionRole::default_value, item, type};
  if (word == "gen") return {ExpressionRole::generated, item, type};
  if (word == "index") return {ExpressionRole::index_element, item, {}};
  if (word == "idxpred") return {ExpressionRole::index_predicate, item, {}};
  if (word == "policy") return {ExpressionRole::policy, item, {}};
  if (word == "when") return {ExpressionRole::trigger_when, item, {}};
  if (word == "view") return {ExpressionRole::view_query, probe, {}};
  if (word == "domain") {
    add_domain(catalog, probe, type);
    return {ExpressionRole::domain_check, probe, {}};
  }
  if (word == "bound") {
    add_parent(catalog, probe, type, argument.substr(argument.find('/') + 1));
    return {ExpressionRole::partition_bound, probe, {}};
  }
  return {ExpressionRole::check, item, {}};
}

Expression written(std::string text) {
  Expression expression;
  expression.text = std::move(text);
  expression.search_path = std::make_shared<const SearchPath>(SearchPath{"shop"});
  return expression;
}

Expression printed(std::string text) {
  Expression expression;
  expression.text = std::move(text);
  expression.from_server = true;
  return expression;
}

Expression canonical(Expression expression, const std::string& kind) {
  Catalog catalog = shop();
  const ExpressionContext context = context_of(kind, catalog);
  canonicalize(expression, context, catalog);
  return expression;
}

}  // namespace pgplumb::sql::tests
