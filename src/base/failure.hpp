// The world failed: a file, a process, a server. Thrown, and caught once, in main.cpp.
#pragma once

#include <stdexcept>
#include <string>

namespace pgplumb {

// `what()` is a sentence for the user without secrets; the program ends with exit code "failed".
class Failure : public std::runtime_error {
 public:
  explicit Failure(const std::string& message) : std::runtime_error(message) {}
};

// Something that pgplumb will not do as asked (a hazard, a protected environment, a policy).
class Refused : public Failure {
 public:
  using Failure::Failure;
};

// The command line or the configuration is wrong.
class UsageError : public Failure {
 public:
  using Failure::Failure;
};

}  // namespace pgplumb
