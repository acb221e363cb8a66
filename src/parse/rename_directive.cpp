// "-- pgplumb: renamed from NAME": which object a directive is about.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/letters.hpp"
#include "parse/replay.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

constexpr std::string_view kWords = "renamed from ";

// NAME as SQL writes it: folded to lower case unless quoted. Nothing for what is no name.
std::optional<std::string> name_in(std::string_view text) {
  if (text.size() > 2 && text.front() == '"' && text.back() == '"') {
    std::string name;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      if (text[i] == '"') ++i;
      name += text[i];
    }
    return name;
  }
  std::string name = lowered(text);
  for (const char c : name) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
                      static_cast<unsigned char>(c) >= 0x80;
    if (!fits) return std::nullopt;
  }
  return name.empty() ? std::nullopt : std::optional(name);
}

// The first column that is written behind `offset` (bytes from the statement's begin).
std::optional<std::string> column_behind(const ::Node* statement, int offset) {
  const auto* create = PGPLUMB_NODE_AS(statement, CreateStmt);
  if (create == nullptr) return std::nullopt;
  for (const ::Node* element : sql::items<::Node>(create->tableElts)) {
    const auto* column = PGPLUMB_NODE_AS(element, ColumnDef);
    if (column != nullptr && column->location > offset) return column->colname;
  }
  return std::nullopt;
}

}  // namespace

void Replay::read_rename_directives(const std::vector<ObjectId>& made) {
  for (const sql::Directive& directive : *statement_->directives) {
    if (!directive.text.starts_with(kWords)) continue;
    const auto name = name_in(std::string_view(directive.text).substr(kWords.size()));
    if (!name) {
      diagnostics_.add(DiagnosticCode::unknown_directive,
                       "\"renamed from\" wants one name, quoted as in SQL where it needs quotes",
                       directive.span);
      continue;
    }
    const bool inside = directive.span.begin > statement_->span.begin;
    std::optional<std::string> column;
    if (inside) {
      column = column_behind(statement_->node,
                             static_cast<int>(directive.span.begin - statement_->span.begin));
    }
    const auto main = std::find_if(made.begin(), made.end(), [&](const ObjectId& id) {
      if (column) return id.kind == ObjectKind::attribute && id.member == *column;
      return parent_of(id) == std::nullopt || id.kind == ObjectKind::constraint ||
             id.kind == ObjectKind::trigger || id.kind == ObjectKind::policy ||
             id.kind == ObjectKind::rule;
    });
    if (main == made.end() || (inside && !column)) {
      diagnostics_.add(DiagnosticCode::unknown_directive,
                       "\"renamed from\" stands above no object or column that is made here",
                       directive.span);
      continue;
    }
    ObjectId before = *main;
    const bool is_part = before.subject.has_value();
    (is_part ? before.member : before.name) = *name;
    renames_.push_back({std::move(before), *main, directive.span});
  }
}

}  // namespace pgplumb::parse
