#include "sql/canonical/symbols.hpp"
#include "sql/canonical/take.hpp"

#include "sql/canonical/names.hpp"
#include "sql/canonical/view_columns.hpp"

namespace pgplumb::sql::canon {
namespace {

bool is_input(ArgumentMode mode) {
  return mode == ArgumentMode::in || mode == ArgumentMode::inout || mode == ArgumentMode::variadic;
}

bool is_output(ArgumentMode mode) {
  return mode == ArgumentMode::out || mode == ArgumentMode::inout || mode == ArgumentMode::table;
}

RelationColumns builtin_columns(std::string_view text, TypeSpace& types) {
  RelationColumns result;
  while (!text.empty()) {
    std::string_view part = take(text, ' ');
    Column& column = result.columns.emplace_back();
    column.name = std::string(take(part, ':'));
    const std::size_t dot = part.find('.');
    column.type = dot == std::string_view::npos
                      ? builtin(part)
                      : types.find(part.substr(0, dot), part.substr(dot + 1));
    // Those of the catalogs have the collation C, those of information_schema others.
    if (column.type == nullptr || column.type->collatable) column.collation.reset();
  }
  return result;
}

RelationColumns sequence_columns() {
  return {{{"last_value", known().int8, {}, {}, {}},
           {"log_cnt", known().int8, {}, {}, {}},
           {"is_called", known().boolean, {}, {}, {}}},
          true};
}

std::string printed_collation(const QualifiedName& name) {
  return name.empty() ? std::string() : quoted_name(name.space.text(), name.name.text());
}

}  // namespace

const Signature* Symbols::signature_of(const ObjectId& id, const Routine& routine) {
  Signature& signature = signatures_.emplace_back();
  signature.space = id.space;
  signature.name = id.name;
  signature.kind = routine.routine_kind == RoutineKind::procedure ? 'p'
                   : routine.routine_kind == RoutineKind::window  ? 'w'
                                                                  : 'f';
  signature.returns_set = routine.returns_set;
  signature.result = types_.find(routine.result);
  signature.id = &id;
  for (const Argument& argument : routine.arguments) {
    const TypeInfo* type = types_.find(argument.type);
    if (is_input(argument.mode)) {
      signature.parameters.push_back({argument.name.text(), type, !argument.default_value.empty()});
    }
    if (argument.mode == ArgumentMode::variadic) signature.variadic = true;
    if (is_output(argument.mode)) signature.outputs.emplace_back(argument.name.text(), type);
  }
  return &signature;
}

const Signature* Symbols::signature_of(const ObjectId& id, const Aggregate& aggregate) {
  Signature& signature = signatures_.emplace_back();
  signature.space = id.space;
  signature.name = id.name;
  signature.kind = aggregate.aggregate_kind == AggregateKind::normal        ? 'a'
                   : aggregate.aggregate_kind == AggregateKind::ordered_set ? 'o'
                                                                            : 'h';
  signature.result = types_.find(aggregate.result);
  signature.id = &id;
  for (const Argument& argument : aggregate.arguments) {
    signature.parameters.push_back({argument.name.text(), types_.find(argument.type), false});
    if (argument.mode == ArgumentMode::variadic) signature.variadic = true;
  }
  return &signature;
}

void Symbols::index_constructors() {
  if (constructors_indexed_) return;
  constructors_indexed_ = true;
  for_each_of_kind<RangeType>(catalog_, [&](const ObjectId& id, const RangeType& range) {
    constructors_.emplace(range.constructor, id);
    if (range.multirange_constructor != range.constructor) {
      constructors_.emplace(range.multirange_constructor, id);
    }
  });
}

Signature& Symbols::constructor(const QualifiedName& name, const ObjectId& id,
                                const TypeInfo* result, std::vector<const Signature*>& all) {
  Signature& signature = signatures_.emplace_back();
  const auto object = catalog_.objects().find(id);
  const auto& range = std::get<RangeType>(object->second);
  const QualifiedName& own =
      range.constructor == name ? range.constructor : range.multirange_constructor;
  signature.space = own.space.text();
  signature.name = own.name.text();
  signature.result = result;
  signature.id = &object->first;
  all.push_back(&signature);
  return signature;
}

// range(lower, upper[, bounds]) and multirange([VARIADIC ranges]).
void Symbols::add_constructors(const QualifiedName& name, std::vector<const Signature*>& all) {
  index_constructors();
  for (auto [it, end] = constructors_.equal_range(name); it != end; ++it) {
    const ObjectId& id = it->second;
    const auto* definition = catalog_.get<RangeType>(id);
    const TypeInfo* range = types_.find(id.space, id.name);
    if (range == nullptr) continue;
    const TypeInfo* multirange = range->multirange;
    if (definition->constructor == name) {
      constructor(name, id, range, all).parameters = {{{}, range->base, false},
                                                      {{}, range->base, false}};
      constructor(name, id, range, all).parameters = {
          {{}, range->base, false}, {{}, range->base, false}, {{}, known().text, false}};
    }
    if (definition->multirange_constructor == name) {
      constructor(name, id, multirange, all);
      constructor(name, id, multirange, all).parameters = {{{}, range, false}};
      Signature& several = constructor(name, id, multirange, all);
      several.parameters = {{{}, types_.array_of(range), false}};
      several.variadic = true;
    }
  }
}

void Symbols::index_extensions() {
  if (extensions_indexed_) return;
  extensions_indexed_ = true;
  for (const auto& [extension, members] : catalog_.extension_contents) {
    for (const ExtensionMember& member : members) {
      if (member.kind == ExtensionMember::Kind::routine) {
        extension_routines_.emplace(member.name, &member);
      } else if (member.kind == ExtensionMember::Kind::operator_) {
        extension_operators_.emplace(member.name, &member);
      }
    }
  }
}

// Text that makes a routine which newer servers have themselves was written for an older one.
bool Symbols::is_built_in(const Signature& builtin) const {
  if (!builtin.majors.hold(catalog_.version())) return false;
  if (catalog_.version() != 0 || builtin.majors.first == 0) return true;
  ObjectId first;
  first.kind = ObjectKind::routine;
  const Catalog::Objects& objects = catalog_.objects();
  for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
    if (it->first.kind != ObjectKind::routine) break;
    if (it->first.name == builtin.name) return false;
  }
  return true;
}

