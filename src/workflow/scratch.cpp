#include "base/failure.hpp"
#include "workflow/state.hpp"

namespace pgplumb::workflow {

scratch::ScratchServer* Scratch::open() {
  if (tried_) return server_.get();
  tried_ = true;
  if (!allowed_) {
    reason_ = "no scratch server is used (--offline)";
    return nullptr;
  }
  auto opened = scratch::ScratchServer::open(options_);
  if (!opened) {
    reason_ = opened.error().message;
    return nullptr;
  }
  server_ = std::move(opened).value();
  return server_.get();
}

void Scratch::want_major(int major) {
  if (!options_.wanted_major) options_.wanted_major = major;
}

}  // namespace pgplumb::workflow
