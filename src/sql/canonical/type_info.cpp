#include "sql/canonical/type_info.hpp"

#include "sql/canonical/builtins.hpp"
#include "sql/canonical/names.hpp"

namespace pgplumb::sql::canon {

const TypeInfo* base_type(const TypeInfo* type) {
  while (type != nullptr && type->kind == 'd' && type->base != nullptr) type = type->base;
  return type;
}

const TypeInfo* element_type(const TypeInfo* type) {
  type = base_type(type);
  return type != nullptr && type->is_array ? type->subscript : nullptr;
}

bool is_composite(const TypeInfo* type) {
  type = base_type(type);
  return type != nullptr && type->kind == 'c';
}

std::string print_type(const TypeInfo& type, const std::string& modifiers) {
  if (modifiers.empty()) return type.printed;
  TypeRef ref;
  ref.name = type.name;
  ref.array = type.is_array;
  ref.modifiers = modifiers;
  return format_type(ref);
}

const TypeInfo* TypeSpace::find(std::string_view space, std::string_view name) {
  if (space == "pg_catalog") {
    if (const TypeInfo* type = builtin(name)) return type;
  }
  const QualifiedName key = qualified(std::string(space), std::string(name));
  const auto found = found_.find(key);
  if (found != found_.end()) return found->second;
  const TypeInfo* made = make(key);
  found_[key] = made;
  return made;
}

bool TypeSpace::forget(const QualifiedName& name) {
  const auto found = found_.find(name);
  if (found == found_.end()) return true;
  if (found->second != nullptr) {
    // A row type says nothing but which relation it is of.
    return found->second->kind == 'c' && found->second->id && catalog_.contains(*found->second->id);
  }
  found_.erase(found);
  return true;
}

const TypeInfo* TypeSpace::find(const TypeRef& type) {
  if (type.name.space.empty()) return nullptr;
  const TypeInfo* element = find(type.name.space.text(), type.name.name.text());
  return element != nullptr && type.array ? array_of(element) : element;
}

const TypeInfo* TypeSpace::array_of(const TypeInfo* element) {
  if (element == nullptr || element->is_array) return element;
  if (element->array != nullptr || element->kind == 'p') return element->array;
  // A built-in type outlives this catalog and is shared with other threads: it has the array type
  // it was made with, or none.
  if (builtin(element->name.name.text()) == element) return nullptr;
  TypeInfo& array = owned_.emplace_back();
  array.name = element->name;
  array.printed = element->printed + "[]";
  array.category = 'A';
  array.is_array = true;
  array.collatable = element->collatable;
  array.subscript = element;
  array.id = element->id;
  element->array = &array;
  return &array;
}

TypeInfo& TypeSpace::add(const QualifiedName& name, char kind, char category) {
  TypeInfo& type = owned_.emplace_back();
  type.name = name;
  type.printed = quoted_name(name.space.text(), name.name.text());
  type.kind = kind;
  type.category = category;
  return type;
}

const TypeInfo* TypeSpace::make_domain(const QualifiedName& name, const ObjectId& id) {
  const Domain* domain = catalog_.get<Domain>(id);
  found_[name] = nullptr;  // a domain over itself ends here
  const TypeInfo* base = domain == nullptr ? nullptr : find(domain->type);
  if (base == nullptr) return nullptr;
  TypeInfo& type = add(name, 'd', base->category);
  type.collatable = base->collatable;
  type.base = base;
  type.base_modifiers = domain->type.modifiers;
  return &type;
}

const TypeInfo* TypeSpace::from_extension(const QualifiedName& name) {
  for (const auto& [extension, members] : catalog_.extension_contents) {
    for (const ExtensionMember& member : members) {
      if (member.kind != ExtensionMember::Kind::type || member.name != name) continue;
      TypeInfo& type = add(name, 'b', 'U');
      type.of_extension = true;
      return &type;
    }
  }
  return nullptr;
}

// The domains of the information schema, the same in all versions.
const TypeInfo* TypeSpace::information_schema_domain(const QualifiedName& name) {
  static constexpr struct {
    std::string_view name, base, modifiers;
  } kDomains[] = {{"sql_identifier", "name", ""},
                  {"character_data", "varchar", ""},
                  {"cardinal_number", "int4", ""},
                  {"yes_or_no", "varchar", "3"},
                  {"time_stamp", "timestamptz", "2"}};
  for (const auto& domain : kDomains) {
    if (domain.name != name.name.text()) continue;
    const TypeInfo* base = builtin(domain.base);
    TypeInfo& type = add(name, 'd', base->category);
    type.collatable = base->collatable;
    type.base = base;
    type.base_modifiers = domain.modifiers;
    return &type;
  }
  return nullptr;
}

const TypeInfo* TypeSpace::make(const QualifiedName& name) {
  if (name.space.text() == "information_schema") return information_schema_domain(name);
  const std::optional<ObjectId> id = catalog_.find_type(name);
  if (!id) return from_extension(name);
  if (id->kind == ObjectKind::domain) {
    const TypeInfo* domain = make_domain(name, *id);
    if (domain != nullptr) owned_.back().id = *id;
    return domain;
  }
  if (id->kind == ObjectKind::range_type) return make_range(*id, name);
  TypeInfo& type = add_plain(name, *id);
  type.id = *id;
  if (const EnumType* labels = catalog_.get<EnumType>(*id)) type.labels = &labels->labels;
  found_[name] = &type;  // a cast may lead back here
  add_casts(type);
  return &type;
}

// Enum, composite, base and shell types.
TypeInfo& TypeSpace::add_plain(const QualifiedName& name, const ObjectId& id) {
  switch (id.kind) {
    case ObjectKind::enum_type: return add(name, 'e', 'E');
    case ObjectKind::shell_type: return add(name, 'p', 'P');
    case ObjectKind::base_type: break;
    default: return add(name, 'c', 'C');
  }
  const auto& base = *catalog_.get<BaseType>(id);
  TypeInfo& type = add(name, 'b', base.category.empty() ? 'U' : base.category[0]);
  type.preferred = base.preferred;
  type.collatable = base.collatable;
  return type;
}

// Both types at once; the one of that name is the answer.
const TypeInfo* TypeSpace::make_range(const ObjectId& id, const QualifiedName& wanted) {
  const RangeType& definition = *catalog_.get<RangeType>(id);
  found_[wanted] = nullptr;  // a range over itself ends here
  const TypeInfo* subtype = find(definition.subtype);
  if (subtype == nullptr) return nullptr;
  TypeInfo& range = add(id.qualified_name(), 'r', 'R');
  TypeInfo& multirange = add(definition.multirange, 'm', 'R');
  range.base = subtype;
  range.multirange = &multirange;
  multirange.base = &range;
  range.id = multirange.id = id;
  found_[id.qualified_name()] = &range;
  found_[definition.multirange] = &multirange;
  add_casts(range);
  add_casts(multirange);
  return found_[wanted];
}

// The server lets every range be cast to its multirange type.
void TypeSpace::add_casts(TypeInfo& type) {
  if (type.multirange != nullptr) {
    type.casts.push_back({type.multirange, CastContext::explicit_, 'f'});
  }
  for_each_of_kind<pgplumb::Cast>(catalog_, [&](const ObjectId& id, const pgplumb::Cast& cast) {
    const bool is_source = !cast.source.array && cast.source.name == type.name;
    const bool is_target = !cast.target.array && cast.target.name == type.name;
    if (!is_source && !is_target) return;
    const TypeInfo* other = find(is_source ? cast.target : cast.source);
    if (other == nullptr) return;
    const CastContext context = cast.use == CastUse::implicit     ? CastContext::implicit
                                : cast.use == CastUse::assignment ? CastContext::assignment
                                                                  : CastContext::explicit_;
    const char method = cast.method == CastMethod::binary  ? 'b'
                        : cast.method == CastMethod::inout ? 'i'
                                                           : 'f';
    (is_source ? type.casts : type.casts_of_others).push_back({other, context, method, id});
  });
}

}  // namespace pgplumb::sql::canon
