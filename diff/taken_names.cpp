#include "diff/taken_names.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "diff/words.hpp"
#include "schema/kinds/operator.hpp"
#include "schema/quote.hpp"

namespace pgplumb::diff {
namespace {

// What the desired state has under the member's name.
std::vector<ObjectId> of_same_name(const ExtensionMember& member, const Catalog& desired) {
  std::vector<ObjectId> ids;
  const auto add = [&](const std::optional<ObjectId>& id) {
    if (id && desired.contains(*id)) ids.push_back(*id);
  };
  switch (member.kind) {
    case ExtensionMember::Kind::type:
    case ExtensionMember::Kind::relation:
      add(desired.find_class(member.name));
      add(desired.find_type(member.name));
      break;
    case ExtensionMember::Kind::routine: {
      ObjectId id = object_id(ObjectKind::routine, member.name);
      id.member = arguments_key(member.arguments);
      add(id);
      id.kind = ObjectKind::aggregate;
      add(id);
      break;
    }
    case ExtensionMember::Kind::operator_:
      if (member.arguments.size() != 2) break;
      add(operator_id(member.name, member.arguments[0], member.arguments[1]));
      break;
    case ExtensionMember::Kind::operator_class:
      add(method_object_id(ObjectKind::operator_class, member.name, Identifier(member.method)));
      break;
    case ExtensionMember::Kind::other: break;
  }
  return ids;
}

using Members = std::vector<ExtensionMember>;

// Null where it is not known.
const Members* members_of(const ObjectId& extension, const Catalog& catalog) {
  const auto found = catalog.extension_contents.find(extension.name);
  return found == catalog.extension_contents.end() ? nullptr : &found->second;
}

// Objects of `other` alone that have the names of what the extension brings in `state`; `functions`
// gets those names of its functions.
std::vector<ObjectId> of_same_names(const ObjectId& extension, const Catalog& state,
                                    const Catalog& other, std::vector<QualifiedName>& functions) {
  std::vector<ObjectId> all;
  const Members* members = members_of(extension, state);
  if (members == nullptr) return all;
  for (const ExtensionMember& member : *members) {
    std::vector<ObjectId> ids = of_same_name(member, other);
    std::erase_if(ids, [&](const ObjectId& id) { return state.contains(id); });
    if (ids.empty()) continue;
    all.insert(all.end(), ids.begin(), ids.end());
    if (member.kind == ExtensionMember::Kind::routine) functions.push_back(member.name);
  }
  return all;
}

std::vector<QualifiedName> taken_functions(const ObjectId& extension, const Scope& scope) {
  std::vector<QualifiedName> functions;
  of_same_names(extension, scope.current, scope.desired, functions);
  return functions;
}

bool calls(const Expression& expression, const QualifiedName& function) {
  const std::string& text = expression.canonical.empty() ? expression.text : expression.canonical;
  if (text.find(quote_qualified(function) + "(") != std::string::npos) return true;
  if (expression.closed) return false;
  return std::ranges::any_of(words_in(text),
                             [&](const Word& word) { return word.text == function.name.text(); });
}

class Calls : public ReferenceVisitor {
 public:
  explicit Calls(const std::vector<QualifiedName>& functions) : functions_(functions) {}
  void expression(const Expression& expression, const ExpressionContext&) {
    found_ = found_ || std::ranges::any_of(functions_, [&](const QualifiedName& function) {
               return calls(expression, function);
             });
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  const std::vector<QualifiedName>& functions_;
  bool found_ = false;
};

bool has_call(const ObjectId& id, const Object& object,
              const std::vector<QualifiedName>& functions) {
  Calls finder(functions);
  visit_references(id, object, finder);
  return finder.found();
}

}  // namespace

std::vector<ObjectId> takers_of_names(const ObjectId& extension, const Scope& scope) {
  std::vector<QualifiedName> functions;
  return of_same_names(extension, scope.current, scope.desired, functions);
}

std::vector<ObjectId> holders_of_names(const ObjectId& extension, const Scope& scope) {
  std::vector<QualifiedName> functions;
  return of_same_names(extension, scope.desired, scope.current, functions);
}

std::vector<ObjectId> users_of_taken_names(const ObjectId& extension, const Scope& scope) {
  const auto functions = taken_functions(extension, scope);
  std::vector<ObjectId> users;
  if (functions.empty()) return users;
  for (const auto& [id, object] : scope.current.objects()) {
    if (has_call(id, object, functions)) users.push_back(id);
  }
  return users;
}

bool calls_successor(const ObjectId& user, const ObjectId& gone, const Scope& scope) {
  if (gone.kind == ObjectKind::extension) {
    const auto functions = taken_functions(gone, scope);
    const Object* before = scope.current.find(user);
    return before != nullptr && !functions.empty() && has_call(user, *before, functions);
  }
  const Object* after = scope.desired.find(user);
  if (gone.kind != ObjectKind::routine || after == nullptr) return false;
  for (const auto& [extension, members] : scope.desired.extension_contents) {
    const ObjectId id = object_id(ObjectKind::extension, Identifier(extension));
    if (!scope.is_new(id) || !scope.desired.contains(id)) continue;
    const auto holders = holders_of_names(id, scope);
    if (std::ranges::count(holders, gone) == 0) continue;
    if (has_call(user, *after, {gone.qualified_name()})) return true;
  }
  return false;
}

}  // namespace pgplumb::diff
