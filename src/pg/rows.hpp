// The rows that a query returned. Values are PostgreSQL's text form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::pg {

class Row;

// A cheap, shared handle on the driver's result: copying copies no row, reading a cell allocates
// nothing. The views it gives out live as long as any copy of it. Immutable; may be read by
// several threads. Indexes count from 0; one out of range is a bug and aborts.
class Rows {
 public:
  class Iterator;

  Rows() = default;  // no rows, no columns
  // For src/pg. `result`: a PGresult; `owner` keeps it alive.
  Rows(const void* result, std::shared_ptr<const void> owner);

  [[nodiscard]] std::size_t size() const { return rows_; }
  [[nodiscard]] bool empty() const { return rows_ == 0; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] std::string_view column_name(std::size_t column) const;
  // Index of the column of that name; aborts when there is none.
  [[nodiscard]] std::size_t column(std::string_view name) const;

  [[nodiscard]] bool is_null(std::size_t row, std::size_t column) const;
  // "" for NULL; ask is_null where that matters.
  [[nodiscard]] std::string_view text(std::size_t row, std::size_t column) const;

  [[nodiscard]] Row operator[](std::size_t row) const;
  [[nodiscard]] Row front() const;
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;

  // Rows touched by INSERT, UPDATE, DELETE, MERGE, or returned by SELECT; 0 for other commands.
  [[nodiscard]] std::size_t affected() const;
  // The server's command tag, "CREATE TABLE" or "UPDATE 5".
  [[nodiscard]] std::string command_tag() const;

 private:
  std::shared_ptr<const void> owner_;
  const void* result_ = nullptr;  // PGresult
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
};

// One row: a reference into Rows, which must outlive it. A value that does not parse as what is
// asked for, and a NULL where no optional is asked for (except text), is a Failure.
class Row {
 public:
  Row(const Rows& rows, std::size_t index) : rows_(&rows), index_(index) {}

  [[nodiscard]] bool is_null(std::size_t column) const { return rows_->is_null(index_, column); }
  [[nodiscard]] std::string_view text(std::size_t column) const {
    return rows_->text(index_, column);
  }
  [[nodiscard]] std::string string(std::size_t column) const { return std::string(text(column)); }
  [[nodiscard]] std::optional<std::string> optional_string(std::size_t column) const;
  [[nodiscard]] std::int64_t integer(std::size_t column) const;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(std::size_t column) const;
  [[nodiscard]] bool boolean(std::size_t column) const;       // t / f
  [[nodiscard]] std::uint32_t oid(std::size_t column) const;  // 0 for NULL
  [[nodiscard]] char character(std::size_t column) const;     // "char"; '\0' for "" and NULL
  [[nodiscard]] double number(std::size_t column) const;
  // Arrays: {1,2,3}, and int2vector's and oidvector's "1 2 3"; NULL gives no elements.
  [[nodiscard]] std::vector<std::int64_t> integers(std::size_t column) const;
  [[nodiscard]] std::vector<std::uint32_t> oids(std::size_t column) const;
  // A NULL element is a Failure in strings().
  [[nodiscard]] std::vector<std::string> strings(std::size_t column) const;
  [[nodiscard]] std::vector<std::optional<std::string>> optional_strings(std::size_t column) const;

 private:
  const Rows* rows_;
  std::size_t index_;
};

class Rows::Iterator {
 public:
  Iterator(const Rows& rows, std::size_t index) : rows_(&rows), index_(index) {}
  Row operator*() const { return {*rows_, index_}; }
  Iterator& operator++() {
    ++index_;
    return *this;
  }
  bool operator==(const Iterator& other) const { return index_ == other.index_; }

 private:
  const Rows* rows_;
  std::size_t index_;
};

inline Row Rows::operator[](std::size_t row) const { return {*this, row}; }
inline Row Rows::front() const { return {*this, 0}; }
inline Rows::Iterator Rows::begin() const { return {*this, 0}; }
inline Rows::Iterator Rows::end() const { return {*this, rows_}; }

}  // namespace pgplumb::pg
