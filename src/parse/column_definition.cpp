#include "parse/column_definition.hpp"

#include <array>
#include <cstdlib>
#include <string_view>

#include "parse/foreign_options.hpp"
#include "parse/newer_syntax.hpp"
#include "parse/not_null.hpp"
#include "parse/relation_tree.hpp"
#include "parse/sequence_options.hpp"
#include "parse/written_names.hpp"
#include "schema/quote.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

struct SerialType {
  std::string_view written;
  std::string_view type;
};

constexpr std::array kSerialTypes = {
    SerialType{"serial", "int4"},      SerialType{"serial4", "int4"},
    SerialType{"bigserial", "int8"},   SerialType{"serial8", "int8"},
    SerialType{"smallserial", "int2"}, SerialType{"serial2", "int2"}};

// The integer type behind serial and its kin; nothing for other types.
std::optional<TypeRef> serial_type(const ::TypeName& type) {
  const std::vector<std::string> names = sql::strings_of(type.names);
  if (names.size() != 1 || type.pct_type || type.arrayBounds != nullptr) return std::nullopt;
  for (const SerialType& serial : kSerialTypes) {
    if (names[0] == serial.written) return builtin_type(std::string(serial.type));
  }
  return std::nullopt;
}

QualifiedName choose_sequence_name(const ObjectId& relation, const Identifier& column,
                                   const Replay& replay) {
  return qualified(relation.space, replay.choose_relation_name(relation.name, column.text(), "seq",
                                                               relation.space, false));
}

Expression nextval_of(const QualifiedName& sequence) {
  Expression expression;
  expression.text = "nextval(" + quote_literal(quote_qualified(sequence)) + "::regclass)";
  return expression;
}

void add_serial(const ObjectId& relation, Persistence persistence, ColumnDraft& draft,
                const Replay& replay) {
  ColumnSequence made;
  const QualifiedName name = choose_sequence_name(relation, draft.name, replay);
  made.id = object_id(ObjectKind::sequence, name);
  made.sequence = sequence_for_column(draft.attribute.type, relation.qualified_name(), draft.name);
  made.sequence.persistence = persistence;
  draft.sequence = std::move(made);
  draft.attribute.not_null = true;
  draft.default_value = nextval_of(name);
}

bool is_null_literal(const ::Node* node) {
  const auto* constant = PGPLUMB_NODE_AS(node, A_Const);
  return constant != nullptr && constant->isnull;
}

bool is_word_after(const ::Constraint& node) {
  switch (node.contype) {
    case CONSTR_ATTR_DEFERRABLE:
    case CONSTR_ATTR_NOT_DEFERRABLE:
    case CONSTR_ATTR_DEFERRED:
    case CONSTR_ATTR_IMMEDIATE: return true;
    default: return enforced_word(node).has_value();
  }
}

// DEFERRABLE and its kin, ENFORCED: about the constraint in front of them.
void apply_word(const ::Constraint& word, ColumnDraft& draft) {
  if (draft.constraints.empty()) return;
  WrittenConstraint& about = draft.constraints.back();
  if (word.contype == CONSTR_ATTR_DEFERRABLE) about.deferrable = true;
  if (word.contype == CONSTR_ATTR_DEFERRED) about.deferrable = about.initially_deferred = true;
  about.enforced = enforced_word(word).value_or(about.enforced);
}

class ColumnConstraints {
 public:
  ColumnConstraints(const ObjectId& relation, Persistence persistence, ColumnDraft& draft,
                    Replay& replay)
      : relation_(relation), persistence_(persistence), draft_(draft), replay_(replay) {}

  void apply(const ::Constraint& node) {
    if (is_word_after(node)) return apply_word(node, draft_);
    switch (node.contype) {
      case CONSTR_NOTNULL: return write_not_null(node, draft_.attribute);
      case CONSTR_DEFAULT:
        draft_.default_value = default_expression(node.raw_expr, draft_.attribute.type, replay_);
        draft_.default_written = true;
        return;
      case CONSTR_IDENTITY: return identity(node);
      case CONSTR_GENERATED:
        draft_.attribute.generated = is_virtual(node) ? Generated::virtual_ : Generated::stored;
        draft_.default_value = replay_.expression(node.raw_expr);
        draft_.default_written = true;
        return;
      case CONSTR_NULL: return;
      default:
        draft_.constraints.push_back({&node, draft_.name, node.deferrable, node.initdeferred});
    }
  }

 private:
  void identity(const ::Constraint& node) {
    Attribute& attribute = draft_.attribute;
    attribute.identity = node.generated_when == 'a' ? Identity::always : Identity::by_default;
    attribute.not_null = true;
    draft_.sequence = identity_sequence(node.options, relation_, draft_.name, attribute.type,
                                        persistence_, replay_);
  }

  const ObjectId& relation_;
  Persistence persistence_;
  ColumnDraft& draft_;
  Replay& replay_;
};

}  // namespace

Storage storage_of(const char* name) {
  Storage storage = Storage::type_default;
  if (name == nullptr) return storage;
  std::string word = sql::text_of(name);
  for (char& c : word) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return word != "type_default" && from_name(word, storage) ? storage : Storage::type_default;
}

Identifier compression_of(const char* name) {
  const std::string method = sql::text_of(name);
  return method == "default" ? Identifier() : Identifier(method);
}

