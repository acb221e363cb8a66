#include "report/comparison_report.hpp"

#include <optional>

namespace pgplumb::report {
namespace {

SourceSpan nearest(const Places& places, const ObjectId& id) {
  for (std::optional<ObjectId> one = id; one; one = parent_of(*one)) {
    const auto found = places.find(*one);
    if (found != places.end()) return found->second;
  }
  return {};
}

}  // namespace

SourceSpan origin_of(const Catalog& catalog, const ObjectId& id) {
  return nearest(catalog.provenance, id);
}

SourceSpan drop_of(const Catalog& catalog, const ObjectId& id) {
  return nearest(catalog.dropped, id);
}

}  // namespace pgplumb::report
