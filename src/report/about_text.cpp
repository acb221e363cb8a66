#include "report/about_text.hpp"

#include <algorithm>
#include <variant>

#include "base/diagnostic.hpp"
#include "schema/describe.hpp"
#include "schema/running_role.hpp"

namespace pgplumb::report {
namespace {

using diff::Change;

// Text leaves the owner to the role that runs it: the one that most of a database belongs to.
std::string owner_on(const std::optional<Object>& fact, const ComparisonReport& report) {
  if (fact) return std::get<Owner>(*fact).role;
  const auto& current = report.current_state.default_owner;
  const auto& usual = current ? current : report.desired_state.default_owner;
  return "whoever runs them" + (usual ? " (" + *usual + ")" : std::string());
}

std::string comment_on(const std::optional<Object>& fact, const ObjectId& subject) {
  std::string text(is_public_namespace(subject) ? kPublicComment : "");
  if (fact) text = std::get<Comment>(*fact).text;
  return text.empty() ? text : "\"" + text + "\"";
}

std::string label_on(const std::optional<Object>& fact) {
  return fact ? "\"" + std::get<SecurityLabel>(*fact).label + "\"" : "";
}

// Text that names no owner means the one that the server has.
std::string owner_of(const Catalog& catalog, const Catalog& other, const ObjectId& subject) {
  const ObjectId id = about(ObjectKind::owner, subject);
  for (const Catalog* state : {&catalog, &other}) {
    if (const auto* owner = state->get<Owner>(id)) return owner->role;
    const std::string role =
        is_public_namespace(subject) ? state->public_owner : state->default_owner.value_or("");
    if (!role.empty()) return role;
  }
  return is_public_namespace(subject) ? "pg_database_owner" : "";
}

// Without a fact, PUBLIC and the owner hold what a new object gives them.
std::string privileges_on(const std::optional<Object>& fact, const ObjectId& id,
                          const Catalog& catalog, const Catalog& other) {
  if (fact) return describe(std::get<Privilege>(*fact));
  const ObjectId subject = *parent_of(id);
  Privilege initial;
  if (id.grantee.empty()) {
    const int version = std::max(catalog.server_version, other.server_version);
    initial.privileges = initial_of_everybody(subject, version);
  } else if (id.grantee == owner_of(catalog, other, subject)) {
    const int version = std::max(catalog.server_version, other.server_version);
    initial.privileges = owner_default_privileges(subject.kind, version);
  }
  return describe(initial);
}

std::string grantee_of(const ObjectId& id) {
  if (id.grantee == kRunningRole) return "whoever runs the text";
  return id.grantee.empty() ? "PUBLIC" : printable(id.grantee);
}

// What one side has as the owner, the other may grant in so many words.
AboutText about_privilege(const ComparisonReport& report, const Change& change) {
  const ObjectId& id = change.id;
  AboutText text;
  text.subject = *parent_of(id);
  text.field = "privileges of " + grantee_of(id);
  text.current = privileges_on(change.current, id, report.current_state, report.desired_state);
  text.desired = privileges_on(change.desired, id, report.desired_state, report.current_state);
  if (text.current != text.desired) return text;
  (change.current ? text.desired : text.current) += " as the owner";
  return text;
}

std::string default_grants(const std::optional<Object>& fact, const ObjectId& id) {
  if (fact) return describe(std::get<DefaultPrivilege>(*fact));
  return describe(DefaultPrivilege{initial_default_privileges(id), ""});
}

std::string default_on(const std::optional<Object>& fact) {
  return fact ? describe(std::get<AttributeDefault>(*fact).expression) : "";
}

bool is_generated(const std::optional<Object>& fact) {
  return fact && std::get<AttributeDefault>(*fact).generated;
}

AboutText about_default(const Change& change) {
  AboutText text;
  text.subject = change.id;
  text.subject.kind = ObjectKind::attribute;
  const bool generated = is_generated(change.current) || is_generated(change.desired);
  text.field = generated ? "generation expression" : "default";
  text.current = default_on(change.current);
  text.desired = default_on(change.desired);
  return text;
}

std::optional<AboutText> pieces(const ComparisonReport& report, const Change& change) {
  const ObjectId& id = change.id;
  switch (id.kind) {
    case ObjectKind::owner:
      return AboutText{*parent_of(id),
                       "owner",
                       owner_on(change.current, report),
                       owner_on(change.desired, report),
                       {}};
    case ObjectKind::comment:
      return AboutText{*parent_of(id),
                       "comment",
                       comment_on(change.current, *parent_of(id)),
                       comment_on(change.desired, *parent_of(id)),
                       {}};
    case ObjectKind::privilege: return about_privilege(report, change);
    case ObjectKind::default_privilege:
      return AboutText{id,
                       "privileges",
                       default_grants(change.current, id),
                       default_grants(change.desired, id),
                       {}};
    case ObjectKind::security_label:
      return AboutText{*parent_of(id),
                       "security label by " + printable(id.grantee),
                       label_on(change.current),
                       label_on(change.desired),
                       {}};
    case ObjectKind::attribute_default: return about_default(change);
    default: return std::nullopt;
  }
}

}  // namespace

std::optional<AboutText> about_text(const ComparisonReport& report, const Change& change) {
  std::optional<AboutText> text = pieces(report, change);
  if (!text) return std::nullopt;
  const Catalog& desired = report.desired_state;
  // Text that took a fact back says more than text that made its subject.
  if (change.verb == diff::Verb::drop) {
    const auto dropped = desired.dropped.find(change.id);
    if (dropped != desired.dropped.end()) text->origin = dropped->second;
  }
  const auto set = desired.provenance.find(change.id);
  if (set != desired.provenance.end()) text->origin = set->second;
  if (!text->origin.known()) text->origin = origin_of(desired, text->subject);
  return text;
}

}  // namespace pgplumb::report
