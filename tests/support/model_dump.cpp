#include "tests/support/model_dump.hpp"

#include <algorithm>
#include <vector>

#include "schema/describe.hpp"

namespace pgplumb::test_support {
namespace {

std::string text_of(const Expression& expression) {
  return expression.canonical.empty() ? expression.text : expression.canonical;
}

// In parentheses, once: the canonical form of an operator has its own.
std::string in_parentheses(const Expression& expression) {
  const std::string text = text_of(expression);
  const bool has = text.starts_with('(') && text.ends_with(')');
  return has ? text : "(" + text + ")";
}

std::string type_of(const TypeRef& type) {
  std::string text =
      type.name.space.text() == "pg_catalog" ? type.name.name.text() : shown(type.name);
  if (!type.resolved()) text = "?" + text;
  if (!type.modifiers.empty()) text += "(" + type.modifiers + ")";
  return type.array ? text + "[]" : text;
}

template <typename T>
std::string list_of(const std::vector<T>& values) {
  std::string text;
  for (const T& value : values) text += (text.empty() ? "" : ", ") + describe(value);
  return "(" + text + ")";
}

// Words after a name, each led by a space.
class Line {
 public:
  Line(const std::string& tag, const std::string& name) : text_(tag + "{" + name) {}
  Line& word(const std::string& word) {
    if (!word.empty()) text_ += " " + word;
    return *this;
  }
  Line& flag(bool on, const std::string& name) { return word(on ? name : ""); }
  Line& value(const std::string& name, const std::string& value) {
    return word(value.empty() ? "" : name + "=" + value);
  }
  template <typename T>
  Line& list(const std::string& name, const std::vector<T>& values) {
    return values.empty() ? *this : word(name + list_of(values));
  }
  std::string str() const { return text_ + "}"; }

