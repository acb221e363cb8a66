// Names of database objects. They are not strings: they can't be concatenated into SQL, only
// diff's SqlWriter prints them, quoted.
#pragma once

#include <compare>
#include <string>

#include "schema/interned_text.hpp"
#include "schema/verdict.hpp"

namespace pgplumb {

// NAMEDATALEN - 1.
inline constexpr std::size_t kMaxNameBytes = 63;

// One name exactly as the catalog stores it (case folded already, no quotes, at most 63 bytes).
class Identifier {
 public:
  Identifier() = default;
  explicit Identifier(InternedText text) : text_(text) {}

  [[nodiscard]] const std::string& text() const { return text_.str(); }
  [[nodiscard]] const InternedText& interned() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  std::strong_ordering operator<=>(const Identifier&) const = default;

 private:
  InternedText text_;
};

// A name within a namespace. An empty namespace means that the name could not be resolved from
// the text (for a type or a function that an extension of unknown contents may hold).
struct QualifiedName {
  Identifier space;
  Identifier name;

  [[nodiscard]] bool empty() const { return name.empty(); }
  std::strong_ordering operator<=>(const QualifiedName&) const = default;
};

// A name that could not be resolved may be that of any namespace: unknown. But where pg_catalog has
// it, as the other side says, it is that one: a server looks there before everywhere else.
[[nodiscard]] inline Verdict compare_value(const QualifiedName& current,
                                           const QualifiedName& desired) {
  if (current == desired) return Verdict::equal;
  const bool open = current.space.empty() || desired.space.empty();
  if (!open || current.name != desired.name) return Verdict::different;
  const Identifier& space = current.space.empty() ? desired.space : current.space;
  return space.text() == "pg_catalog" ? Verdict::equal : Verdict::unknown;
}

inline QualifiedName qualified(InternedText space, InternedText name) {
  return {Identifier(space), Identifier(name)};
}

// "space.name" for messages and sorting; never for SQL.
[[nodiscard]] inline std::string shown(const QualifiedName& name) {
  return name.space.empty() ? name.name.text() : name.space.text() + "." + name.name.text();
}

}  // namespace pgplumb
