#include "workflow/data_refusal.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pgplumb::workflow {
namespace {

using diff::Hazard;

constexpr std::array kDataHazards = {Hazard::narrows_type, Hazard::drops_enum_value,
                                     Hazard::needs_unique_data, Hazard::needs_valid_data,
                                     Hazard::sets_not_null};

bool is_about_data(Hazard hazard) {
  return std::find(kDataHazards.begin(), kDataHazards.end(), hazard) != kDataHazards.end();
}

}  // namespace

StatementPlace statement_at(const ProofFile& file, std::size_t offset) {
  const std::string_view text = file.source->text();
  std::size_t end = 0;
  for (const diff::PlannedStatement& statement : file.statements) {
    const std::size_t begin = text.find(statement.sql, end);
    if (begin == std::string_view::npos) return {};
    end = begin + statement.sql.size();
    if (begin <= offset && offset < end) return {&statement, begin};
  }
  return {};
}

bool may_refuse_rows(const std::vector<diff::HazardOn>& hazards) {
  return std::any_of(hazards.begin(), hazards.end(),
                     [](const diff::HazardOn& hazard) { return is_about_data(hazard.hazard); });
}

bool may_refuse_rows(const diff::PlannedStatement& statement, const std::vector<ProofFile>& files) {
  if (may_refuse_rows(statement.hazards)) return true;
  const auto& ids = statement.ids;
  for (const ProofFile& file : files) {
    for (const diff::PlannedStatement& other : file.statements) {
      for (const diff::HazardOn& hazard : other.hazards) {
        const bool concerned = std::find(ids.begin(), ids.end(), hazard.id) != ids.end();
        if (concerned && is_about_data(hazard.hazard)) return true;
      }
    }
  }
  return false;
}

bool is_about_rows(const pg::ServerReport& report) {
  constexpr std::string_view kDataException = "22";
  constexpr std::string_view kIntegrityViolation = "23";
  return report.sqlstate.starts_with(kDataException) ||
         report.sqlstate.starts_with(kIntegrityViolation);
}

std::vector<QualifiedName> changed_tables(const diff::PlannedStatement& statement) {
  std::vector<QualifiedName> tables;
  for (const diff::Lock& lock : statement.locks) tables.push_back(lock.relation);
  for (ObjectId id : statement.ids) {
    while (const auto parent = parent_of(id)) id = *parent;
    if (id.kind == ObjectKind::relation) tables.push_back(id.qualified_name());
  }
  return tables;
}

}  // namespace pgplumb::workflow
