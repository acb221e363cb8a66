// CREATE, or CREATE OR REPLACE.
#pragma once

namespace pgplumb::diff {

// How an object that knows OR REPLACE is written.
enum class CreateForm { create, replace };

}  // namespace pgplumb::diff
