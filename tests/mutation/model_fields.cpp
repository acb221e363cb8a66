// Prints every kind with every field that a comparison looks at, one "KIND FIELD" a line: what
// tests/mutation must have changes for. The parts of a field stand behind a dot.
#include <cstdio>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/object_kinds.hpp"

namespace pgplumb {
namespace {

template <typename T>
struct ElementOf {
  using type = T;
};
template <typename T>
struct ElementOf<std::vector<T>> {
  using type = T;
};
template <typename T>
struct ElementOf<std::optional<T>> {
  using type = T;
};

template <HasFields T>
void print_fields(std::string_view kind, const std::string& above) {
  for_each_field<T>([&](auto field, std::size_t) {
    const std::string name = above + std::string(field.name);
    std::printf("%s %s\n", std::string(kind).c_str(), name.c_str());
    using Value = std::remove_cvref_t<decltype(T{}.*(field.member))>;
    using Element = typename ElementOf<Value>::type;
    if constexpr (HasFields<Element>) print_fields<Element>(kind, name + ".");
  });
}

template <typename T>
void print_kind(ObjectKind kind) {
  std::printf("%s missing\n%s exists\n", name_of(kind).data(), name_of(kind).data());
  print_fields<T>(name_of(kind), "");
}

}  // namespace
}  // namespace pgplumb

int main() {
#define PGPLUMB_KIND(kind, Type, words, weight) \
  pgplumb::print_kind<pgplumb::Type>(pgplumb::ObjectKind::kind);
  PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND
  return 0;
}
