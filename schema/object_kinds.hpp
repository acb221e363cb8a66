// Every kind's type, the variant over them, and the mapping between type and kind.
#pragma once

#include <cstddef>
#include <utility>
#include <variant>

#include "schema/kinds/access_method.hpp"
#include "schema/kinds/aggregate.hpp"
#include "schema/kinds/attribute.hpp"
#include "schema/kinds/attribute_default.hpp"
#include "schema/kinds/base_type.hpp"
#include "schema/kinds/cast.hpp"
#include "schema/kinds/collation.hpp"
#include "schema/kinds/comment.hpp"
#include "schema/kinds/composite_type.hpp"
#include "schema/kinds/constraint.hpp"
#include "schema/kinds/conversion.hpp"
#include "schema/kinds/database_privilege.hpp"
#include "schema/kinds/database_setting.hpp"
#include "schema/kinds/default_privilege.hpp"
#include "schema/kinds/domain.hpp"
#include "schema/kinds/enum_type.hpp"
#include "schema/kinds/event_trigger.hpp"
#include "schema/kinds/extension.hpp"
#include "schema/kinds/extension_dependency.hpp"
#include "schema/kinds/foreign_data_wrapper.hpp"
#include "schema/kinds/foreign_server.hpp"
#include "schema/kinds/index.hpp"
#include "schema/kinds/language.hpp"
#include "schema/kinds/materialized_view.hpp"
#include "schema/kinds/namespace.hpp"
#include "schema/kinds/operator.hpp"
#include "schema/kinds/operator_class.hpp"
#include "schema/kinds/operator_family.hpp"
#include "schema/kinds/owner.hpp"
#include "schema/kinds/policy.hpp"
#include "schema/kinds/privilege.hpp"
#include "schema/kinds/publication.hpp"
#include "schema/kinds/published_schema.hpp"
#include "schema/kinds/published_table.hpp"
#include "schema/kinds/range_type.hpp"
#include "schema/kinds/relation.hpp"
#include "schema/kinds/routine.hpp"
#include "schema/kinds/rule.hpp"
#include "schema/kinds/security_label.hpp"
#include "schema/kinds/sequence.hpp"
#include "schema/kinds/shell_type.hpp"
#include "schema/kinds/statistics_object.hpp"
#include "schema/kinds/subscription.hpp"
#include "schema/kinds/text_search_configuration.hpp"
#include "schema/kinds/text_search_dictionary.hpp"
#include "schema/kinds/text_search_parser.hpp"
#include "schema/kinds/text_search_template.hpp"
#include "schema/kinds/transform.hpp"
#include "schema/kinds/trigger.hpp"
#include "schema/kinds/user_mapping.hpp"
#include "schema/kinds/view.hpp"
#include "schema/object_kind.hpp"

namespace pgplumb {

namespace detail {
template <typename... Types>
struct VariantOf {
  using type = std::variant<Types...>;
};
template <typename First, typename... Rest>
struct WithoutFirst : VariantOf<Rest...> {};
struct Nothing;
}  // namespace detail

// Alternatives stand in the order of ObjectKind, so index() is the kind.
using Object = detail::WithoutFirst<detail::Nothing
#define PGPLUMB_KIND(kind, Type, words, weight) , Type
                                        PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND
                                    >::type;

template <typename T>
struct KindOf;
#define PGPLUMB_KIND(kind, Type, words, weight)           \
  template <>                                             \
  struct KindOf<Type> {                                   \
    static constexpr ObjectKind value = ObjectKind::kind; \
  };
PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND

[[nodiscard]] inline ObjectKind kind_of(const Object& object) {
  return static_cast<ObjectKind>(object.index());
}

}  // namespace pgplumb
