#include "tests/unit/introspect/facts.hpp"

#include <algorithm>
#include <variant>

#include "schema/describe.hpp"

namespace pgplumb::introspect {
namespace {

bool in_every_database(const std::string& fact) {
  return fact == "schema public" || fact == "extension plpgsql schema pg_catalog";
}

}  // namespace

std::vector<std::string> facts_of(const Catalog& catalog, OwnerFacts owners) {
  std::vector<std::string> facts;
  for (const auto& [id, object] : catalog.objects()) {
    if (owners == OwnerFacts::hidden && id.kind == ObjectKind::owner) continue;
    std::string fact = described(id);
    const std::string fields =
        std::visit([](const auto& value) { return describe(value); }, object);
    if (!fields.empty()) fact += " " + fields;
    if (!in_every_database(fact)) facts.push_back(fact);
  }
  for (const Unmanaged& unmanaged : catalog.unmanaged)
    facts.push_back("unmanaged " + unmanaged.what);
  return facts;
}

}  // namespace pgplumb::introspect
