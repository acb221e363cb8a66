#include "sql/encoding.hpp"
#include "sql/parse.hpp"
#include "sql/scanner.hpp"

namespace pgplumb::sql {

SplitResult split(const std::shared_ptr<const SourceText>& source) {
  Scan scanned = scan(source);
  SplitResult result;
  report_encoding(source, scanned, result.diagnostics);
  for (Diagnostic& diagnostic : scanned.diagnostics) result.diagnostics.add(std::move(diagnostic));
  result.statements.reserve(scanned.statements.size());
  for (ScannedStatement& statement : scanned.statements) {
    result.statements.push_back(std::move(statement.text));
  }
  result.trailing = std::move(scanned.trailing);
  return result;
}

}  // namespace pgplumb::sql
