#include "sql/canonical/analyser.hpp"

#include <algorithm>

#include "sql/canonical/constant_names.hpp"
#include "sql/canonical/literals.hpp"
#include "sql/canonical/names.hpp"
#include "sql/output_name.hpp"
#include "sql/types.hpp"

namespace pgplumb::sql::canon {
namespace {

bool is_textual(const TypeInfo* type) { return type == known().text || type == known().varchar; }

// A row that has no type of its own yet.
bool is_bare_row(const Value& value) {
  return value.form == Value::Form::row && value.type == known().record;
}

// How the server prints a constant.
std::string constant_text(const TypeInfo& type, const std::string& raw) {
  if (&type == known().boolean && (raw == "true" || raw == "false")) return raw;
  const bool digits = !raw.empty() && raw.find_first_not_of("0123456789") == std::string::npos;
  if (&type == known().int4 && digits) return raw;
  const bool decimal = !raw.empty() && raw[0] >= '0' && raw[0] <= '9' &&
                       raw.find('.') != std::string::npos &&
                       raw.find_first_not_of("0123456789.") == std::string::npos;
  if (&type == known().numeric && decimal) return raw;
  if (&type == known().unknown) return quote_literal(raw);
  return quote_literal(raw) + "::" + type.printed;
}

// An assignment or a written cast takes off every COLLATE at the top and puts the outermost back.
Value with_one_collation(Value value) {
  Value inner = std::move(value.items[0]);
  if (inner.form != Value::Form::collate) {
    value.items[0] = std::move(inner);
    return value;
  }
  while (inner.form == Value::Form::collate) inner = Value(inner.items[0]);
  value.text = "(" + inner.text + " COLLATE " + value.raw + ")";
  value.items = {std::move(inner)};
  return value;
}

}  // namespace

std::string joined(const Values& values) {
  std::string text;
  for (const Value& value : values) {
    if (!text.empty()) text += ", ";
    text += value.text;
  }
  return text;
}

const TypeInfo* resolution_type(const Value& value) {
  return value.untyped() ? known().unknown : value.type;
}

Types types_of(const Values& values) {
  Types types;
  for (const Value& value : values) types.push_back(resolution_type(value));
  return types;
}

// In bodies the server leaves out the alias of what has no name, though it reads one out of a cast
// or a call that stands without any. Of a column it leaves out the column's own name only.
std::string Analyser::name_without_alias(const ResTarget& column) {
  std::string implied = output_name(column.val).name;
  if (!from_server_ || nodeTag(column.val) == T_ColumnRef) return implied;
  if (implied != kNoName) nameless_.push_back(column.location);
  return kNoName;
}

Analyser::Analyser(Symbols& symbols, const SearchPath* path, bool from_server)
    : symbols_(symbols), from_server_(from_server) {
  if (path != nullptr) type_path_ = *path;
  if (std::find(type_path_.begin(), type_path_.end(), "pg_catalog") == type_path_.end()) {
    path_.push_back("pg_catalog");
  }
  path_.insert(path_.end(), type_path_.begin(), type_path_.end());
}

void Analyser::open(std::string reason) {
  if (closed_) open_reason_ = std::move(reason);
  closed_ = false;
}

void Analyser::leave_out(std::string reason) {
  open(std::move(reason));
  lossy_ = true;
}

void Analyser::set_domain_value(const TypeInfo* type, std::string modifiers) {
  domain_value_ = type;
  domain_value_modifiers_ = std::move(modifiers);
}

void Analyser::refer_type(const TypeInfo* type) {
  if (type != nullptr && type->id) refer(*type->id);
}

void Analyser::refer_routine(const Signature& routine) {
  if (routine.id != nullptr) refer(*routine.id);
}

Path Analyser::path_for(const ::List* names) const {
  const auto parts = items<Node>(names);
  if (parts.size() < 2) return path_;
  return {string_of(parts[parts.size() - 2])};
}

TypeAndModifiers Analyser::type_of(const ::TypeName* name) {
  TypeAndModifiers result;
  const auto names = items<Node>(name->names);
  const bool plain = name->typmods == nullptr && name->arrayBounds == nullptr &&
                     name->typemod < 0 && !name->setof && !name->pct_type;
  if (plain && names.size() == 2 && string_of(names[0]) == "pg_catalog") {
    result.type = builtin(string_of(names[1]));
  }
  if (result.type == nullptr) {
    const TypeRef ref = resolve_type(*name, symbols_.catalog(), type_path_);
    result.type = symbols_.types().find(ref);
    result.modifiers = ref.modifiers;
    if (result.type == nullptr) {
      result.printed = ref.empty() ? "unknown" : format_type(ref);
      open("type " + result.printed);
      return result;
    }
  }
  refer_type(result.type);
  result.printed = print_type(*result.type, result.modifiers);
  return result;
}

// The relation that a constant of type regclass names, qualified.
std::string Analyser::normal_name(const TypeInfo& type, const std::string& raw) {
  const std::vector<std::string> parts = split_name(raw);
  const bool qualified_name = parts.size() == 2;
  if (parts.size() <= 2) {
    for (const std::string& space : qualified_name ? Path{parts[0]} : path_) {
      const auto id = symbols_.catalog().find_class(qualified(space, parts.back()));
      if (!id) continue;
      refer(*id);
      return quoted_name(space, parts.back());
    }
  }
  if (!from_server_) open("constant of type " + type.printed);
  return qualified_name ? quoted_name(parts[0], parts[1]) : raw;
}

// The text search configuration that a constant of type regconfig names, qualified; none for one
// of PostgreSQL's own.
std::optional<std::string> Analyser::own_configuration(const std::string& raw) {
  const std::vector<std::string> parts = split_name(raw);
  if (parts.size() > 2) return std::nullopt;
  for (const std::string& space : parts.size() == 2 ? Path{parts[0]} : path_) {
    const ObjectId id =
        object_id(ObjectKind::text_search_configuration, qualified(space, parts.back()));
    if (!symbols_.catalog().contains(id)) continue;
    refer(id);
    return quoted_name(space, parts.back());
  }
  return std::nullopt;
}

std::string Analyser::normal_raw(const TypeInfo& type, const std::string& raw) {
  if (&type == known().regclass) return normal_name(type, raw);
  if (&type == known().regconfig && !normal_literal(type, raw).certain) {
    if (const auto own = own_configuration(raw)) return *own;
  }
  if (&type == known().regproc || &type == known().regprocedure) {
    for (const ObjectId& id : named_routines(raw, path_, symbols_.catalog())) refer(id);
  }
  NormalLiteral normal = normal_literal(type, raw);
  // The zone that a session is in now says what the moment is likely to be, and no more.
  const bool moment = !normal.certain && &type == known().timestamptz;
  if (moment && symbols_.catalog().sessions_in_utc) {
    const NormalLiteral in_utc = normal_timestamptz(raw + "+00");
    if (in_utc.certain) normal.text = in_utc.text;
  }
  if (!normal.certain && !from_server_) open("constant of type " + type.printed);
  return normal.text;
}

Value Analyser::make_constant(const TypeInfo* type, const std::string& raw) {
  Value value;
  value.form = Value::Form::constant;
  value.type = type;
  value.raw = normal_raw(*type, raw);
  value.text = constant_text(*type, value.raw);
  return value;
}

// (text)::type; the text of the value itself is replaced.
Value Analyser::cast_text(const Value& value, const TypeInfo* type, const std::string& modifiers) {
  Value result;
  result.levels = value.levels;
  result.type = type;
  result.modifiers = modifiers;
  const bool same_constant = value.form == Value::Form::constant && value.type == type;
  const std::string printed = print_type(*type, modifiers);
  if (same_constant) {
    result.text = quote_literal(value.raw) + "::" + printed;
  } else {
    result.text = "(" + value.text + ")::" + printed;
  }
  refer_type(type);
  return result;
}

// ARRAY[a, b]::t[] is ARRAY[a::t, b::t].
Value Analyser::cast_items(Value value, const TypeInfo* type, CastContext context) {
  const TypeInfo* element = type->subscript;
  for (Value& item : value.items) {
    const bool nested = item.form == Value::Form::array;
    item = coerce(std::move(item), nested ? type : element, {}, context);
  }
  const std::uint64_t levels = value.levels;
  Value result = array_of(std::move(value.items), type);
  result.levels = levels;
  return result;
}

// ROW(a, b) whose fields take the types of the composite's columns.
Value Analyser::cast_row(Value value, const TypeInfo* type, CastContext context) {
  const RelationColumns* columns = symbols_.columns_of(base_type(type)->name);
  if (columns == nullptr || !columns->known || columns->columns.size() != value.items.size()) {
    open("row of " + type->printed);
    return cast_text(value, type, {});
  }
  Value result;
  result.levels = value.levels;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const Column& column = columns->columns[i];
    const bool typed = column.type != nullptr;
    value.items[i] = coerce(std::move(value.items[i]), column.type,
                            typed ? column.modifiers : std::string(), context);
  }
  result.type = type;
  result.text = row_text(value.items);
  if (context == CastContext::explicit_) result.text += "::" + type->printed;
  if (base_type(type) == type) {
    result.form = Value::Form::row;
    result.items = std::move(value.items);
  }
  refer_type(type);
  return result;
}

