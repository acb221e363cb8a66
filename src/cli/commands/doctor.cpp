#include <chrono>

#include "cli/commands.hpp"
#include "migrations/directory.hpp"
#include "pg/connection_error.hpp"
#include "pg/pooler.hpp"
#include "sql/parse.hpp"
#include "workflow/migrate.hpp"
#include "workflow/untaken_history.hpp"

namespace pgplumb::cli {
namespace {

// One line for each thing looked at; what is wrong does not stop the rest.
class Doctor {
 public:
  explicit Doctor(Context& context) : context_(context), output_(context.output()) {}

  ExitCode run() {
    look_at_configuration();
    look_at_folder();
    look_at_database();
    look_at_scratch();
    output_.result_line(failures_ == 0 ? "nothing is wrong"
                                       : std::to_string(failures_) +
                                             (failures_ == 1 ? " problem" : " problems"));
    return failures_ == 0 ? ExitCode::clean : ExitCode::failed;
  }

 private:
  void good(const std::string& text) { output_.result_line("ok    " + text); }
  void odd(const std::string& text) { output_.result_line("note  " + text); }
  void bad(const std::string& text) {
    ++failures_;
    output_.result_line("FAIL  " + text);
  }

  void look_at_configuration() {
    const auto& file = context_.configuration_file();
    good(file ? "configuration: " + printable(file->string())
              : "configuration: no pgplumb.yaml here, the defaults hold");
    if (!context_.environment_name().empty()) {
      good("environment: " + printable(context_.environment_name()));
    }
  }

  void look_at_folder() {
    const auto folder = context_.migrations_folder();
    Diagnostics diagnostics;
    const auto all = migrations::read_directory(folder, diagnostics);
    std::size_t without_down = 0;
    for (const migrations::Migration& one : all) {
      diagnostics.append(sql::check_syntax(one.up));
      if (one.down) diagnostics.append(sql::check_syntax(one.down));
      if (!one.down) ++without_down;
    }
    output_.diagnostics(diagnostics);
    const std::string text =
        "migrations: " + std::to_string(all.size()) + " in " + printable(folder.string());
    diagnostics.has_errors() ? bad(text + ", with problems") : good(text);
    if (without_down > 0) {
      odd("migrations: " + std::to_string(without_down) + " without a way down");
    }
  }

  void look_at_database() {
    try {
      pg::Session session = context_.connect();
      good("connection: " + session.url().masked() + ", as " + printable(session.user()) +
           " to database " + printable(session.database()));
      look_at_server(session);
      look_at_rights(session);
      look_at_history(session);
    } catch (const UsageError& error) {
      bad(std::string("connection: ") + error.what());
    } catch (const pg::ConnectionError& error) {
      bad(std::string("connection: ") + error.what());
    } catch (const pg::ServerError& error) {
      bad(std::string("server: ") + error.what());
    }
  }

  void look_at_server(pg::Session& session) {
    constexpr int kOldest = 14;
    constexpr int kNewest = 18;
    const std::string text = "server: PostgreSQL " + session.parameter_status("server_version");
    if (session.server_major() < kOldest) return bad(text + " is older than 14");
    session.server_major() > kNewest ? odd(text + " is newer than pgplumb knows (18)") : good(text);
    if (session.parameter_status("in_hot_standby") == "on") {
      odd("server: a standby, so nothing can be applied, and expressions can't be settled there");
    }
    if (context_.is_protected(session)) good("server: treated as protected");
    if (pg::pools_transactions(session)) {
      bad("connection: a pooler hands out server connections per transaction, so neither locks nor "
          "settings hold; use the server itself or pool_mode = session");
    }
  }

  void look_at_rights(pg::Session& session) {
    const auto& space = context_.configuration().history.space;
    const auto row = session.query(R"(
      select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE'),
             pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMP'),
             (select pg_catalog.has_schema_privilege(n.oid, 'CREATE')
              from pg_catalog.pg_namespace n where n.nspname = $1),
             pg_catalog.has_table_privilege('pg_catalog.pg_class', 'SELECT'))",
                                   {space});
    const auto first = row.front();
    first.boolean(0) ? good("right to create schemas")
                     : odd("no right to create schemas in this database");
    first.boolean(1) ? good("right to make temporary objects")
                     : odd("no right to make temporary objects: verify can't ask this server what "
                           "the text leaves open");
    if (first.is_null(2)) {
      odd("schema " + printable(space) + " for the history is not there yet");
    } else if (first.boolean(2)) {
      good("right to create in schema " + printable(space));
    } else {
      odd("no right to create in schema " + printable(space) + ", where the history table belongs");
    }
    first.boolean(3) ? good("right to read the catalogs") : bad("the catalogs can't be read");
  }

  void look_at_history(pg::Session& session) {
    migrations::History history(session, context_.configuration().history);
    try {
      if (context_.configuration().policies.foreign == migrations::Policy::error) {
        const auto untaken = workflow::untaken_histories(session, history);
        if (!untaken.empty()) return bad("history: " + workflow::about_untaken(untaken));
      }
      if (!history.exists()) return good("history: none yet");
      const auto applied = history.applied();
      good("history: " + std::to_string(applied.size()) + " applied");
    } catch (const Failure& error) {
      bad(std::string("history: ") + error.what());
    }
  }

  void look_at_scratch() {
    workflow::Scratch scratch = context_.scratch(false);
    const auto* server = scratch.open();
    server != nullptr ? good("scratch server: " + server->describe())
                      : odd("scratch server: none, so nothing can be proved: " + scratch.reason());
  }

  Context& context_;
  Output& output_;
  int failures_ = 0;
};

ExitCode run_doctor(Context& context) { return Doctor(context).run(); }

}  // namespace

void add_doctor(Program& program) {
  program.add("doctor",
              "Look at the configuration, the folder, the connection, the rights and the scratch "
              "server",
              {}, run_doctor);
}

}  // namespace pgplumb::cli
