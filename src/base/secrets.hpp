// Passwords in SQL text: which names they stand behind, and text that is fit to be shown.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

// Whether what has that name is a password, a token or a key ("sslpassword", "client_secret").
// "password_required" and its like are switches.
[[nodiscard]] bool names_secret(std::string_view name);

// The line with each character of a quoted text behind such a name, or of what is assigned to it,
// replaced by '*': as long as it was, so that places in it stay where they are.
[[nodiscard]] std::string with_hidden_secrets(std::string_view line);

}  // namespace pgplumb