Expression default_expression(const ::Node* node, const TypeRef& type, const Replay& replay) {
  const auto* cast = PGPLUMB_NODE_AS(node, TypeCast);
  if (!is_null_literal(cast != nullptr ? cast->arg : node)) return replay.expression(node);
  // To a constant interval its modifiers are applied at once.
  const bool at_once = !type.array && type.name == builtin_type("interval").name &&
                       (cast == nullptr || replay.type(*cast->typeName) == type);
  if (at_once) return {};
  TypeRef bare = type;
  bare.modifiers.clear();
  TypeRef written = cast != nullptr ? replay.type(*cast->typeName) : bare;
  written.modifiers.clear();
  // A plain NULL is no default; but the server keeps one that a length or precision is applied to,
  // that changes type, or that goes through a domain.
  const bool domain =
      !type.array && replay.catalog().contains(object_id(ObjectKind::domain, type.name));
  if (type.modifiers.empty() && written == bare && !domain) return {};
  if (cast == nullptr) return replay.expression(node);
  Expression expression;
  expression.text = "NULL::" + format_type(replay.type(*cast->typeName));
  return expression;
}

ColumnSequence identity_sequence(const ::List* options, const ObjectId& relation,
                                 const Identifier& column, const TypeRef& type,
                                 Persistence persistence, Replay& replay) {
  ColumnSequence made;
  const auto name = written_sequence_name(options, replay);
  made.id = object_id(ObjectKind::sequence,
                      name ? *name : choose_sequence_name(relation, column, replay));
  made.sequence.type = type;
  made.sequence.owner_relation = relation.qualified_name();
  made.sequence.owner_attribute = column;
  made.sequence.identity = true;
  made.sequence.persistence = persistence;
  define_sequence(made.sequence, options, replay);
  return made;
}

void apply_column_constraints(const ::List* constraints, const ObjectId& relation,
                              Persistence persistence, ColumnDraft& draft, Replay& replay) {
  ColumnConstraints apply(relation, persistence, draft, replay);
  for (const ::Constraint* node : sql::items<::Constraint>(constraints)) apply.apply(*node);
}

namespace {

// Scales below 0 and above the precision came with PostgreSQL 15.
void check_modifiers(const TypeRef& type, int location, Replay& replay) {
  constexpr int kAnyScale = 150000;
  const int version = replay.options().server_version;
  const std::size_t comma = type.modifiers.find(',');
  const bool numeric = type.name == qualified("pg_catalog", "numeric");
  if (!numeric || comma == std::string::npos || version == 0 || version >= kAnyScale) return;
  const int precision = std::atoi(type.modifiers.c_str());
  const int scale = std::atoi(type.modifiers.c_str() + comma + 1);
  if (scale >= 0 && scale <= precision) return;
  replay.error(DiagnosticCode::refused_statement,
               "numeric scale " + std::to_string(scale) + " must be between 0 and precision " +
                   std::to_string(precision) + " before PostgreSQL 15",
               location);
}

}  // namespace

ColumnDraft column_draft(const ::ColumnDef& definition, const ObjectId& relation,
                         Persistence persistence, Replay& replay) {
  ColumnDraft draft;
  draft.name = Identifier(sql::text_of(definition.colname));
  draft.location = definition.location;
  if (definition.typeName != nullptr) {
    const auto serial = serial_type(*definition.typeName);
    draft.attribute.type = serial ? *serial : replay.type(*definition.typeName);
    if (serial) add_serial(relation, persistence, draft, replay);
  }
  if (definition.collClause != nullptr) {
    draft.attribute.collation = collation_name(definition.collClause->collname, replay);
  }
  check_modifiers(draft.attribute.type, draft.location, replay);
  draft.attribute.storage = storage_of(definition.storage_name);
  draft.attribute.compression = compression_of(definition.compression);
  draft.attribute.foreign_options = foreign_options_of(definition.fdwoptions);
  apply_column_constraints(definition.constraints, relation, persistence, draft, replay);
  return draft;
}

void put_default(const ObjectId& relation, const Identifier& column, const Expression& expression,
                 Replay& replay) {
  const ObjectId id = default_id(relation, column);
  const auto* attribute = replay.catalog().get<Attribute>(attribute_id(relation, column));
  if (expression.empty() || attribute == nullptr) {
    if (replay.catalog().contains(id)) replay.drop(id);
    return;
  }
  AttributeDefault value;
  value.expression = expression;
  value.type = attribute->type;
  value.generated = attribute->generated != Generated::none;
  replay.put(id, std::move(value));
}

void put_column(const ObjectId& relation, const ColumnDraft& draft, Replay& replay) {
  Attribute attribute = draft.attribute;
  attribute.position = next_position(replay.catalog(), relation);
  const ObjectId id = attribute_id(relation, draft.name);
  replay.put(id, std::move(attribute));
  replay.locate(id, draft.location);
  if (draft.sequence) {
    replay.put(draft.sequence->id, draft.sequence->sequence);
    replay.locate(draft.sequence->id, draft.location);
  }
  // Generation expressions name columns that may come later; the caller puts those defaults.
  if (draft.attribute.generated == Generated::none) {
    put_default(relation, draft.name, draft.default_value, replay);
    replay.locate(default_id(relation, draft.name), draft.location);
  }
}

}  // namespace pgplumb::parse
