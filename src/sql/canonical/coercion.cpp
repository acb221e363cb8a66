#include "sql/canonical/coercion.hpp"

#include <algorithm>

namespace pgplumb::sql::canon {
namespace {

const Cast* find_cast(const TypeInfo* source, const TypeInfo* target) {
  for (const Cast& cast : source->casts) {
    if (cast.target == target) return &cast;
  }
  for (const Cast& cast : target->casts_of_others) {
    if (cast.target == source) return &cast;
  }
  return nullptr;
}

// pg_cast.castcontext allows `wanted` or something stricter.
bool allows(CastContext castcontext, CastContext wanted) {
  const auto rank = [](CastContext context) {
    return context == CastContext::implicit ? 0 : context == CastContext::assignment ? 1 : 2;
  };
  return rank(wanted) >= rank(castcontext);
}

Pathway array_pathway(const TypeInfo* target, const TypeInfo* source, CastContext context) {
  if (!target->is_array || !source->is_array) return Pathway::none;
  const Pathway elements = pathway(target->subscript, source->subscript, context);
  if (elements == Pathway::none || elements == Pathway::input_output) return elements;
  return Pathway::array;
}

Pathway text_pathway(const TypeInfo* target, const TypeInfo* source, CastContext context) {
  if (context != CastContext::implicit && target->category == 'S') return Pathway::input_output;
  if (context == CastContext::explicit_ && source->category == 'S') return Pathway::input_output;
  return Pathway::none;
}

bool is_compatible_family(Polymorphic kind) { return kind >= Polymorphic::compatible; }

}  // namespace

Pathway pathway(const TypeInfo* target, const TypeInfo* source, CastContext context) {
  target = base_type(target);
  source = base_type(source);
  if (target == nullptr || source == nullptr) return Pathway::none;
  if (target == source) return Pathway::relabel;
  if (const Cast* cast = find_cast(source, target)) {
    if (!allows(cast->context, context)) return Pathway::none;
    if (cast->method == 'b') return Pathway::relabel;
    return cast->method == 'i' ? Pathway::input_output : Pathway::function;
  }
  const Pathway array = array_pathway(target, source, context);
  if (array != Pathway::none) return array;
  return text_pathway(target, source, context);
}

const Cast* cast_between(const TypeInfo* target, const TypeInfo* source) {
  target = base_type(target);
  source = base_type(source);
  if (target == nullptr || source == nullptr || target == source) return nullptr;
  if (const Cast* cast = find_cast(source, target)) return cast;
  const bool arrays = target->is_array && source->is_array;
  return arrays ? cast_between(target->subscript, source->subscript) : nullptr;
}

bool is_binary_coercible(const TypeInfo* source, const TypeInfo* target) {
  if (source == target || target == known().any) return true;
  if (target->polymorphic == Polymorphic::element ||
      target->polymorphic == Polymorphic::compatible) {
    return true;
  }
  source = base_type(source);
  if (source == target) return true;
  switch (target->polymorphic) {
    case Polymorphic::array:
    case Polymorphic::compatible_array: return source->is_array;
    case Polymorphic::nonarray:
    case Polymorphic::compatible_nonarray: return !source->is_array;
    case Polymorphic::enum_: return source->kind == 'e';
    case Polymorphic::range:
    case Polymorphic::compatible_range: return source->kind == 'r';
    case Polymorphic::multirange:
    case Polymorphic::compatible_multirange: return source->kind == 'm';
    default: break;
  }
  if (target == known().record) return source->kind == 'c';
  const Cast* cast = find_cast(source, target);
  return cast != nullptr && cast->method == 'b' && cast->context == CastContext::implicit;
}

bool is_preferred(char category, const TypeInfo* type) {
  return type->category == category && type->preferred;
}

bool can_coerce(const Types& sources, const Types& targets, CastContext context, TypeSpace& space) {
  bool polymorphic = false;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const TypeInfo* source = sources[i];
    const TypeInfo* target = targets[i];
    if (source == nullptr || target == nullptr) return false;
    if (source == target || target == known().any) continue;
    if (target->polymorphic != Polymorphic::no) {
      polymorphic = true;
      continue;
    }
    if (source == known().unknown) continue;
    if (pathway(target, source, context) != Pathway::none) continue;
    if (target == known().record && is_composite(source)) continue;
    if (source == known().record && is_composite(target)) continue;
    return false;
  }
  if (!polymorphic) return true;
  Types declared = targets;
  return resolve_polymorphic(sources, declared, known().void_, space) != nullptr;
}

const TypeInfo* common_type(const Types& types) {
  if (types.empty() || std::count(types.begin(), types.end(), nullptr) != 0) return nullptr;
  const TypeInfo* const unknown = known().unknown;
  const TypeInfo* chosen = types[0];
  const bool all_same =
      std::all_of(types.begin(), types.end(), [&](const TypeInfo* type) { return type == chosen; });
  if (all_same && chosen != unknown) return chosen;
  chosen = base_type(chosen);
  for (std::size_t i = 1; i < types.size(); ++i) {
    const TypeInfo* next = base_type(types[i]);
    if (next == unknown || next == chosen) continue;
    if (chosen == unknown) {
      chosen = next;
      continue;
    }
    if (next->category != chosen->category) return nullptr;
    if (!chosen->preferred && pathway(next, chosen, CastContext::implicit) != Pathway::none &&
        pathway(chosen, next, CastContext::implicit) == Pathway::none) {
      chosen = next;
    }
  }
  return chosen == unknown ? known().text : chosen;
}

