// What other tools keep of a file's text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pgplumb::migrations {

// Whether `text` is the file of which this tool keeps `recorded`, whatever its line ends are.
// Nothing: that tool keeps nothing of it that is known here, or kept nothing this time.
[[nodiscard]] std::optional<bool> is_text_of(const std::string& tool, std::string_view text,
                                             const std::string& recorded);

}  // namespace pgplumb::migrations
