// A text that a regular expression takes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pgplumb::workflow {

// Of the plain forms: classes, groups, alternatives, repetitions, the usual escapes. Nothing for
// others. Not every answer need match: that is for the server to say.
[[nodiscard]] std::optional<std::string> text_matching(std::string_view pattern);

}  // namespace pgplumb::workflow