namespace {

// What the polymorphic types of one call stand for, learned argument by argument.
struct Binding {
  explicit Binding(TypeSpace& types) : space(types) {}

  TypeSpace& space;
  const TypeInfo* element = nullptr;
  const TypeInfo* array = nullptr;
  const TypeInfo* range = nullptr;
  const TypeInfo* multirange = nullptr;
  Types compatible;
  const TypeInfo* compatible_range = nullptr;
  const TypeInfo* compatible_multirange = nullptr;
  bool has_unknown = false;
  bool has_compatible_unknown = false;
  bool failed = false;

  void set(const TypeInfo*& slot, const TypeInfo* type) {
    if (slot != nullptr && slot != type) failed = true;
    slot = type;
  }

  void learn(Polymorphic kind, const TypeInfo* actual) {
    const TypeInfo* base = base_type(actual);
    switch (kind) {
      case Polymorphic::no: return;
      case Polymorphic::element:
      case Polymorphic::nonarray:
      case Polymorphic::enum_: return set(element, actual);
      case Polymorphic::array: return base->is_array ? set(array, base) : fail();
      case Polymorphic::range: return base->kind == 'r' ? set(range, base) : fail();
      case Polymorphic::multirange: return base->kind == 'm' ? set(multirange, base) : fail();
      case Polymorphic::compatible:
      case Polymorphic::compatible_nonarray: compatible.push_back(actual); return;
      case Polymorphic::compatible_array:
        return base->is_array ? compatible.push_back(base->subscript) : fail();
      case Polymorphic::compatible_range:
        return base->kind == 'r' ? set(compatible_range, base) : fail();
      case Polymorphic::compatible_multirange:
        return base->kind == 'm' ? set(compatible_multirange, base) : fail();
    }
  }

  void fail() { failed = true; }

  void finish() {
    if (multirange != nullptr) set(range, multirange->base);
    if (range != nullptr && multirange == nullptr) multirange = multirange_of(range);
    if (array != nullptr && array->is_array) set(element, array->subscript);
    if (range != nullptr) set(element, range->base);
    if (element == nullptr && has_unknown) element = known().text;
    if (array == nullptr && element != nullptr) array = space.array_of(element);
    if (compatible_multirange != nullptr) set(compatible_range, compatible_multirange->base);
    if (compatible_range != nullptr) compatible.push_back(compatible_range->base);
    if (!compatible.empty()) {
      common = common_type(compatible);
      if (common == nullptr) return fail();
    } else if (has_compatible_unknown) {
      common = known().text;
    }
  }

  static const TypeInfo* multirange_of(const TypeInfo* wanted) {
    if (wanted->multirange != nullptr) return wanted->multirange;
    for (const char* name : {"int4multirange", "int8multirange", "nummultirange", "tsmultirange",
                             "tstzmultirange", "datemultirange"}) {
      const TypeInfo* type = builtin(name);
      if (type != nullptr && type->base == wanted) return type;
    }
    return nullptr;
  }

  [[nodiscard]] const TypeInfo* meaning(const TypeInfo* type) const {
    if (type == nullptr) return nullptr;
    switch (type->polymorphic) {
      case Polymorphic::no: return type;
      case Polymorphic::element:
      case Polymorphic::nonarray:
      case Polymorphic::enum_: return element;
      case Polymorphic::array: return array;
      case Polymorphic::range: return range;
      case Polymorphic::multirange: return multirange;
      case Polymorphic::compatible:
      case Polymorphic::compatible_nonarray: return common;
      case Polymorphic::compatible_array: return common ? space.array_of(common) : nullptr;
      case Polymorphic::compatible_range: return compatible_range;
      case Polymorphic::compatible_multirange: return compatible_multirange;
    }
    return nullptr;
  }

  const TypeInfo* common = nullptr;
};

}  // namespace

const TypeInfo* resolve_polymorphic(const Types& actual, Types& declared, const TypeInfo* result,
                                    TypeSpace& space) {
  Binding binding(space);
  bool any = result != nullptr && result->polymorphic != Polymorphic::no;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    const Polymorphic kind = declared[i]->polymorphic;
    if (kind == Polymorphic::no) continue;
    any = true;
    if (actual[i] == known().unknown) {
      (is_compatible_family(kind) ? binding.has_compatible_unknown : binding.has_unknown) = true;
    } else {
      binding.learn(kind, actual[i]);
    }
  }
  if (!any) return result;
  binding.finish();
  if (binding.failed) return nullptr;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    if (declared[i]->polymorphic == Polymorphic::no) continue;
    const TypeInfo* meaning = binding.meaning(declared[i]);
    const bool wrong_nonarray =
        declared[i]->polymorphic == Polymorphic::nonarray && element_type(meaning) != nullptr;
    const bool wrong_enum = declared[i]->polymorphic == Polymorphic::enum_ &&
                            (meaning == nullptr || base_type(meaning)->kind != 'e');
    if (meaning == nullptr || wrong_nonarray || wrong_enum) return nullptr;
    if (is_compatible_family(declared[i]->polymorphic) && actual[i] != known().unknown &&
        pathway(meaning, actual[i], CastContext::implicit) == Pathway::none) {
      return nullptr;
    }
    declared[i] = meaning;
  }
  return binding.meaning(result);
}

}  // namespace pgplumb::sql::canon