// interval '1' day: the modifiers tell the unit of a bare number.
std::string Analyser::with_unit(const std::string& raw, const std::string& modifiers) {
  const std::size_t sign = raw.find_first_of("+-") == 0 ? 1 : 0;
  const bool number =
      raw.size() > sign && raw.find_first_not_of("0123456789", sign) == std::string::npos;
  const std::size_t last = modifiers.rfind(' ');
  const std::string unit = last == std::string::npos ? modifiers : modifiers.substr(last + 1);
  const bool word = unit.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  if (number && word) return raw + " " + unit;
  open("interval with modifiers");
  return raw;
}

// The COLLATE goes around the cast, or away where the type has no collation.
Value Analyser::cast_collated(Value value, const TypeInfo* type, const std::string& modifiers,
                              CastContext context) {
  Value inner = coerce(std::move(value.items[0]), type, modifiers, context);
  if (!type->collatable) return inner;
  Value result = inner;
  result.form = Value::Form::collate;
  result.raw = value.raw;
  result.text = "(" + inner.text + " COLLATE " + value.raw + ")";
  result.items = {std::move(inner)};
  return result;
}

// The server prints a constant without the unit that with_unit() gives it. What other modifiers
// make of it is left open.
Value Analyser::interval_constant(const std::string& raw, const std::string& modifiers) {
  const TypeInfo* type = known().interval;
  const std::string whole = with_unit(raw, modifiers);
  Value constant = make_constant(type, whole);
  constant.modifiers = modifiers;
  if (whole == raw) constant.text = quote_literal(raw) + "::" + print_type(*type, modifiers);
  return constant;
}

