// Names that extensions bring along.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::parse {

// The member of an installed extension that a written name ([namespace.]name) means along `path`.
[[nodiscard]] std::optional<QualifiedName> find_extension_member(
    const std::vector<std::string>& names, ExtensionMember::Kind kind, const Catalog& catalog,
    const SearchPath& path);

// Whether a name without a namespace means one of pg_catalog, which is searched first.
[[nodiscard]] bool is_built_in(const std::string& name, ExtensionMember::Kind kind);

// Whether the name may stand for something outside the model: one of pg_catalog, a known member of
// an extension, or anything while an installed extension's contents are not known.
[[nodiscard]] bool may_be_outside(const std::vector<std::string>& names, ExtensionMember::Kind kind,
                                  const Catalog& catalog, const SearchPath& path);
// The same for what is to be dropped or renamed: no bare name means what is built in then.
[[nodiscard]] bool may_be_member(const std::vector<std::string>& names, ExtensionMember::Kind kind,
                                 const Catalog& catalog, const SearchPath& path);

// The same for what stands in no namespace (languages, foreign-data wrappers, access methods …).
[[nodiscard]] bool is_plain_member(const std::string& name, const Catalog& catalog);

// Whether something may depend on an extension whose contents are not known: it names what neither
// the model nor PostgreSQL itself has.
[[nodiscard]] bool may_use_extension(const std::string& extension, const Catalog& catalog);

// Notes what `extension` holds, moved into the namespace it was installed in.
void add_extension_members(const std::string& extension, const Identifier& space,
                           const ExtensionContents& contents, Catalog& catalog);

}  // namespace pgplumb::parse
