// The variables of a .env file.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace pgplumb::cli {

using Variables = std::map<std::string, std::string, std::less<>>;

// Lines of NAME=VALUE, "export" in front allowed. 'single quotes' take the text as it is; "double
// quotes" know \n, \t, \", \\ and \$; both may span lines. A bare value ends at " #". Comments,
// empty lines and lines of any other form (other programs read the file too) are passed over. Of a
// name that is set twice, the last counts.
[[nodiscard]] Variables parse_dotenv(std::string_view text);

}  // namespace pgplumb::cli