// A constant that had no type gets the base type of `type`; casts to domains and lengths are left.
Value Analyser::typed_constant(const Value& value, const TypeInfo* type,
                               const std::string& modifiers) {
  const TypeInfo* base = base_type(type);
  refer_type(base);
  if (value.form != Value::Form::null) {
    const bool unit = base == known().interval && !modifiers.empty();
    if (unit) return interval_constant(value.raw, modifiers);
    return make_constant(base, value.raw);
  }
  Value constant;
  constant.type = base;
  if (base == type) constant.modifiers = modifiers;
  constant.text = "NULL::" + print_type(*base, constant.modifiers);
  return constant;
}

// The server keeps the call of the cast's function.
void Analyser::refer_cast(const TypeInfo* target, const TypeInfo* source) {
  const Cast* cast = cast_between(target, source);
  if (cast == nullptr || !cast->id) return;
  refer(*cast->id);
  const Catalog& catalog = symbols_.catalog();
  const auto* object = catalog.get<pgplumb::Cast>(*cast->id);
  if (object == nullptr || object->function.empty()) return;
  ObjectId function = object_id(ObjectKind::routine, object->function);
  function.member = arguments_key(object->function_arguments);
  if (catalog.contains(function)) refer(function);
}

// A name is compared by bytes; a domain may have any collation.
void Analyser::note_collation_of(const TypeInfo* type) {
  if (type == nullptr || !type->collatable) return;
  if (type == known().name || base_type(type) != type) odd_collation_ = true;
}

Value Analyser::coerce(Value value, const TypeInfo* type, const std::string& modifiers,
                       CastContext context) {
  if (type == known().any && value.form == Value::Form::null) value.text = "NULL::unknown";
  if (type == nullptr || type == known().any) return value;
  if (value.form == Value::Form::collate && context != CastContext::implicit) {
    value = with_one_collation(std::move(value));
  }
  if (value.form == Value::Form::collate && value.type != type) {
    return cast_collated(std::move(value), type, modifiers, context);
  }
  if (is_bare_row(value) && is_composite(type)) {
    return cast_row(std::move(value), type, context);
  }
  note_collation_of(value.type);
  if (value.untyped()) value = typed_constant(value, type, modifiers);
  if (value.type == nullptr) return cast_text(value, type, modifiers);
  const bool constant = value.form == Value::Form::constant;
  if (value.type == type) {
    const bool no_length = modifiers.empty() && (constant || context != CastContext::explicit_);
    if (modifiers == value.modifiers || no_length) return value;
    return cast_text(value, type, modifiers);
  }
  if (value.form == Value::Form::array && type->is_array && modifiers.empty()) {
    return cast_items(std::move(value), type, context);
  }
  if (constant && modifiers.empty() && is_textual(type) && is_textual(value.type)) {
    value.type = type;
    value.text = constant_text(*type, value.raw);
    return value;
  }
  if (type == known().record && is_composite(value.type)) return value;
  refer_cast(type, value.type);
  if (pathway(type, value.type, context) == Pathway::none) {
    open("cast from " + value.type->printed + " to " + type->printed);
  }
  return cast_text(value, type, modifiers);
}

Value Analyser::assigned(Value value, const TypeInfo* type) {
  if (type == nullptr) {
    if (value.untyped()) open("type of the result");
    return value;
  }
  if (value.form == Value::Form::collate) value = with_one_collation(std::move(value));
  const TypeInfo* base = base_type(type);
  if (value.untyped()) return coerce(std::move(value), base, {}, CastContext::assignment);
  refer_cast(base, value.type);
  if (is_bare_row(value) && is_composite(type)) {
    return cast_row(std::move(value), type, CastContext::assignment);
  }
  return value;
}

Value Analyser::condition(const ::Node* node) {
  return assigned(expression(node), known().boolean);
}

}  // namespace pgplumb::sql::canon
