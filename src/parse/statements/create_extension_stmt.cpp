// CREATE EXTENSION.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "parse/extension_members.hpp"
#include "parse/grants.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// Extensions whose control file names no namespace: they go where the search path says. Of others
// the text does not tell.
constexpr std::array<std::string_view, 40> kFollowPath = {
    "amcheck",        "autoinc",         "bloom",        "bool_plperl",
    "btree_gin",      "btree_gist",      "citext",       "cube",
    "dblink",         "dict_int",        "dict_xsyn",    "earthdistance",
    "file_fdw",       "fuzzystrmatch",   "hstore",       "insert_username",
    "intagg",         "intarray",        "isn",          "lo",
    "ltree",          "moddatetime",     "old_snapshot", "pageinspect",
    "pg_buffercache", "pg_freespacemap", "pg_prewarm",   "pg_stat_statements",
    "pg_trgm",        "pg_visibility",   "pgcrypto",     "pgrowlocks",
    "pgstattuple",    "postgres_fdw",    "refint",       "seg",
    "tablefunc",      "unaccent",        "uuid-ossp",    "vector"};

struct Dependency {
  std::string_view extension;
  std::string_view needs;
};
constexpr std::array<Dependency, 8> kDependencies = {{{"earthdistance", "cube"},
                                                      {"postgis_raster", "postgis"},
                                                      {"postgis_sfcgal", "postgis"},
                                                      {"postgis_tiger_geocoder", "postgis"},
                                                      {"postgis_tiger_geocoder", "fuzzystrmatch"},
                                                      {"postgis_topology", "postgis"},
                                                      {"pgrouting", "postgis"},
                                                      {"vectorscale", "vector"}}};

struct Options {
  Identifier space;
  std::string version;
  bool cascade = false;
};

Options options_of(const ::CreateExtensionStmt& statement) {
  Options options;
  for (const DefElem* option : sql::items<DefElem>(statement.options)) {
    const std::string_view name = option->defname;
    if (name == "schema") options.space = Identifier(sql::string_of(option->arg));
    if (name == "new_version") options.version = sql::string_of(option->arg);
    if (name == "cascade") options.cascade = true;
  }
  return options;
}

Identifier space_of(const std::string& extension, const Options& options, const Replay& replay) {
  if (!options.space.empty()) return options.space;
  const bool follows =
      std::find(kFollowPath.begin(), kFollowPath.end(), extension) != kFollowPath.end();
  if (!follows) return {};
  for (const std::string& space : replay.search_path()) {
    const Identifier name(space);
    if (replay.catalog().contains(object_id(ObjectKind::namespace_, name))) return name;
  }
  return {};
}

// A script that no superuser runs is run by the one that initdb made (trusted = true).
std::string owner_of_members(const ExtensionMember& member, const Replay& replay) {
  const auto running = replay.current_user();
  const auto& role_facts = replay.options().role_facts;
  const bool trusted = running && role_facts && !role_facts(*running).superuser;
  return trusted && !member.owner.empty() ? member.owner : replay.role().value_or("");
}

bool gives_something(const std::string& role, const Identifier& space, const Catalog& catalog) {
  const QualifiedName any{space.empty() ? Identifier("public") : space, Identifier("any")};
  return std::ranges::any_of(std::array{ObjectKind::relation, ObjectKind::sequence,
                                        ObjectKind::routine, ObjectKind::base_type},
                             [&](ObjectKind kind) {
                               return !default_access(catalog, role, object_id(kind, any)).empty();
                             });
}

// What default privileges give, unless the script itself says what it grants.
void give_members(const std::string& extension, const Identifier& space, Replay& replay) {
  const auto known = replay.catalog().extension_contents.find(extension);
  if (known == replay.catalog().extension_contents.end()) {
    if (!gives_something(replay.role().value_or(""), space, replay.catalog())) return;
    return replay.opaque("default privileges on what the extension brings", std::set<ObjectId>{});
  }
  for (const ExtensionMember& member : known->second) {
    const auto subject = subject_of(member);
    if (!subject || member.initial) continue;
    const std::string owner = owner_of_members(member, replay);
    for (auto& [grantee, held] : default_access(replay.catalog(), owner, *subject)) {
      put_privileges(privilege_on(*subject, grantee), held, replay);
    }
  }
}

void install(const std::string& name, const Options& options, Replay& replay) {
  const Identifier space = space_of(name, options, replay);
  if (const auto& contents = replay.options().extension_contents) {
    add_extension_members(name, space, contents(), replay.model());
  }
  replay.put(object_id(ObjectKind::extension, Identifier(name)), Extension{space, options.version});
  give_members(name, space, replay);
}

void install_dependencies(const std::string& name, const Options& options, Replay& replay) {
  for (const Dependency& dependency : kDependencies) {
    if (dependency.extension != name) continue;
    const std::string needed(dependency.needs);
    if (replay.model().contains(object_id(ObjectKind::extension, Identifier(needed)))) continue;
    install_dependencies(needed, options, replay);
    install(needed, {options.space, "", true}, replay);
  }
}

}  // namespace

void lower(const ::CreateExtensionStmt& statement, Replay& replay) {
  const std::string name = statement.extname;
  if (replay.model().contains(object_id(ObjectKind::extension, Identifier(name)))) {
    if (statement.if_not_exists) return;
    return replay.error(DiagnosticCode::duplicate_object,
                        "extension \"" + name + "\" exists already");
  }
  const Options options = options_of(statement);
  if (options.cascade) install_dependencies(name, options, replay);
  install(name, options, replay);
}

}  // namespace pgplumb::parse
