#include "sql/type_modifiers.hpp"

#include <algorithm>
#include <array>

#include "schema/quote.hpp"
#include "sql/tree.hpp"

extern "C" {
#include "utils/datetime.h"
#include "utils/timestamp.h"
}

namespace pgplumb::sql {
namespace {

// The server cuts a precision down to this, with a warning.
constexpr int kMaxFractionalDigits = 6;

struct IntervalFields {
  int mask;
  std::string_view text;
};

constexpr std::array kIntervalFields = {
    IntervalFields{INTERVAL_MASK(YEAR), "year"},
    IntervalFields{INTERVAL_MASK(MONTH), "month"},
    IntervalFields{INTERVAL_MASK(DAY), "day"},
    IntervalFields{INTERVAL_MASK(HOUR), "hour"},
    IntervalFields{INTERVAL_MASK(MINUTE), "minute"},
    IntervalFields{INTERVAL_MASK(SECOND), "second"},
    IntervalFields{INTERVAL_MASK(YEAR) | INTERVAL_MASK(MONTH), "year to month"},
    IntervalFields{INTERVAL_MASK(DAY) | INTERVAL_MASK(HOUR), "day to hour"},
    IntervalFields{INTERVAL_MASK(DAY) | INTERVAL_MASK(HOUR) | INTERVAL_MASK(MINUTE),
                   "day to minute"},
    IntervalFields{
        INTERVAL_MASK(DAY) | INTERVAL_MASK(HOUR) | INTERVAL_MASK(MINUTE) | INTERVAL_MASK(SECOND),
        "day to second"},
    IntervalFields{INTERVAL_MASK(HOUR) | INTERVAL_MASK(MINUTE), "hour to minute"},
    IntervalFields{INTERVAL_MASK(HOUR) | INTERVAL_MASK(MINUTE) | INTERVAL_MASK(SECOND),
                   "hour to second"},
    IntervalFields{INTERVAL_MASK(MINUTE) | INTERVAL_MASK(SECOND), "minute to second"},
};

// The integer constant at `index`, or `otherwise`.
int integer_at(const List* list, std::size_t index, int otherwise) {
  if (items<Node>(list).size() <= index) return otherwise;
  const auto* constant = PGPLUMB_NODE_AS(items<Node>(list)[index], A_Const);
  const bool integer = constant != nullptr && nodeTag(&constant->val) == T_Integer;
  return integer ? constant->val.ival.ival : otherwise;
}

std::string interval_modifiers(const List* typmods) {
  const int mask = integer_at(typmods, 0, INTERVAL_FULL_RANGE);
  const int digits = integer_at(typmods, 1, -1);
  const std::string precision =
      digits < 0 ? "" : std::to_string(std::min(digits, kMaxFractionalDigits));
  const auto* fields = std::find_if(kIntervalFields.begin(), kIntervalFields.end(),
                                    [&](const IntervalFields& f) { return f.mask == mask; });
  if (fields == kIntervalFields.end()) return precision;
  return std::string(fields->text) + (precision.empty() ? "" : "(" + precision + ")");
}

std::string constant_text(const A_Const& constant) {
  switch (nodeTag(&constant.val)) {
    case T_Integer: return std::to_string(constant.val.ival.ival);
    case T_Float: return text_of(constant.val.fval.fval);
    case T_Boolean: return constant.val.boolval.boolval ? "true" : "false";
    case T_String: return quote_literal(text_of(constant.val.sval.sval));
    default: return {};
  }
}

// Names stand for strings here: geometry(Point,4326).
std::string modifier_text(const Node* node) {
  if (const auto* constant = PGPLUMB_NODE_AS(node, A_Const)) return constant_text(*constant);
  const auto* column = PGPLUMB_NODE_AS(node, ColumnRef);
  if (column == nullptr || items<Node>(column->fields).size() != 1) return {};
  return quote_identifier(string_of(items<Node>(column->fields)[0]));
}

std::string joined_modifiers(const List* typmods) {
  std::string text;
  for (const Node* node : items<Node>(typmods)) {
    if (!text.empty()) text += ",";
    text += modifier_text(node);
  }
  return text;
}

bool has_fractional_digits(const std::string& typname) {
  return typname == "time" || typname == "timetz" || typname == "timestamp" ||
         typname == "timestamptz";
}

}  // namespace

std::string modifiers_of(const ::TypeName& type, const std::string& typname) {
  const List* typmods = type.typmods;
  if (items<Node>(typmods).empty()) return {};
  if (typname == "interval") return interval_modifiers(typmods);
  const int first = integer_at(typmods, 0, -1);
  if (has_fractional_digits(typname) && first >= 0) {
    return std::to_string(std::min(first, kMaxFractionalDigits));
  }
  const std::string text = joined_modifiers(typmods);
  return typname == "numeric" && items<Node>(typmods).size() == 1 ? text + ",0" : text;
}

}  // namespace pgplumb::sql