const std::vector<const Signature*>& Symbols::routines(std::string_view space,
                                                       std::string_view name) {
  const QualifiedName key = qualified(std::string(space), std::string(name));
  const auto found = routines_.find(key);
  if (found != routines_.end()) return found->second;
  std::vector<const Signature*>& all = routines_[key];
  if (space == "pg_catalog") {
    for (const Signature* builtin : builtin_routines(name)) {
      if (is_built_in(*builtin)) all.push_back(builtin);
    }
  }
  for (const ObjectId& id : catalog_.find_routines(key)) {
    const auto object = catalog_.objects().find(id);
    const auto* routine = std::get_if<Routine>(&object->second);
    if (routine != nullptr) all.push_back(signature_of(object->first, *routine));
  }
  index_extensions();
  for (auto [it, end] = extension_routines_.equal_range(key); it != end; ++it) {
    Signature& signature = signatures_.emplace_back();
    signature.space = it->second->name.space.text();
    signature.name = it->second->name.name.text();
    signature.result = types_.find(it->second->result);
    for (const TypeRef& type : it->second->arguments) {
      signature.parameters.push_back({{}, types_.find(type), false});
    }
    all.push_back(&signature);
  }
  for (const ObjectId& id : catalog_.find_named(ObjectKind::aggregate, key)) {
    const auto object = catalog_.objects().find(id);
    all.push_back(signature_of(object->first, std::get<Aggregate>(object->second)));
  }
  add_constructors(key, all);
  return all;
}

bool Symbols::has_extension_routine(std::string_view space, std::string_view name) {
  index_extensions();
  return extension_routines_.count(qualified(std::string(space), std::string(name))) != 0;
}

void Symbols::add_operator(const QualifiedName& name, const std::vector<TypeRef>& operands,
                           const TypeRef& result, const ObjectId* id,
                           std::vector<const Operator*>& all) {
  if (operands.size() != 2) return;
  Operator op;
  op.space = id != nullptr ? std::string_view(id->space) : name.space.text();
  op.name = id != nullptr ? std::string_view(id->name) : name.name.text();
  op.id = id;
  op.left = types_.find(operands[0]);
  op.right = types_.find(operands[1]);
  op.result = types_.find(result);
  const bool left_unknown = !operands[0].empty() && op.left == nullptr;
  if (left_unknown || op.right == nullptr) return;
  all.push_back(&operators_.emplace_back(op));
}

std::span<const Operator* const> Symbols::operators(std::string_view space, std::string_view name) {
  if (space == "pg_catalog") return builtin_operators(name);
  const QualifiedName key = qualified(std::string(space), std::string(name));
  const auto found = operator_lists_.find(key);
  if (found != operator_lists_.end()) return found->second;
  std::vector<const Operator*>& all = operator_lists_[key];
  index_extensions();
  for (auto [it, end] = extension_operators_.equal_range(key); it != end; ++it) {
    add_operator(it->second->name, it->second->arguments, it->second->result, nullptr, all);
  }
  for (const ObjectId& id : catalog_.find_named(ObjectKind::operator_, key)) {
    const auto object = catalog_.objects().find(id);
    const auto& op = std::get<pgplumb::Operator>(object->second);
    if (op.function.empty()) continue;
    add_operator(key, {op.left, op.right}, op.result, &object->first, all);
  }
  return all;
}

