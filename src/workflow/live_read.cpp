#include "workflow/live_read.hpp"

#include <utility>

#include "base/failure.hpp"
#include "introspect/read_catalog.hpp"

namespace pgplumb::workflow {

LiveRead::LiveRead(const pg::ConnectionUrl& url, Sessions sessions)
    : extensions_(told_.get_future().share()),
      outcome_(
          std::async(std::launch::async, [this, url, sessions] { return read(url, sessions); })) {}

LiveRead::~LiveRead() {
  if (!has_begun_) may_begin_.set_value(false);
  if (!has_lent_) lent_.set_value(nullptr);
}

void LiveRead::begin() {
  has_begun_ = true;
  may_begin_.set_value(true);
}

void LiveRead::lend(pg::Session& session) {
  has_lent_ = true;
  lent_.set_value(&session);
}

void LiveRead::wait() { outcome_.wait(); }

LiveRead::Outcome LiveRead::read(const pg::ConnectionUrl& url, Sessions sessions) {
  introspect::ReadOptions options;
  if (sessions == Sessions::waits_for_session) options.second = lent_.get_future().share();
  options.before_snapshot = [begun = may_begin_.get_future().share()] {
    if (!begun.get()) throw Failure("the read was given up");
  };
  const auto tell = [this](const ExtensionContents& contents) {
    if (!std::exchange(has_told_, true)) told_.set_value(contents);
  };
  options.on_extension_contents = tell;
  Outcome outcome;
  try {
    outcome.catalog = introspect::read_catalog(url, options, outcome.diagnostics);
  } catch (...) {
    tell({});
    throw;
  }
  return outcome;
}

const ExtensionContents& LiveRead::extension_contents() { return extensions_.get(); }

LiveRead::Outcome LiveRead::catalog() { return outcome_.get(); }

}  // namespace pgplumb::workflow
