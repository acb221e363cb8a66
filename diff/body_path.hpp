// Whether a routine's body, which is only text, can be understood where the plan runs.
#pragma once

#include "schema/catalog.hpp"

namespace pgplumb::diff {

// Whether the body names, without a schema, what stands in another schema than public: it was
// written under a search path that the plan does not have, and the server would refuse it.
[[nodiscard]] bool needs_other_path(const Routine& routine, const Catalog& catalog);

// Whether the body names what the desired state does not have any more: a body that was accepted
// before that went stays as it is.
[[nodiscard]] bool names_what_goes(const Routine& routine, const Catalog& current,
                                   const Catalog& desired);

// The same of what went, or was called otherwise, on the way to the desired state.
[[nodiscard]] bool names_what_went(const Routine& routine, const Catalog& desired);

// Whether it runs as a role that it sets itself: as that the server checks its body, and what the
// role may do then is given later.
[[nodiscard]] bool runs_as_another_role(const Routine& routine);

}  // namespace pgplumb::diff