bool Symbols::has_odd_casts() {
  if (has_odd_casts_) return *has_odd_casts_;
  const auto built_in = [](const TypeRef& type) { return type.name.space.text() == "pg_catalog"; };
  has_odd_casts_ = false;
  for_each_of_kind<pgplumb::Cast>(catalog_, [&](const ObjectId&, const pgplumb::Cast& cast) {
    if (cast.use == CastUse::explicit_) return;
    if (built_in(cast.source) && built_in(cast.target)) has_odd_casts_ = true;
  });
  return *has_odd_casts_;
}

RelationColumns Symbols::columns_of_view(const ObjectId& id, const Expression& query,
                                         const std::vector<Identifier>& names) {
  views_.push_back(id.qualified_name());
  relations_[id.qualified_name()] = {{}, false};  // what a view that reads itself finds
  RelationColumns result = query_columns(query, *this);
  if (names.empty()) return result;
  if (!result.known || result.columns.size() != names.size()) {
    result.columns.assign(names.size(), {});
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    result.columns[i].name = names[i].text();
    result.columns[i].text.clear();
    result.columns[i].id = part_of(id, ObjectKind::attribute, names[i]);
  }
  result.known = true;
  return result;
}

RelationColumns Symbols::read_columns(const QualifiedName& relation, const ObjectId& id) {
  if (const auto* view = catalog_.get<View>(id)) {
    return columns_of_view(id, view->query, view->columns);
  }
  if (const auto* view = catalog_.get<MaterializedView>(id)) {
    return columns_of_view(id, view->query, view->columns);
  }
  if (catalog_.get<Sequence>(id) != nullptr) return sequence_columns();
  RelationColumns result;
  if (const auto* composite = catalog_.get<CompositeType>(id)) {
    for (const CompositeAttribute& attribute : composite->attributes) {
      result.columns.push_back(
          {attribute.name.text(), types_.find(attribute.type), attribute.type.modifiers, {}, {}});
      result.columns.back().collation = printed_collation(attribute.collation);
    }
    return result;
  }
  for (const ObjectId& attribute_id : catalog_.attributes_of(object_id(id.kind, relation))) {
    const auto* attribute = catalog_.get<Attribute>(attribute_id);
    if (attribute == nullptr) continue;
    result.columns.push_back({attribute_id.member,
                              types_.find(attribute->type),
                              attribute->type.modifiers,
                              attribute_id,
                              {}});
    result.columns.back().collation = printed_collation(attribute->collation);
  }
  return result;
}

bool Symbols::forget_relation(const QualifiedName& name) {
  for (const QualifiedName& view : views_) relations_.erase(view);
  views_.clear();
  relations_.erase(name);
  return types_.forget(name);
}

bool Symbols::forget(const ObjectId& id) {
  switch (id.kind) {
    case ObjectKind::attribute:
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view:
    case ObjectKind::sequence: return forget_relation(id.qualified_name());
    case ObjectKind::routine: return routines_.count(id.qualified_name()) == 0;
    case ObjectKind::namespace_:
    case ObjectKind::attribute_default:
    case ObjectKind::constraint:
    case ObjectKind::index:
    case ObjectKind::trigger:
    case ObjectKind::policy:
    case ObjectKind::owner:
    case ObjectKind::privilege:
    case ObjectKind::default_privilege:
    case ObjectKind::database_privilege:
    case ObjectKind::database_setting:
    case ObjectKind::security_label:
    case ObjectKind::extension_dependency:
    case ObjectKind::statistics_object:
    case ObjectKind::rule:
    case ObjectKind::event_trigger:
    case ObjectKind::publication:
    case ObjectKind::published_table:
    case ObjectKind::published_schema:
    case ObjectKind::subscription:
    case ObjectKind::foreign_data_wrapper:
    case ObjectKind::foreign_server:
    case ObjectKind::user_mapping:
    case ObjectKind::comment: return true;
    default: return false;
  }
}

const RelationColumns* Symbols::columns_of(const QualifiedName& relation) {
  const auto found = relations_.find(relation);
  if (found != relations_.end()) return &found->second;
  const std::string_view builtin_text =
      builtin_relation(relation.space.text(), relation.name.text(), catalog_.version());
  if (!builtin_text.empty()) return &(relations_[relation] = builtin_columns(builtin_text, types_));
  std::optional<ObjectId> id = catalog_.find_class(relation);
  if (!id) return nullptr;
  RelationColumns read = read_columns(relation, *id);
  return &(relations_[relation] = std::move(read));
}

}  // namespace pgplumb::sql::canon
