// The only way to make SQL text in diff: names and texts are always quoted, fixed words come from
// string literals of the program alone, so nothing in a name or comment can become a statement.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/expression.hpp"
#include "schema/identifier.hpp"
#include "schema/type_ref.hpp"

namespace pgplumb::diff {

// Words of SQL, fixed when the program is compiled.
class Words {
 public:
  // Implicit, so that a call reads like the SQL it writes.
  template <std::size_t N>
  // NOLINTNEXTLINE(google-explicit-constructor)
  consteval Words(const char (&text)[N]) : text_(text, N - 1) {}
  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

// Appends tokens with single spaces between them; punctuation is set as people write it.
class SqlWriter {
 public:
  SqlWriter() = default;
  explicit SqlWriter(Words words) { keyword(words); }

  SqlWriter& keyword(Words words);
  SqlWriter& keyword_if(bool condition, Words words) { return condition ? keyword(words) : *this; }
  SqlWriter& name(const Identifier& name);
  SqlWriter& name(const QualifiedName& name);
  // A role: PUBLIC for "".
  SqlWriter& role(const std::string& role);
  SqlWriter& operator_(
      const QualifiedName& name);  // OPERATOR(space.name), bare where it is built in
  SqlWriter& operator_name(const QualifiedName& name);  // space.name, where only an operator can be
  SqlWriter& literal(std::string_view text);
  SqlWriter& number(std::int64_t value);
  // Digits with a point and an exponent; Failure for anything else.
  SqlWriter& decimal(const std::string& digits);
  SqlWriter& type(const TypeRef& type);
  // The input types of a routine in parentheses, from its id (see arguments_key).
  SqlWriter& signature(const std::string& key);
  SqlWriter& cast(const TypeRef& type);  // ::type
  // The text where it means the same under the search path of an ordinary session, else the
  // canonical form. Throws Failure when it could end the statement (unbalanced, a bare semicolon).
  SqlWriter& expression(const Expression& expression);
  SqlWriter& parenthesized(const Expression& expression);
  // A routine's body between dollar quotes that do not occur in it.
  SqlWriter& dollar_quoted(const std::string& body);
  // "name=value" entries, in parentheses: (fillfactor='70', toast.autovacuum_enabled='false').
  SqlWriter& options(const std::vector<std::string>& options);
  // Only the names of such entries, in parentheses.
  SqlWriter& option_names(const std::vector<std::string>& options);
  // One value of an entry of pg_proc.proconfig: SET name TO value.
  SqlWriter& setting(const std::string& entry);
  // RESET name
  SqlWriter& reset(const std::string& setting);
  // A statement about the database that it runs in, whose name stands between the two: a DO block,
  // as no syntax means that database.
  SqlWriter& in_this_database(const SqlWriter& before, const SqlWriter& after);
  // What another writer made.
  SqlWriter& part(const SqlWriter& other);

  SqlWriter& open();
  // An opening parenthesis right after a name: f(
  SqlWriter& call();
  SqlWriter& close();
  SqlWriter& comma();
  SqlWriter& dot();
  // Between the statements of a rule.
  SqlWriter& semicolon();
  // Starts a new line, indented by `depth` steps of four spaces.
  SqlWriter& line(int depth = 0);

  // Calls write(item) for each, with commas between.
  template <typename Range, typename Write>
  SqlWriter& list(const Range& range, Write&& write) {
    bool first = true;
    for (const auto& item : range) {
      if (!first) comma();
      first = false;
      write(item);
    }
    return *this;
  }
  // (a, b, c)
  SqlWriter& names(const std::vector<Identifier>& names);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void append(std::string_view token);

  std::string text_;
  bool glued_ = true;  // no space before the next token
};

// Whether `text` can stand where one expression (or query) is expected without changing what
// follows it: quotes, parentheses and comments closed, no semicolon outside a BEGIN … END body.
[[nodiscard]] bool is_contained(std::string_view text);

}  // namespace pgplumb::diff
