#include "sql/lookup.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "sql/canonical/resolution.hpp"
#include "sql/types.hpp"

namespace pgplumb::sql {
namespace {

constexpr const char* kCatalog = "pg_catalog";

// pg_catalog comes first unless the path says otherwise.
canon::Path spaces_of(const std::vector<std::string>& names, const SearchPath& path) {
  if (names.size() > 1) return {names[names.size() - 2]};
  canon::Path spaces;
  if (std::find(path.begin(), path.end(), kCatalog) == path.end()) spaces.emplace_back(kCatalog);
  spaces.insert(spaces.end(), path.begin(), path.end());
  return spaces;
}

TypeRef ref_of(const canon::TypeInfo* type) {
  if (type == nullptr) return {};
  return {type->name, {}, type->is_array};
}

// The built-in functions that only the server's own machinery calls (estimators, parsers, support
// functions) are in no table here: what nobody else can have made is one of them.
FoundFunction unresolved(const std::vector<std::string>& names, const Catalog& catalog) {
  FoundFunction found;
  const std::string space = names.size() > 1                ? names[names.size() - 2]
                            : has_unknown_contents(catalog) ? ""
                                                            : kCatalog;
  found.name = qualified(space, names.back());
  return found;
}

FoundFunction found_as(const canon::Signature& signature) {
  FoundFunction found;
  found.name = qualified(std::string(signature.space), std::string(signature.name));
  for (const canon::Parameter& parameter : signature.parameters) {
    found.parameters.push_back(ref_of(parameter.type));
  }
  found.result = ref_of(signature.result);
  return found;
}

// Exactly these operands, whatever they may be coerced to.
const canon::Operator* exact_operator(canon::Symbols& symbols, const canon::Path& spaces,
                                      const std::string& name, const canon::TypeInfo* left,
                                      const canon::TypeInfo* right) {
  for (const std::string& space : spaces) {
    for (const canon::Operator* op : symbols.operators(space, name)) {
      if (op->left == left && op->right == right) return op;
    }
  }
  return nullptr;
}

}  // namespace

FoundFunction find_function(const std::vector<std::string>& names,
                            const std::vector<TypeRef>& arguments, const Catalog& catalog,
                            const SearchPath& path) {
  canon::Symbols symbols(catalog);
  const canon::Path spaces = spaces_of(names, path);
  canon::CallShape call;
  for (const TypeRef& type : arguments) call.arguments.push_back(symbols.types().find(type));
  const auto chosen = canon::resolve_routine(symbols, spaces, names.back(), call);
  if (chosen && chosen->routine != nullptr) {
    FoundFunction found = found_as(*chosen->routine);
    // Of polymorphic arguments the answer is the declared type.
    const bool polymorphic =
        std::any_of(call.arguments.begin(), call.arguments.end(), [](const canon::TypeInfo* type) {
          return type != nullptr && type->polymorphic != canon::Polymorphic::no;
        });
    if (!polymorphic) found.result = ref_of(chosen->result);
    return found;
  }
  const auto all = canon::all_routines(symbols, spaces, names.back());
  for (const canon::Signature* signature : all) {
    if (signature->parameters.size() == arguments.size()) return found_as(*signature);
  }
  return all.empty() ? unresolved(names, catalog) : found_as(*all.front());
}

QualifiedName find_function_named(const std::vector<std::string>& names, const Catalog& catalog,
                                  const SearchPath& path) {
  canon::Symbols symbols(catalog);
  const auto all = canon::all_routines(symbols, spaces_of(names, path), names.back());
  return all.empty() ? unresolved(names, catalog).name : found_as(*all.front()).name;
}

std::optional<QualifiedName> find_operator(const std::vector<std::string>& names,
                                           const TypeRef& left, const TypeRef& right,
                                           const Catalog& catalog, const SearchPath& path) {
  canon::Symbols symbols(catalog);
  const canon::Path spaces = spaces_of(names, path);
  const canon::TypeInfo* one = left.empty() ? nullptr : symbols.types().find(left);
  const canon::TypeInfo* two = symbols.types().find(right);
  const canon::Operator* op = exact_operator(symbols, spaces, names.back(), one, two);
  if (op == nullptr && two != nullptr && (one != nullptr || left.empty())) {
    const auto chosen = canon::resolve_operator(symbols, spaces, names.back(), one, two);
    if (chosen) op = chosen->op;
  }
  if (op == nullptr) return std::nullopt;
  return qualified(std::string(op->space), std::string(op->name));
}

std::optional<QualifiedName> find_exact_operator(const std::vector<std::string>& names,
                                                 const TypeRef& left, const TypeRef& right,
                                                 const Catalog& catalog, const SearchPath& path) {
  canon::Symbols symbols(catalog);
  const canon::TypeInfo* one = left.empty() ? nullptr : symbols.types().find(left);
  const canon::TypeInfo* two = symbols.types().find(right);
  if (two == nullptr || (one == nullptr && !left.empty())) return std::nullopt;
  const canon::Operator* op =
      exact_operator(symbols, spaces_of(names, path), names.back(), one, two);
  if (op == nullptr) return std::nullopt;
  return qualified(std::string(op->space), std::string(op->name));
}

bool is_builtin_operator(const std::string& name) {
  return !canon::builtin_operators(name).empty();
}

bool is_builtin_routine(const std::string& name) { return !canon::builtin_routines(name).empty(); }

bool is_builtin_relation(const std::string& name) { return canon::is_builtin_relation(name); }

bool is_builtin_collation(const std::string& name) {
  for (const std::string_view known : {"C", "POSIX", "default", "ucs_basic", "unicode", "pg_c_utf8",
                                       "pg_unicode_fast", "C.utf8", "C.UTF-8"}) {
    if (name == known) return true;
  }
  const bool locale =
      name.size() >= 5 && name[2] == '_' && std::isupper(static_cast<unsigned char>(name[3])) != 0;
  return locale || name.ends_with("-x-icu");
}

QualifiedName resolve_collation(const std::vector<std::string>& names, const Catalog& catalog,
                                const SearchPath& path) {
  if (names.empty()) return {};
  if (names.size() > 1) return qualified(names[names.size() - 2], names.back());
  if (!is_builtin_collation(names[0])) {
    for (const std::string& space : path) {
      QualifiedName name = qualified(space, names[0]);
      if (catalog.contains(object_id(ObjectKind::collation, name))) return name;
    }
  }
  return qualified(kCatalog, names[0]);
}

}  // namespace pgplumb::sql