 private:
  std::string text_;
};

std::string elements_of(const std::vector<IndexElement>& elements) {
  std::string text;
  for (const IndexElement& element : elements) {
    if (!text.empty()) text += ", ";
    text +=
        element.attribute.empty() ? in_parentheses(element.expression) : element.attribute.text();
    if (!element.collation.empty()) text += " collate " + shown(element.collation);
    if (!element.operator_class.empty()) text += " " + shown(element.operator_class);
    if (element.descending) text += " desc";
    if (element.nulls_first != element.descending) {
      text += element.nulls_first ? " nulls first" : " nulls last";
    }
    if (!element.exclusion_operator.empty()) text += " with " + shown(element.exclusion_operator);
  }
  return "(" + text + ")";
}

template <typename Enum>
std::string unless(Enum value, Enum usual) {
  return value == usual ? "" : std::string(name_of(value));
}

std::string dump_part(const ObjectId& id, const Attribute& attribute) {
  Line line("attr", id.member);
  line.word(type_of(attribute.type)).flag(attribute.not_null, "!null");
  line.value("collate", describe(attribute.collation));
  line.value("identity", unless(attribute.identity, Identity::none));
  line.value("generated", unless(attribute.generated, Generated::none));
  line.value("storage", unless(attribute.storage, Storage::type_default));
  line.value("compression", attribute.compression.text());
  if (attribute.statistics_target) {
    line.value("statistics", std::to_string(*attribute.statistics_target));
  }
  line.list("with", attribute.options).flag(!attribute.local, "!local");
  if (attribute.inherited_from != 0)
    line.value("inherited", std::to_string(attribute.inherited_from));
  return line.str();
}

std::string dump_part(const ObjectId& id, const AttributeDefault& value) {
  return Line("default", id.member).word(text_of(value.expression)).str();
}

void dump_foreign_key(const Constraint& constraint, Line& line) {
  line.word("-> " + shown(constraint.foreign_relation) + list_of(constraint.foreign_columns));
  line.value("match", unless(constraint.match, MatchType::simple));
  line.value("update", unless(constraint.on_update, ReferentialAction::no_action));
  line.value("delete", unless(constraint.on_delete, ReferentialAction::no_action));
  line.list("delete_columns", constraint.on_delete_columns);
}

std::string dump_part(const ObjectId& id, const Constraint& constraint) {
  Line line("con", id.member);
  std::string head(name_of(constraint.type));
  if (constraint.type == ConstraintType::exclusion) {
    head += elements_of(constraint.elements);
  } else if (!constraint.columns.empty()) {
    head += list_of(constraint.columns);
  }
  line.word(head);
  if (!constraint.check.empty()) line.word(in_parentheses(constraint.check));
  if (!constraint.foreign_relation.empty()) dump_foreign_key(constraint, line);
  line.list("include", constraint.include).value("using", constraint.access_method.text());
  if (!constraint.predicate.empty()) line.word("where " + in_parentheses(constraint.predicate));
  line.flag(constraint.nulls_not_distinct, "nulls_not_distinct").list("with", constraint.options);
  line.value("tablespace", constraint.tablespace.text()).flag(constraint.clustered, "clustered");
  line.flag(constraint.deferrable, "deferrable").flag(constraint.initially_deferred, "deferred");
  line.flag(!constraint.validated, "!valid").flag(!constraint.enforced, "!enforced");
  line.flag(constraint.no_inherit, "no_inherit").flag(!constraint.local, "!local");
  if (constraint.inherited_from != 0) {
    line.value("inherited", std::to_string(constraint.inherited_from));
  }
  line.value("partition_of", describe(constraint.partition_of));
  return line.str();
}

std::string dump_part(const ObjectId& id, const Trigger& trigger) {
  Line line("trigger", id.member);
  line.word(std::string(name_of(trigger.timing))).word(std::string(name_of(trigger.level)));
  line.word(shown(trigger.function))
      .value("enabled", unless(trigger.enabled, TriggerEnabled::origin));
  line.flag(trigger.inherited, "inherited");
  return line.str();
}

std::string dump_part(const ObjectId& id, const Policy& policy) {
  Line line("policy", id.member);
  if (!policy.using_expression.empty()) line.word(in_parentheses(policy.using_expression));
  return line.str();
}

template <typename Part>
void add_parts(const Catalog& catalog, const std::vector<ObjectId>& ids, Line& line) {
  for (const ObjectId& id : ids) line.word(dump_part(id, *catalog.get<Part>(id)));
}

void add_parts(const Catalog& catalog, const ObjectId& id, Line& line) {
  add_parts<Attribute>(catalog, catalog.attributes_of(id), line);
  add_parts<AttributeDefault>(catalog, catalog.parts_of(id, ObjectKind::attribute_default), line);
  add_parts<Constraint>(catalog, catalog.parts_of(id, ObjectKind::constraint), line);
  add_parts<Trigger>(catalog, catalog.parts_of(id, ObjectKind::trigger), line);
  add_parts<Policy>(catalog, catalog.parts_of(id, ObjectKind::policy), line);
}

std::string partition_key_of(const Relation& relation) {
  std::string text;
  for (const PartitionKeyElement& element : relation.partition_key) {
    if (!text.empty()) text += ", ";
    text +=
        element.attribute.empty() ? in_parentheses(element.expression) : element.attribute.text();
  }
  return relation.partition_strategy.text() + "(" + text + ")";
}

std::string dump_object(const Catalog& catalog, const ObjectId& id, const Relation& relation) {
  Line line("rel", shown(id));
  line.value("persistence", unless(relation.persistence, Persistence::permanent));
  line.value("of", describe(relation.of_type)).list("inherits", relation.inherits);
  if (relation.relation_kind == RelationKind::partitioned) {
    line.word("partitioned_by_" + partition_key_of(relation));
  }
  if (!relation.partition_of.empty()) {
    line.word("partition_of " + shown(relation.partition_of) + " " +
              text_of(relation.partition_bound));
  }
  line.value("row_security", unless(relation.row_security, RowSecurity::disabled));
  line.flag(relation.row_security_forced_only, "forced_only");
  line.value("replica_identity", unless(relation.replica_identity, ReplicaIdentity::default_));
  line.value("replica_index", describe(relation.replica_identity_index));
  line.value("using", relation.access_method.text())
      .value("tablespace", relation.tablespace.text());
  line.list("with", relation.options);
  add_parts(catalog, id, line);
  return line.str();
}

std::string dump_object(const Catalog&, const ObjectId& id, const Index& index) {
  Line line("index", shown(id));
  line.word("on " + shown(index.relation)).flag(index.unique, "unique");
  line.word(index.access_method.text() + elements_of(index.elements));
  line.list("include", index.include).flag(index.nulls_not_distinct, "nulls_not_distinct");
  if (!index.predicate.empty()) line.word("where " + in_parentheses(index.predicate));
  line.list("with", index.options).value("tablespace", index.tablespace.text());
  line.value("partition_of", describe(index.partition_of)).flag(index.clustered, "clustered");
  return line.str();
}

std::string dump_object(const Catalog&, const ObjectId& id, const Sequence& sequence) {
  const bool small = sequence.type.name.name.text() == "int2";
  const bool medium = sequence.type.name.name.text() == "int4";
  const std::int64_t usual = small ? INT16_MAX : medium ? INT32_MAX : INT64_MAX;
  const auto number = [](std::int64_t value, std::int64_t standard) {
    return value == standard ? std::string() : std::to_string(value);
  };
  Line line("seq", shown(id));
  line.word(type_of(sequence.type)).value("start", number(sequence.start, 1));
  line.value("increment", number(sequence.increment, 1)).value("min", number(sequence.minimum, 1));
  line.value("max", number(sequence.maximum, usual)).value("cache", number(sequence.cache, 1));
  line.flag(sequence.cycle, "cycle").flag(sequence.identity, "identity");
  line.value("persistence", unless(sequence.persistence, Persistence::permanent));
  if (!sequence.owner_relation.empty()) {
    line.word("owned_by " + shown(sequence.owner_relation) + "." + sequence.owner_attribute.text());
  }
  return line.str();
}

std::string dump_object(const Catalog& catalog, const ObjectId& id, const View& view) {
  Line line("view", shown(id));
  line.word(in_parentheses(view.query)).list("columns", view.columns).list("with", view.options);
  add_parts(catalog, id, line);
  return line.str();
}

std::string dump_object(const Catalog&, const ObjectId& id, const MaterializedView& view) {
  Line line("matview", shown(id));
  line.word(in_parentheses(view.query)).list("columns", view.columns).list("with", view.options);
  return line.value("tablespace", view.tablespace.text()).str();
}

std::string dump_object(const Catalog&, const ObjectId& id, const EnumType& type) {
  return Line("enum", shown(id)).word(list_of(type.labels)).str();
}

std::string dump_object(const Catalog& catalog, const ObjectId& id, const Domain& domain) {
  Line line("domain", shown(id));
  line.word(type_of(domain.type)).flag(domain.not_null, "!null");
  line.value("default", text_of(domain.default_value));
  add_parts<Constraint>(catalog, catalog.parts_of(id, ObjectKind::constraint), line);
  return line.str();
}

std::string dump_object(const Catalog&, const ObjectId& id, const CompositeType& type) {
  Line line("composite", shown(id));
  for (const CompositeAttribute& attribute : type.attributes) {
    line.word(Line("attr", attribute.name.text()).word(type_of(attribute.type)).str());
  }
  return line.str();
}

std::string dump_object(const Catalog&, const ObjectId& id, const Comment& comment) {
  ObjectId subject = *parent_of(id);
  return Line("comment", described(subject)).word("'" + comment.text + "'").str();
}

std::string dump_object(const Catalog&, const ObjectId& id, const Owner& owner) {
  return Line("owner", described(*parent_of(id))).word(owner.role).str();
}

// Any other kind: its fields that differ from the usual.
template <typename T>
std::string dump_object(const Catalog&, const ObjectId& id, const T& value) {
  return Line(std::string(name_of(id.kind)), shown(id)).word(describe(value)).str();
}

bool is_part(ObjectKind kind) {
  return kind == ObjectKind::attribute || kind == ObjectKind::attribute_default ||
         kind == ObjectKind::constraint || kind == ObjectKind::trigger ||
         kind == ObjectKind::policy;
}

bool is_given(const ObjectId& id) {
  return (id.kind == ObjectKind::namespace_ && id.name == "public") ||
         (id.kind == ObjectKind::extension && id.name == "plpgsql");
}

}  // namespace

std::string dump(const Catalog& catalog) {
  std::string text;
  for (const auto& [key, object] : catalog.objects()) {
    const ObjectId& id = key;
    if (is_part(id.kind) || is_given(id)) continue;
    if (!text.empty()) text += '\n';
    text += std::visit([&](const auto& value) { return dump_object(catalog, id, value); }, object);
  }
  return text;
}

}  // namespace pgplumb::test_support
