// SQL files built for real, in a scratch database.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "base/diagnostic.hpp"
#include "migrations/migration.hpp"
#include "pg/connection_url.hpp"
#include "pg/server_error.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"
#include "scratch/scratch_server.hpp"
#include "sql/parse.hpp"
#include "workflow/text_state.hpp"

namespace pgplumb::workflow {

// Whether a file runs as one transaction (a migration, where it can) or statement by statement.
enum class Transactions { per_file, per_statement };

[[nodiscard]] Transactions transactions_of(const SqlFiles& files);

// A scratch database that SQL files are run in, one after the other, statement by statement.
// Roles that a statement names and the server lacks are created there (without login), because they
// are no part of a schema. On a throwaway server those of the real one are there from the start,
// and those that the text makes go with the build.
class ScratchBuild {
 public:
  ScratchBuild(scratch::ScratchServer& server, Transactions transactions,
               const Surroundings& surroundings = {});
  ~ScratchBuild();
  ScratchBuild(const ScratchBuild&) = delete;
  ScratchBuild& operator=(const ScratchBuild&) = delete;

  // Runs the rest of `file`: all of it, or up to and including the statement that begins at
  // `last_offset`. Statements of it that ran before are not run again.
  // The first statement that the server refuses is the diagnostic, with its position.
  std::optional<Diagnostic> run(const migrations::Source& file,
                                std::optional<std::size_t> last_offset = std::nullopt);
  // What the server said about the statement that the last run ended with; nothing: it did not.
  [[nodiscard]] const std::optional<pg::ServerReport>& refusal() const { return refusal_; }
  // Runs that statement again, and the rest of its file.
  std::optional<Diagnostic> retry();
  // What the database would hold after the file, which is rolled back. Only of a file that runs in
  // one transaction.
  Result<Catalog> try_out(const migrations::Source& file);
  // All files, to the first failure.
  std::optional<Diagnostic> run(const SqlFiles& files);

  // What the database holds now, canonical; also in the middle of a file.
  [[nodiscard]] Catalog read();

  // Security labels of providers that the server does not load are passed over instead of refused;
  // what is read then lacks them.
  void leave_out_unknown_labels() { leaves_labels_ = true; }

  [[nodiscard]] pg::Session& session() { return session_; }
  [[nodiscard]] const pg::ConnectionUrl& url() const { return database_.url(); }

 private:
  std::set<std::string> present_roles();
  void make_roles(const Surroundings& surroundings);
  void drop_roles();
  void begin_file(const migrations::Source& file);
  void end_file();
  void renew_session();
  void drop_subscriptions();
  void forget_slot(const std::string& subscription);
  std::optional<Diagnostic> keep_from_publisher(const migrations::ScriptStatement& statement);
  std::optional<Diagnostic> control_transaction(const migrations::ScriptStatement& statement);
  std::optional<Diagnostic> run_statement(const migrations::ScriptStatement& statement);
  // Of a role that the text takes for granted; false: refused.
  bool make_stand_in(const std::string& role);
  void look_around();

  scratch::ScratchDatabase database_;
  pg::ConnectionUrl sessions_;  // that run the text
  pg::Session session_;
  std::string role_;
  std::optional<std::set<std::string>> roles_before_;  // of a throwaway server
  Transactions transactions_;
  bool in_transaction_ = false;  // one of ours around a file, or one that the text began
  bool leaves_labels_ = false;
  std::optional<pg::ServerReport> refusal_;
  std::string settings_;        // of the database, when the session began
  migrations::Source current_;  // file in progress
  migrations::Script script_;
  std::size_t next_ = 0;  // first statement of it that has not run
};

// The state after a statement that the text does not explain: everything up to it is run on the
// scratch server, and its catalogs are read.
class ScratchResolver : public parse::OpaqueResolver {
 public:
  // `open` is called once, when the first statement asks; nothing = there is no server.
  ScratchResolver(std::function<scratch::ScratchServer*()> open, Transactions transactions,
                  Surroundings surroundings = {});
  ~ScratchResolver() override;

  // To be called before each file of the replay.
  void begin_file(const migrations::Source& file);

  std::optional<Catalog> state_after(const sql::Statement& statement,
                                     const Catalog& before) override;
  // Why the server could not follow the text; empty when it could.
  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  std::function<scratch::ScratchServer*()> open_;
  Transactions transactions_;
  Surroundings surroundings_;
  std::unique_ptr<ScratchBuild> build_;
  std::vector<migrations::Source> waiting_;  // begun, and not run to their end
  bool failed_ = false;
  Diagnostics diagnostics_;
};

}  // namespace pgplumb::workflow
