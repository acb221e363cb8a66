// Times single stages of pgplumb inside one process: one line per run, "STAGE MILLISECONDS".
//
//   stages replay FILE RUNS        parse and replay of one SQL file on an empty database
//   stages introspect URL RUNS     one read of a live database, canonical form included
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "base/files.hpp"
#include "introspect/read_catalog.hpp"
#include "parse/replay.hpp"

namespace {

using Clock = std::chrono::steady_clock;

template <typename Run>
void time_runs(const char* stage, int runs, Run&& run) {
  for (int i = 0; i <= runs; ++i) {
    const auto start = Clock::now();
    const std::size_t objects = run();
    const std::chrono::duration<double, std::milli> spent = Clock::now() - start;
    if (i > 0) std::printf("%s %.3f %zu\n", stage, spent.count(), objects);  // the first warms up
  }
}

std::size_t replay(const std::string& path) {
  pgplumb::parse::Replay replay;
  replay.run(std::make_shared<const pgplumb::SourceText>(path, pgplumb::read_file(path)));
  return replay.catalog().size();
}

std::size_t introspect(const pgplumb::pg::ConnectionUrl& url) {
  pgplumb::Diagnostics diagnostics;
  return pgplumb::introspect::read_catalog(url, {}, diagnostics).size();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "usage: stages replay FILE RUNS | stages introspect URL RUNS\n");
    return 64;
  }
  const std::string stage = arguments[1];
  const int runs = std::atoi(arguments[3]);
  if (stage == "replay") {
    time_runs("replay", runs, [&] { return replay(arguments[2]); });
  } else {
    const auto url = pgplumb::pg::ConnectionUrl::parse(arguments[2]);
    if (!url) return 64;
    time_runs("introspect", runs, [&] { return introspect(*url); });
  }
  return 0;
}
