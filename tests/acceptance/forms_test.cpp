// Each form of a command that the documentation shows: the server and the replay make the same of
// it.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "diff/compare.hpp"
#include "schema/catalog_pair.hpp"
#include "sql/parse.hpp"
#include "tests/acceptance/form_file.hpp"
#include "tests/acceptance/states.hpp"
#include "tests/support/throwaway_fixture.hpp"
#include "workflow/rename_options.hpp"
#include "workflow/text_state.hpp"

namespace pgplumb::acceptance {
namespace {

class Forms : public testing::ThrowawayTest, public ::testing::WithParamInterface<std::string> {
 protected:
  void SetUp() override {
    ThrowawayTest::SetUp();
    static bool prepared = false;  // roles and tablespaces are the server's
    if (server() == nullptr || prepared) return;
    prepared = true;
    pg::Session session = connect();
    session.execute(R"(do $$
declare name text;
begin
  foreach name in array array['anna', 'bert', 'carl'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I', name);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'admin') then
    create role admin superuser;
  end if;
end $$)");
    make_tablespace(session);
  }

  // Its files are put beside the data of the server, and go with them.
  static void make_tablespace(pg::Session& session) {
    if (!session.query("select from pg_tablespace where spcname = 'fast'").empty()) return;
    const std::string folder =
        session.query("select current_setting('data_directory') || '/fast'").front().string(0);
    session.execute("copy (select) to program 'cat >/dev/null; mkdir -p \"" + folder + "\"'");
    session.execute("create tablespace fast location " + session.quote_literal(folder));
  }
};

migrations::Source source_of(const Form& form, const std::string& directive = "") {
  return std::make_shared<const SourceText>(form.name, directive + form.sql);
}

// Statement by statement, as psql runs it.
migrations::Source autocommit(const Form& form) {
  return source_of(form, "-- pgplumb: no-transaction\n");
}

void require_said(const std::optional<std::string>& expected, const std::vector<Unmanaged>& said,
                  const std::string& where, Problems& problems) {
  bool found = false;
  for (const Unmanaged& one : said) {
    const bool wanted = expected && one.what.starts_with(*expected);
    found = found || wanted;
    if (!wanted) problems.push_back(where + ": " + one.what);
  }
  if (expected && !found) problems.push_back(where + ": nothing is said of " + *expected);
}

Catalog replayed_form(const Form& form, const parse::ReplayOptions& options, Problems& problems) {
  workflow::SqlFiles files;
  files.files = {source_of(form)};
  workflow::TextState state = workflow::replay(files, options);
  for (const Diagnostic& one : state.diagnostics.all()) {
    const bool said = one.code == DiagnosticCode::unmanaged_statement ||
                      one.code == DiagnosticCode::opaque_statement;
    if (one.severity() != Severity::note && !said) problems.push_back("replay: " + render(one));
  }
  return std::move(state.catalog);
}

bool is_syntax_error(const Form& form) { return sql::check_syntax(source_of(form)).has_errors(); }

Problems problems_of_refused(const Form& form, scratch::ScratchServer& server) {
  if (is_syntax_error(form)) return {};  // by the parser of both
  Problems problems;
  Problems refusal;
  workflow::ScratchBuild database(server, workflow::Transactions::per_file);
  if (build(database, autocommit(form), refusal)) problems.push_back("the server takes it");
  Problems errors;
  const Catalog live = database.read();
  replayed_form(form, replay_for(live, database.session()), errors);
  if (form.by_circumstances) {
    for (const std::string& error : errors) problems.push_back("no text tells that: " + error);
  } else if (errors.empty()) {
    problems.push_back("the replay takes it");
  }
  return problems;
}

// What the text says of itself, and what it says beyond what the form expects.
Catalog text_of(const Form& form, const Catalog& live, pg::Session& session, Problems& problems) {
  Catalog text = replayed_form(form, replay_for(live, session), problems);
  require_said(form.unmanaged, text.unmanaged, "unmanaged in the text", problems);
  require_said(form.opaque, text.opaque, "opaque", problems);
  if (!form.unmanaged) require_said({}, live.unmanaged, "unmanaged on the server", problems);
  return text;
}

// In a transaction that is rolled back: a database of its own takes three times as long. Nothing is
// known where this fails, or leaves something open to ask a server that keeps the objects.
bool agrees_in_transaction(const Form& form, workflow::ScratchBuild& shared) {
  if (form.refused || form.opaque || form.open) return false;
  const migrations::Source source = source_of(form);
  Diagnostics ignored;
  if (!migrations::read_script(source, ignored).transactional) return false;
  const auto live = shared.try_out(source);
  if (!live) return false;
  Problems problems;
  Catalog text = text_of(form, *live, shared.session(), problems);
  if (!problems.empty()) return false;
  Catalog server = *live;
  reconcile(text, server);
  return diff::compare(text, server, workflow::compare_options({})).same();
}

Problems problems_of(const Form& form, scratch::ScratchServer& server) {
  if (form.refused) return problems_of_refused(form, server);
  Problems problems;
  workflow::ScratchBuild database(server, workflow::Transactions::per_file);
  if (!build(database, autocommit(form), problems)) return problems;
  Catalog live = database.read();
  Catalog text = text_of(form, live, database.session(), problems);
  if (form.opaque) return problems;
  require_agreement(std::move(text), std::move(live), database.session(), "form", problems);
  return problems;
}

void check(const FormFile& file, const Form& form, scratch::ScratchServer& server,
           workflow::ScratchBuild& shared) {
  const int major = server.server_major();
  const int grammar = sql::grammar_major();
  if (major < form.since || (form.until != 0 && major > form.until)) return;
  const std::string place = file.name + ".sql:" + std::to_string(form.line) + ": " + form.name;
  if (grammar < form.grammar_since || (form.grammar_until != 0 && grammar > form.grammar_until)) {
    EXPECT_TRUE(is_syntax_error(form)) << place << ": this parser reads it";
    return;
  }
  if (agrees_in_transaction(form, shared)) return;
  const Problems problems = problems_of(form, server);
  if (form.open && major >= form.open_since) {
    EXPECT_FALSE(problems.empty()) << place << ": holds now; not open any more: " << *form.open;
    return;
  }
  for (const std::string& problem : problems) ADD_FAILURE() << place << ": " << problem;
}

TEST_P(Forms, ServerAndTextHoldTheSame) {
  const FormFile file = read_forms(GetParam());
  EXPECT_FALSE(file.forms.empty()) << "no form in it";
  workflow::ScratchBuild shared(*server(), workflow::Transactions::per_file);
  for (const Form& form : file.forms) check(file, form, *server(), shared);
}

INSTANTIATE_TEST_SUITE_P(Commands, Forms, ::testing::ValuesIn(form_file_names()),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace pgplumb::acceptance
