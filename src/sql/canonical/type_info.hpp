// Data types as analysis sees them: built-in ones are immortal, those of a catalog belong to a
// TypeSpace. Compared by address.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::sql::canon {

struct TypeInfo;

enum class CastContext : char { implicit = 'i', assignment = 'a', explicit_ = 'e' };

struct Cast {
  const TypeInfo* target = nullptr;
  CastContext context = CastContext::explicit_;
  char method = 'f';  // pg_cast.castmethod: f function, b binary coercible, i input and output
  std::optional<ObjectId> id = {};  // not built in
};

// Pseudo-types whose actual type follows from the arguments.
enum class Polymorphic : std::uint8_t {
  no,
  element,
  array,
  nonarray,
  enum_,
  range,
  multirange,
  compatible,
  compatible_array,
  compatible_nonarray,
  compatible_range,
  compatible_multirange
};

struct TypeInfo {
  QualifiedName name;   // of the element type for an array
  std::string printed;  // as format_type prints it, without modifiers
  char kind = 'b';      // pg_type.typtype: b c d e p r m
  char category = 'U';
  bool preferred = false;
  bool collatable = false;
  bool is_array = false;      // a true array ("subscript" is its element)
  bool of_extension = false;  // casts and category are not known
  Polymorphic polymorphic = Polymorphic::no;
  const TypeInfo* subscript = nullptr;      // typelem
  mutable const TypeInfo* array = nullptr;  // typarray
  const TypeInfo* base = nullptr;           // domain: base type; range: subtype; multirange: range
  std::string base_modifiers;               // domain
  std::vector<Cast> casts;                  // with this type as the source
  std::vector<Cast> casts_of_others;        // to this type; `target` is the source
  const TypeInfo* multirange = nullptr;     // of a range that is not built in
  std::optional<ObjectId> id;               // not built in
  const std::vector<std::string>* labels = nullptr;  // enum; lives in the catalog
};

// The type below all domains.
[[nodiscard]] const TypeInfo* base_type(const TypeInfo* type);
// The element type when the type (or its domain's base) is a true array, else null.
[[nodiscard]] const TypeInfo* element_type(const TypeInfo* type);
[[nodiscard]] bool is_composite(const TypeInfo* type);

// "timestamp without time zone" + "3" -> "timestamp(3) without time zone".
[[nodiscard]] std::string print_type(const TypeInfo& type, const std::string& modifiers);

// The types of one catalog, made when they are first asked for. The catalog must outlive it and
// keep its types unchanged.
class TypeSpace {
 public:
  explicit TypeSpace(const Catalog& catalog) : catalog_(catalog) {}
  TypeSpace(const TypeSpace&) = delete;
  TypeSpace& operator=(const TypeSpace&) = delete;

  // Null: no such type.
  [[nodiscard]] const TypeInfo* find(std::string_view space, std::string_view name);
  [[nodiscard]] const TypeInfo* find(const TypeRef& type);
  // Null when `element` can't have arrays.
  [[nodiscard]] const TypeInfo* array_of(const TypeInfo* element);
  [[nodiscard]] const Catalog& catalog() const { return catalog_; }
  // What was found under that name may not hold any more. False: others may refer to it, so a new
  // TypeSpace is needed.
  [[nodiscard]] bool forget(const QualifiedName& name);

 private:
  const TypeInfo* make(const QualifiedName& name);
  const TypeInfo* make_domain(const QualifiedName& name, const ObjectId& id);
  const TypeInfo* make_range(const ObjectId& id, const QualifiedName& wanted);
  TypeInfo& add_plain(const QualifiedName& name, const ObjectId& id);
  void add_casts(TypeInfo& type);
  const TypeInfo* information_schema_domain(const QualifiedName& name);
  const TypeInfo* from_extension(const QualifiedName& name);
  TypeInfo& add(const QualifiedName& name, char kind, char category);

  const Catalog& catalog_;
  std::map<QualifiedName, const TypeInfo*> found_;  // null: looked for in vain
  std::deque<TypeInfo> owned_;
};

// Calls visit(id, object) for each object of that kind.
template <typename T, typename Visit>
void for_each_of_kind(const Catalog& catalog, Visit&& visit) {
  ObjectId first;
  first.kind = KindOf<T>::value;
  const auto& objects = catalog.objects();
  for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
    if (it->first.kind != first.kind) break;
    visit(it->first, std::get<T>(it->second));
  }
}

}  // namespace pgplumb::sql::canon
