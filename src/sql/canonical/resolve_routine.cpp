#include <algorithm>

#include "sql/canonical/resolution.hpp"

namespace pgplumb::sql::canon {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct Candidate {
  const Signature* routine = nullptr;
  Types declared;         // in the order of the call
  bool expanded = false;  // the variadic parameter stands for several arguments
};

// Which parameter each argument of the call fills; empty when they do not fit.
std::vector<std::size_t> positions(const Signature& routine, const CallShape& call) {
  const std::size_t count = call.arguments.size();
  const std::size_t positional = count - call.names.size();
  if (count > routine.parameters.size()) return {};
  std::vector<std::size_t> result(count);
  std::vector<bool> filled(routine.parameters.size(), false);
  for (std::size_t i = 0; i < positional; ++i) {
    result[i] = i;
    filled[i] = true;
  }
  for (std::size_t i = 0; i < call.names.size(); ++i) {
    std::size_t place = kNone;
    for (std::size_t p = 0; p < routine.parameters.size(); ++p) {
      if (routine.parameters[p].name == call.names[i] && !filled[p]) place = p;
    }
    if (place == kNone) return {};
    result[positional + i] = place;
    filled[place] = true;
  }
  for (std::size_t p = 0; p < filled.size(); ++p) {
    if (!filled[p] && !routine.parameters[p].has_default) return {};
  }
  return result;
}

std::optional<Candidate> plain_candidate(const Signature& routine, const CallShape& call) {
  if (call.variadic_array && !routine.variadic) return {};
  const auto places = positions(routine, call);
  if (places.size() != call.arguments.size()) return {};
  Candidate candidate{&routine, {}, false};
  for (const std::size_t place : places) {
    candidate.declared.push_back(routine.parameters[place].type);
  }
  return candidate;
}

const TypeInfo* variadic_element(const TypeInfo* type) {
  if (type == nullptr || type == known().any) return type;
  if (type->polymorphic == Polymorphic::array) return builtin("anyelement");
  if (type->polymorphic == Polymorphic::compatible_array) return builtin("anycompatible");
  return element_type(type);
}

std::optional<Candidate> expanded_candidate(const Signature& routine, const CallShape& call) {
  const std::size_t fixed = routine.parameters.size() - 1;
  if (!routine.variadic || call.variadic_array || !call.names.empty()) return {};
  if (call.arguments.size() < fixed) return {};
  const bool has_extra = call.arguments.size() > fixed;
  if (!has_extra && (!routine.parameters.back().has_default)) return {};
  Candidate candidate{&routine, {}, true};
  for (std::size_t i = 0; i < fixed; ++i) {
    candidate.declared.push_back(routine.parameters[i].type);
  }
  const TypeInfo* element = variadic_element(routine.parameters.back().type);
  candidate.declared.resize(call.arguments.size(), element);
  return candidate;
}

bool same_types(const Candidate& a, const Candidate& b) { return a.declared == b.declared; }

void add_candidate(std::vector<Candidate>& all, Candidate candidate) {
  for (const TypeInfo* type : candidate.declared) {
    if (type == nullptr) return;
  }
  for (Candidate& other : all) {
    if (!same_types(other, candidate)) continue;
    const bool same_space = other.routine->space == candidate.routine->space;
    const bool better = same_space && other.expanded && !candidate.expanded;
    const bool fewer = same_space && other.expanded == candidate.expanded &&
                       candidate.routine->parameters.size() < other.routine->parameters.size();
    if (better || fewer) other = std::move(candidate);
    return;
  }
  all.push_back(std::move(candidate));
}

std::vector<Candidate> candidates_in(Symbols& symbols, const Path& path, std::string_view name,
                                     const CallShape& call) {
  std::vector<Candidate> all;
  for (const std::string& space : path) {
    for (const Signature* routine : symbols.routines(space, name)) {
      // Hypothetical-set aggregates take their arguments twice; not resolved here.
      if (routine->kind == 'h' && call.within_group) continue;
      if (auto candidate = plain_candidate(*routine, call)) {
        const bool any = routine->variadic && !call.variadic_array &&
                         routine->parameters.back().type == known().any;
        if (!routine->variadic || call.variadic_array || any) add_candidate(all, *candidate);
      }
      if (routine->variadic && !routine->parameters.empty()) {
        if (auto candidate = expanded_candidate(*routine, call)) add_candidate(all, *candidate);
      }
    }
  }
  return all;
}

const Candidate* exact(const std::vector<Candidate>& all, const Types& actual) {
  for (const Candidate& candidate : all) {
    if (candidate.declared == actual) return &candidate;
  }
  return nullptr;
}

const Candidate* best_match(const std::vector<Candidate>& all, const Types& actual,
                            TypeSpace& space) {
  std::vector<const Candidate*> fitting;
  std::vector<Types> declared;
  for (const Candidate& candidate : all) {
    if (!can_coerce(actual, candidate.declared, CastContext::implicit, space)) continue;
    fitting.push_back(&candidate);
    declared.push_back(candidate.declared);
  }
  if (fitting.empty()) return nullptr;
  if (fitting.size() == 1) return fitting[0];
  const std::optional<std::size_t> chosen = select_candidate(actual, declared, space);
  return chosen ? fitting[*chosen] : nullptr;
}

// name(x) that is another spelling of x::name.
const TypeInfo* cast_target(Symbols& symbols, const Path& path, std::string_view name,
                            const CallShape& call) {
  if (call.arguments.size() != 1 || !call.names.empty() || call.variadic_array) return nullptr;
  const TypeInfo* target = nullptr;
  for (const std::string& space : path) {
    target = symbols.types().find(space, name);
    if (target != nullptr) break;
  }
  const TypeInfo* source = call.arguments[0];
  if (target == nullptr || is_composite(target)) return nullptr;
  if (source == known().unknown) return target;
  switch (pathway(target, source, CastContext::explicit_)) {
    case Pathway::relabel: return target;
    case Pathway::input_output:
      return is_composite(source) && target->category == 'S' ? nullptr : target;
    default: return nullptr;
  }
}

bool is_certain(const Signature& routine, const Types& actual, const Types& declared,
                Symbols& symbols, const Path& path) {
  for (std::size_t i = 0; i < actual.size(); ++i) {
    const TypeInfo* type = base_type(actual[i]);
    if (actual[i] != declared[i] && type != nullptr && type->of_extension) return false;
  }
  if (actual == declared) return true;
  if (symbols.has_odd_casts()) return false;
  // An extension's routine may have defaults and cast rules that are not known.
  for (const std::string& space : path) {
    if (space != routine.space && symbols.has_extension_routine(space, routine.name)) return false;
  }
  return true;
}

}  // namespace

