// How a subscription reaches its publisher, without the secrets in it.
#pragma once

#include <string>
#include <string_view>

#include "schema/verdict.hpp"

namespace pgplumb {

// Values of passwords are gone for good: only that there are some stays.
class ConnectionText {
 public:
  // Not known: the role that read it may not see it.
  ConnectionText() = default;
  // A connection string of libpq, as key words or as a URI; secrets are masked at once. One that
  // can't be read is masked as a whole.
  [[nodiscard]] static ConnectionText of(std::string_view conninfo);

  [[nodiscard]] bool known() const { return known_; }
  // With "***" for each secret.
  [[nodiscard]] const std::string& masked() const { return masked_; }
  [[nodiscard]] bool has_secrets() const { return has_secrets_; }
  // Without what is secret: fit for a statement, to which the secrets have to be added.
  [[nodiscard]] const std::string& without_secrets() const { return without_secrets_; }

 private:
  std::string masked_;
  std::string without_secrets_;
  bool has_secrets_ = false;
  bool known_ = false;
};

// Secrets are not compared.
[[nodiscard]] Verdict compare_value(const ConnectionText& current, const ConnectionText& desired);
[[nodiscard]] std::string describe(const ConnectionText& value);

}  // namespace pgplumb
