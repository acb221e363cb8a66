#include "pg/rows.hpp"

#include <libpq-fe.h>

#include <charconv>
#include <limits>

#include "base/assert.hpp"
#include "base/failure.hpp"
#include "pg/array_text.hpp"

namespace pgplumb::pg {
namespace {

const PGresult* as_result(const void* result) { return static_cast<const PGresult*>(result); }

// libpq's functions that only read still take a pointer to non-const.
PGresult* as_mutable(const void* result) {
  return const_cast<PGresult*>(as_result(result));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

[[noreturn]] void not_a(const char* type, std::string_view text) {
  throw Failure("the server sent \"" + std::string(text) + "\" where " + type + " was expected");
}

template <typename Number>
Number to_number(std::string_view text, const char* type) {
  Number value{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end) not_a(type, text);
  return value;
}

}  // namespace

Rows::Rows(const void* result, std::shared_ptr<const void> owner)
    : owner_(std::move(owner)),
      result_(result),
      rows_(static_cast<std::size_t>(PQntuples(as_result(result)))),
      columns_(static_cast<std::size_t>(PQnfields(as_result(result)))) {}

std::string_view Rows::column_name(std::size_t column) const {
  PGPLUMB_ASSERT(column < columns_);
  return PQfname(as_result(result_), static_cast<int>(column));
}

std::size_t Rows::column(std::string_view name) const {
  for (std::size_t i = 0; i < columns_; ++i) {
    if (column_name(i) == name) return i;
  }
  assertion_failed("the query has the column that is asked for", __FILE__, __LINE__);
}

bool Rows::is_null(std::size_t row, std::size_t column) const {
  PGPLUMB_ASSERT(row < rows_ && column < columns_);
  return PQgetisnull(as_result(result_), static_cast<int>(row), static_cast<int>(column)) != 0;
}

std::string_view Rows::text(std::size_t row, std::size_t column) const {
  PGPLUMB_ASSERT(row < rows_ && column < columns_);
  const int r = static_cast<int>(row);
  const int c = static_cast<int>(column);
  const PGresult* result = as_result(result_);
  return {PQgetvalue(result, r, c), static_cast<std::size_t>(PQgetlength(result, r, c))};
}

std::size_t Rows::affected() const {
  if (result_ == nullptr) return 0;
  const std::string_view count = PQcmdTuples(as_mutable(result_));
  return count.empty() ? 0 : to_number<std::size_t>(count, "a count of rows");
}

std::string Rows::command_tag() const {
  return result_ == nullptr ? std::string() : std::string(PQcmdStatus(as_mutable(result_)));
}

std::optional<std::string> Row::optional_string(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return string(column);
}

std::int64_t Row::integer(std::size_t column) const {
  return to_number<std::int64_t>(text(column), "an integer");
}

std::optional<std::int64_t> Row::optional_integer(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

bool Row::boolean(std::size_t column) const {
  const std::string_view value = text(column);
  if (value != "t" && value != "f") not_a("a boolean", value);
  return value == "t";
}

std::uint32_t Row::oid(std::size_t column) const {
  return is_null(column) ? 0 : to_number<std::uint32_t>(text(column), "an oid");
}

char Row::character(std::size_t column) const {
  const std::string_view value = text(column);
  return value.empty() ? '\0' : value.front();
}

double Row::number(std::size_t column) const { return to_number<double>(text(column), "a number"); }

std::vector<std::int64_t> Row::integers(std::size_t column) const {
  auto values = parse_integers(text(column));
  if (!values) not_a("an array of integers", text(column));
  return *std::move(values);
}

std::vector<std::uint32_t> Row::oids(std::size_t column) const {
  std::vector<std::uint32_t> values;
  for (const std::int64_t value : integers(column)) {
    if (value < 0 || value > std::numeric_limits<std::uint32_t>::max()) {
      not_a("an array of oids", text(column));
    }
    values.push_back(static_cast<std::uint32_t>(value));
  }
  return values;
}

std::vector<std::string> Row::strings(std::size_t column) const {
  std::vector<std::string> values;
  for (auto& element : optional_strings(column)) {
    if (!element) not_a("an array without NULL", text(column));
    values.push_back(*std::move(element));
  }
  return values;
}

std::vector<std::optional<std::string>> Row::optional_strings(std::size_t column) const {
  if (is_null(column)) return {};
  auto elements = parse_array(text(column));
  if (!elements) not_a("a one-dimensional array", text(column));
  return *std::move(elements);
}

}  // namespace pgplumb::pg