std::vector<const Signature*> all_routines(Symbols& symbols, const Path& path,
                                           std::string_view name) {
  std::vector<const Signature*> all;
  for (const std::string& space : path) {
    const auto& found = symbols.routines(space, name);
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

std::optional<ChosenRoutine> resolve_routine(Symbols& symbols, const Path& path,
                                             std::string_view name, const CallShape& call) {
  const Types& actual = call.arguments;
  if (std::count(actual.begin(), actual.end(), nullptr) != 0) return {};
  const std::vector<Candidate> all = candidates_in(symbols, path, name, call);
  const Candidate* candidate = exact(all, actual);
  ChosenRoutine chosen;
  if (candidate == nullptr) {
    if (const TypeInfo* target = cast_target(symbols, path, name, call)) {
      chosen.is_cast = true;
      chosen.result = target;
      return chosen;
    }
    candidate = best_match(all, actual, symbols.types());
  }
  if (candidate == nullptr) return {};
  chosen.routine = candidate->routine;
  chosen.declared = candidate->declared;
  if (candidate->expanded && candidate->routine->parameters.back().type != known().any) {
    chosen.expanded_from = candidate->routine->parameters.size() - 1;
  }
  chosen.certain = is_certain(*candidate->routine, actual, chosen.declared, symbols, path);
  chosen.result =
      resolve_polymorphic(actual, chosen.declared, candidate->routine->result, symbols.types());
  if (chosen.result == nullptr && candidate->routine->result != nullptr) return {};
  return chosen;
}

}  // namespace pgplumb::sql::canon
