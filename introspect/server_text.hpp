// Reading what the server's printers wrote, where no structured column says it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::introspect {

// "a, lower((b)::text), f(x, y)" -> its elements: pg_get_expr of an expression list. Quotes,
// parentheses and brackets are understood; what the server prints has no comments.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

// Position of `wanted` outside of quotes (single, double), from `start`; npos when not there.
[[nodiscard]] std::size_t find_unquoted(std::string_view text, std::string_view wanted,
                                        std::size_t start = 0);

// The text between the parenthesis at `open` and its partner; "" when there is no partner.
[[nodiscard]] std::string_view inside_parentheses(std::string_view text, std::size_t open);

// The WHEN condition of pg_get_triggerdef's text; "" without one.
[[nodiscard]] std::string trigger_condition(std::string_view definition);

// What pg_get_ruledef's text says after DO [INSTEAD]: the statements, without semicolons; none for
// NOTHING. The condition is "" without one.
struct RuleText {
  std::string condition;
  std::vector<std::string> actions;
};
[[nodiscard]] RuleText rule_text(std::string_view definition);

// Without spaces around it and without a final semicolon: pg_get_viewdef's text.
[[nodiscard]] std::string trimmed_query(std::string_view text);

// Hexadecimal bytea ("\x612000") to bytes.
[[nodiscard]] std::string bytes_of(std::string_view bytea);

}  // namespace pgplumb::introspect
