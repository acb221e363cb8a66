#include <algorithm>

#include "sql/canonical/resolution.hpp"

namespace pgplumb::sql::canon {
namespace {

std::vector<const Operator*> candidates_in(Symbols& symbols, const Path& path,
                                           std::string_view name, bool prefix) {
  std::vector<const Operator*> all;
  for (const std::string& space : path) {
    const bool several = !all.empty();
    for (const Operator* op : symbols.operators(space, name)) {
      if ((op->left == nullptr) != prefix || op->right == nullptr) continue;
      const auto same = [&](const Operator* other) {
        return other->space != op->space && other->left == op->left && other->right == op->right;
      };
      const bool hidden = several && std::any_of(all.begin(), all.end(), same);
      if (!hidden) all.push_back(op);
    }
  }
  return all;
}

const Operator* exact(const std::vector<const Operator*>& all, const TypeInfo* left,
                      const TypeInfo* right) {
  for (const Operator* op : all) {
    if (op->left == left && op->right == right) return op;
  }
  return nullptr;
}

const Operator* exact_match(const std::vector<const Operator*>& all, const TypeInfo* left,
                            const TypeInfo* right) {
  if (left == nullptr) return exact(all, left, right);
  const TypeInfo* const unknown = known().unknown;
  const bool one_unknown = (left == unknown) != (right == unknown);
  if (left == unknown && one_unknown) left = right;
  if (right == unknown && one_unknown) right = left;
  const Operator* found = exact(all, left, right);
  if (found == nullptr && one_unknown && base_type(left) != left) {
    found = exact(all, base_type(left), base_type(left));
  }
  return found;
}

Types operands_of(const Operator& op) {
  return op.left == nullptr ? Types{op.right} : Types{op.left, op.right};
}

const Operator* best_match(const std::vector<const Operator*>& all, const Types& actual,
                           TypeSpace& space) {
  std::vector<const Operator*> fitting;
  std::vector<Types> declared;
  for (const Operator* op : all) {
    Types types = operands_of(*op);
    if (!can_coerce(actual, types, CastContext::implicit, space)) continue;
    fitting.push_back(op);
    declared.push_back(std::move(types));
  }
  if (fitting.empty()) return nullptr;
  if (fitting.size() == 1) return fitting[0];
  const std::optional<std::size_t> chosen = select_candidate(actual, declared, space);
  return chosen ? fitting[*chosen] : nullptr;
}

bool of_extension(const TypeInfo* type) {
  const TypeInfo* base = base_type(type);
  if (base != nullptr && base->is_array) base = base->subscript;
  return base != nullptr && base->of_extension;
}

bool is_certain(Symbols& symbols, const Operator& op, const Types& actual) {
  const Types declared = operands_of(op);
  bool same = true;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    if (actual[i] == declared[i]) continue;
    if (of_extension(actual[i])) return false;
    same = false;
  }
  return same || !symbols.has_odd_casts();
}

}  // namespace

std::optional<ChosenOperator> resolve_operator(Symbols& symbols, const Path& path,
                                               std::string_view name, const TypeInfo* left,
                                               const TypeInfo* right) {
  const bool prefix = left == nullptr;
  if (right == nullptr) return {};
  const auto all = candidates_in(symbols, path, name, prefix);
  const Types actual = prefix ? Types{right} : Types{left, right};
  const Operator* op = exact_match(all, left, right);
  if (op == nullptr) op = best_match(all, actual, symbols.types());
  if (op == nullptr) return {};
  ChosenOperator chosen;
  chosen.op = op;
  Types declared = operands_of(*op);
  chosen.result = resolve_polymorphic(actual, declared, op->result, symbols.types());
  if (chosen.result == nullptr && op->result != nullptr) return {};
  chosen.right = declared.back();
  if (!prefix) chosen.left = declared.front();
  chosen.certain = chosen.result != nullptr && is_certain(symbols, *op, actual);
  return chosen;
}

std::optional<ChosenOperator> resolve_array_operator(Symbols& symbols, const Path& path,
                                                     std::string_view name, const TypeInfo* left,
                                                     const TypeInfo* right) {
  if (left == nullptr || right == nullptr) return {};
  const bool untyped = right == known().unknown;
  const TypeInfo* element = untyped ? right : element_type(right);
  if (element == nullptr) return {};
  std::optional<ChosenOperator> chosen = resolve_operator(symbols, path, name, left, element);
  if (!chosen) return {};
  const TypeInfo* array = symbols.types().array_of(chosen->right);
  if (array == nullptr) return {};
  chosen->right = array;
  return chosen;
}

}  // namespace pgplumb::sql::canon
