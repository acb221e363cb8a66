// A live database that is read in the background.
#pragma once

#include <future>

#include "base/diagnostic.hpp"
#include "pg/connection_url.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// Connects at once and waits for begin(). The destructor waits for the server.
class LiveRead {
 public:
  struct Outcome {
    Catalog catalog;
    Diagnostics diagnostics;
  };

  enum class Sessions { own, waits_for_session };
  explicit LiveRead(const pg::ConnectionUrl& url, Sessions sessions = Sessions::own);
  ~LiveRead();
  LiveRead(const LiveRead&) = delete;
  LiveRead& operator=(const LiveRead&) = delete;

  // From here on, what is committed meanwhile may not be seen. Once, before the functions below.
  void begin();

  // Lends a session of the same database: half of the read goes over it, so that nobody else uses
  // it before the read has ended. Once; a read that is made with `waits_for_session` waits for it.
  void lend(pg::Session& session);
  // Waits for the end of the read, so that what was lent is free again.
  void wait();

  // Waits until the server has told what its extensions hold, which it does first. Nothing when
  // the read has failed: catalog() says how. Valid as long as this object.
  [[nodiscard]] const ExtensionContents& extension_contents();
  // Waits for the rest; at most once. Throws what introspect::read_catalog throws.
  [[nodiscard]] Outcome catalog();

 private:
  Outcome read(const pg::ConnectionUrl& url, Sessions sessions);

  std::promise<bool> may_begin_;  // false: nobody wants the outcome
  bool has_begun_ = false;
  std::promise<pg::Session*> lent_;
  bool has_lent_ = false;
  std::promise<ExtensionContents> told_;
  bool has_told_ = false;  // of the reading thread
  std::shared_future<ExtensionContents> extensions_;
  std::future<Outcome> outcome_;  // last: its thread uses the others
};

}  // namespace pgplumb::workflow
