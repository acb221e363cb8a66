// The objects of a model but tables and their columns, one line each: kind, name, fields.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "parse/replay.hpp"
#include "schema/describe.hpp"

namespace pgplumb::parse {

struct Lines {
  std::string objects;
  std::string problems;  // "code: message", notes left out
};

inline std::string line_of(const ObjectId& id, const Object& object) {
  std::string line(name_of(id.kind));
  line += " " + shown(id);
  if (id.kind == ObjectKind::privilege)
    line += " to " + (id.grantee.empty() ? "PUBLIC" : id.grantee);
  const std::string fields = std::visit([](const auto& value) { return describe(value); }, object);
  return fields.empty() ? line : line + ": " + fields;
}

inline bool is_shown(const ObjectId& id) {
  const bool given = (id.kind == ObjectKind::namespace_ && id.name == "public") ||
                     (id.kind == ObjectKind::extension && id.name == "plpgsql");
  return !given && id.kind != ObjectKind::relation && id.kind != ObjectKind::attribute &&
         id.kind != ObjectKind::attribute_default;
}

inline Lines lines_after(const std::string& sql, const std::string& before = "") {
  Replay replay;
  if (!before.empty()) replay.run(std::make_shared<const SourceText>("before.sql", before));
  replay.run(std::make_shared<const SourceText>("test.sql", sql));
  Lines lines;
  for (const auto& [id, object] : replay.catalog().objects()) {
    if (!is_shown(id)) continue;
    if (!lines.objects.empty()) lines.objects += '\n';
    lines.objects += line_of(id, object);
  }
  for (const Diagnostic& problem : replay.diagnostics().all()) {
    if (problem.severity() == Severity::note) continue;
    if (!lines.problems.empty()) lines.problems += '\n';
    lines.problems.append(name_of(problem.code)).append(": ").append(problem.message);
  }
  return lines;
}

}  // namespace pgplumb::parse
