// Loads the two states of a comparison and settles what their texts leave open.
#include <algorithm>
#include <map>
#include <utility>

#include "base/failure.hpp"
#include "diff/rename.hpp"
#include "migrations/directory.hpp"
#include "schema/catalog_pair.hpp"
#include "sql/time_zones.hpp"
#include "workflow/clock_readings.hpp"
#include "workflow/explain.hpp"
#include "workflow/ignore.hpp"
#include "workflow/live_read.hpp"
#include "workflow/rename_options.hpp"
#include "workflow/roles.hpp"
#include "workflow/scratch_build.hpp"
#include "workflow/settle.hpp"
#include "workflow/state.hpp"
#include "workflow/surroundings.hpp"
#include "workflow/untaken_history.hpp"
#include "workflow/written_text.hpp"

namespace pgplumb::workflow {
namespace {

// A state and, where it came from text, the files.
struct Loaded {
  Catalog catalog;
  std::optional<SqlFiles> files;
  std::vector<diff::RenameHint> renames;
};

SqlFiles files_of(const MigrationsState& state, Diagnostics& diagnostics) {
  std::vector<migrations::Migration> all = migrations::read_directory(state.folder, diagnostics);
  if (state.version) {
    const migrations::Version last(*state.version);
    const bool known = std::any_of(
        all.begin(), all.end(), [&](const migrations::Migration& m) { return m.version == last; });
    if (!known) {
      throw Failure("there is no migration of version " + printable(last.text()) + " in " +
                    printable(state.folder.string()));
    }
    std::erase_if(all, [&](const migrations::Migration& m) { return m.version > last; });
  }
  return up_files(all);
}

// With nothing to read, everything would pass for missing.
void require_text(const Diagnostics& diagnostics) {
  for (const Diagnostic& one : diagnostics.all()) {
    if (one.code == DiagnosticCode::folder_missing) throw Failure(one.message);
  }
}

std::string with_maintain(const std::string& built, const std::string& said) {
  std::string known = said;
  return std::erase(known, 'm') > 0 && known == built ? said : built;
}

// MAINTAIN, which the scratch server does not know, stays where the text gives all the rest that
// the server shows.
template <typename T>
void keep_maintain(const Catalog& text, Catalog& state) {
  if (knows_maintain(state.server_version)) return;
  std::vector<std::pair<ObjectId, T>> kept;
  for (const auto [id, built] : state.all<T>()) {
    const T* said = text.get<T>(id);
    if (said == nullptr) continue;
    T fact = built;
    fact.privileges = with_maintain(built.privileges, said->privileges);
    fact.grant_option = with_maintain(built.grant_option, said->grant_option);
    if (fact.privileges != built.privileges) kept.emplace_back(id, std::move(fact));
  }
  for (auto& [id, fact] : kept) *state.get<T>(id) = std::move(fact);
}

// What the scratch server's database has of a kind that the text says nothing of is its own.
template <typename T>
void leave_unsaid(const Catalog& text, Catalog& state) {
  if (!text.all<T>().empty()) return;
  std::vector<ObjectId> own;
  for (const auto [id, fact] : state.all<T>()) own.push_back(id);
  for (const ObjectId& id : own) state.erase(id);
}

using Owners = std::map<ObjectId, Owner>;

Owners owners_of(const Catalog& state) {
  Owners owners;
  for (const auto [id, owner] : state.all<Owner>()) owners.emplace(id, owner);
  return owners;
}

class Comparer {
 public:
  Comparer(const CompareInput& input, Scratch& scratch) : input_(input), scratch_(scratch) {}

  // The live side's server knows roles and settings. Not owned.
  void ask(pg::Session& session) {
    role_facts_ = role_facts_of(session);
    server_ = &session;
  }

  // Whom that belongs to on the live side which the text names no owner of.
  void know_owner(std::optional<std::string> role) { known_owner_ = std::move(role); }

  Loaded load(const StateSpec& spec, const Catalog* live) {
    if (const auto* schema = std::get_if<SchemaState>(&spec)) {
      return load_text(schema_files(schema->path, result_.diagnostics), live);
    }
    if (const auto* migrations = std::get_if<MigrationsState>(&spec)) {
      return load_text(files_of(*migrations, result_.diagnostics), live);
    }
    return load_live(std::get<LiveState>(spec).url);
  }

  Loaded load_live(const pg::ConnectionUrl& url) {
    LiveRead reading(url);
    reading.begin();
    pg::Session session(url);
    Loaded loaded = take_live(reading.catalog(), session);
    migrations::History history(session, input_.history);
    untaken_ = untaken_histories(session, history);
    return loaded;
  }

  Loaded take_live(LiveRead::Outcome outcome, pg::Session& session) {
    result_.diagnostics.append(outcome.diagnostics);
    Loaded loaded;
    loaded.catalog = std::move(outcome.catalog);
    if (known_owner_) loaded.catalog.default_owner = known_owner_;
    leave_out_history(loaded.catalog, input_.history);
    leave_out_imported(loaded.catalog, session);
    scratch_.want_major(loaded.catalog.server_version / 10000);
    return loaded;
  }

  // `live`: the other side, when it was read from a server: it knows what extensions hold.
  Loaded load_text(SqlFiles files, const Catalog* live) {
    files.surroundings = surroundings_of(input_);
    if (server_ != nullptr) learn_server(files.surroundings, *server_, files);
    parse::ReplayOptions options;
    if (live != nullptr) {
      options.server_version = live->server_version;
      options.database = live->database;
      options.sessions_in_utc = live->sessions_in_utc;
      options.public_owner = live->public_owner;
      options.role_facts = role_facts_;
      options.extension_contents = [live]() -> const ExtensionContents& {
        return live->extension_contents;
      };
    }
    return load_text(std::move(files), std::move(options));
  }

  Loaded load_text(SqlFiles files, parse::ReplayOptions options) {
    require_text(result_.diagnostics);
    ScratchResolver resolver([this] { return scratch_.open(); }, transactions_of(files),
                             files.surroundings);
    options.opaque_resolver = &resolver;
    TextState text = replay(files, std::move(options),
                            [&](const migrations::Source& file) { resolver.begin_file(file); });
    result_.diagnostics.append(text.diagnostics);
    result_.diagnostics.append(resolver.diagnostics());
    Loaded loaded;
    loaded.catalog = std::move(text.catalog);
    leave_out_history(loaded.catalog, input_.history);
    loaded.renames = std::move(text.renames);
    loaded.files = std::move(files);
    return loaded;
  }

  ComparedStates compare(Loaded current, Loaded desired, pg::Session* live) {
    result_.current = std::move(current.catalog);
    result_.desired = std::move(desired.catalog);
    result_.renames = directives_that_apply(diff::settled_renames(result_.current, desired.renames),
                                            result_.current, result_.desired);
    if (!current.files) leave_out_untaken(result_.current, result_.desired);
    if (!desired.files) leave_out_untaken(result_.desired, result_.current);
    leave_out(result_.current, input_.ignored_objects);
    leave_out(result_.desired, input_.ignored_objects);
    const Owners owners_of_current = owners_of(result_.current);
    const Owners owners_of_desired = owners_of(result_.desired);
    reconcile(result_.current, result_.desired, owners());
    options_ = compare_options(result_.renames);
    result_.comparison = diff::compare(result_.current, result_.desired, options_);
    if (live != nullptr) ask(current.files ? TextSide::current : TextSide::desired, *live);
    if (current.files) build(*current.files, owners_of_current, result_.current, result_.desired);
    if (desired.files) build(*desired.files, owners_of_desired, result_.desired, result_.current);
    return std::move(result_);
  }

 private:
  // Other tools' histories that were taken over are no part of a schema.
  void leave_out_imported(Catalog& catalog, pg::Session& session) {
    leave_out_tables(catalog, migrations::History(session, input_.history).imported_tables());
  }

  // Nor are those that nobody has taken over yet, unless the other side has them, too.
  void leave_out_untaken(Catalog& live, const Catalog& other) const {
    for (const migrations::ForeignTable& table : untaken_) {
      const QualifiedName name = qualified(table.space, table.table);
      if (other.find_class(name) || !live.find_class(name)) continue;
      leave_out_tables(live, table.all_names());
      live.unmanaged.push_back({"table " + shown(name) + ", the history of " + table.tool, {}});
    }
  }

  [[nodiscard]] bool open_questions() const {
    const auto& comparison = result_.comparison;
    return !comparison.unknowns.empty() ||
           std::any_of(comparison.changes.begin(), comparison.changes.end(),
                       [](const diff::Change& c) { return c.verb == diff::Verb::alter; });
  }

  void ask(TextSide side, pg::Session& session) {
    if (!input_.ask_server || !open_questions()) return;
    result_.comparison = settle(result_.comparison, result_.current, result_.desired, side, session,
                                options_, result_.diagnostics);
  }

  [[nodiscard]] DefaultOwners owners() const {
    return known_owner_ ? DefaultOwners::known : DefaultOwners::guessed;
  }

  // Nothing is called different, and nothing is left open, on the replay's word alone where a
  // server can say: the text is built for real, and the server's reading of it takes its place.
  // `said`: the owners that the text names, of which reconcile() leaves out what goes without
  // saying.
  void build(const SqlFiles& files, const Owners& said, Catalog& text, const Catalog& other) {
    if (!input_.confirm || result_.comparison.same()) return;
    scratch::ScratchServer* server = scratch_.open();
    if (server == nullptr) return;
    const Catalog replayed = text;
    build_with(files.surroundings, *server, files, said, text, other);
    const bool asks_for_roles = server->is_throwaway() && makes_roles(files.surroundings);
    if (result_.comparison.same() || !asks_for_roles) return;
    // A text that makes a role where it is missing may do more with it there. Which way it went, in
    // a server of several databases, only the outcome tells.
    Surroundings with_all_roles = files.surroundings;
    with_all_roles.roles = files.surroundings.all_roles;
    const ComparedStates without = result_;
    text = replayed;
    build_with(with_all_roles, *server, files, said, text, other);
    if (open_points() >= open_points(without)) result_ = without;
  }

  static std::size_t open_points(const ComparedStates& states) {
    return states.comparison.changes.size() + states.comparison.unknowns.size();
  }
  [[nodiscard]] std::size_t open_points() const { return open_points(result_); }

  static bool makes_roles(const Surroundings& surroundings) {
    return surroundings.all_roles != nullptr && surroundings.roles != nullptr &&
           surroundings.all_roles().size() != surroundings.roles().size();
  }

  void build_with(const Surroundings& surroundings, scratch::ScratchServer& server,
                  const SqlFiles& files, const Owners& said, Catalog& text, const Catalog& other) {
    ScratchBuild built(server, transactions_of(files), surroundings);
    built.leave_out_unknown_labels();
    if (auto problem = built.run(files)) {
      problem->code = DiagnosticCode::not_readable;
      result_.diagnostics.add(std::move(*problem));
      return;
    }
    Catalog state = built.read();
    const bool same_printer =
        other.server_version == 0 || other.server_version / 10000 == state.server_version / 10000;
    if (same_printer) {
      for (const auto& [id, owner] : said) text.put(id, owner);
      take_built_state(text, std::move(state));
      adopt_namespaces(text, other, files.surroundings);
    } else {
      take_built_expressions(result_.comparison, text, state);
    }
    reconcile(result_.current, result_.desired, owners());
    result_.comparison = diff::compare(result_.current, result_.desired, options_);
  }

  void take_built_state(Catalog& text, Catalog state) {
    const std::string builder = state.default_owner.value_or("");
    drop_default_owners(state, text);
    leave_out(state, input_.ignored_objects);
    leave_out_history(state, input_.history);
    keep_maintain<Privilege>(text, state);
    keep_maintain<DefaultPrivilege>(text, state);
    leave_unsaid<DatabaseSetting>(text, state);
    leave_unsaid<DatabasePrivilege>(text, state);
    state.provenance = std::move(text.provenance);
    state.dropped = std::move(text.dropped);
    state.unmanaged = std::move(text.unmanaged);
    state.opaque.clear();
    state.database_search_path = std::move(text.database_search_path);
    state.server_version = 0;
    state.written_for = text.written_for;
    state.unchecked_bodies = text.unchecked_bodies;
    take_open_names(state, text);
    take_clock_readings(state, text);
    take_roles(state, text, builder);
    take_labels(state, text);
    text = std::move(state);
  }

  const CompareInput& input_;
  Scratch& scratch_;
  diff::CompareOptions options_;
  std::function<parse::RoleFacts(const std::string& role)> role_facts_;
  pg::Session* server_ = nullptr;
  std::vector<migrations::ForeignTable> untaken_;
  std::optional<std::string> known_owner_;
  ComparedStates result_;
};

// Who owned the namespace public when initdb had run; "" where it is no role of its own.
std::string public_owner(pg::Session& session) {
  constexpr int kDatabaseOwner = 150000;
  if (session.server_version_num() >= kDatabaseOwner) return "";
  return session.query("select pg_catalog.pg_get_userbyid(10)").front().string(0);
}

bool is_live(const StateSpec& spec) { return std::holds_alternative<LiveState>(spec); }

}  // namespace

ComparedStates compare_states(const StateSpec& current, const StateSpec& desired,
                              const CompareInput& input, Scratch& scratch) {
  Comparer comparer(input, scratch);
  // A live side is read first: the other learns from it.
  if (is_live(desired) && !is_live(current)) {
    Loaded live = comparer.load(desired, nullptr);
    pg::Session session(std::get<LiveState>(desired).url);
    comparer.ask(session);
    Loaded text = comparer.load(current, &live.catalog);
    return comparer.compare(std::move(text), std::move(live), &session);
  }
  Loaded first = comparer.load(current, nullptr);
  if (!is_live(current) || is_live(desired)) {
    Loaded second = comparer.load(desired, is_live(current) ? &first.catalog : nullptr);
    return comparer.compare(std::move(first), std::move(second), nullptr);
  }
  pg::Session session(std::get<LiveState>(current).url);
  comparer.ask(session);
  Loaded second = comparer.load(desired, &first.catalog);
  return comparer.compare(std::move(first), std::move(second), &session);
}

ComparedStates compare_with_live(const SqlFiles& files, pg::Session& session, LiveRead& reading,
                                 const CompareInput& input, Scratch& scratch) {
  Comparer comparer(input, scratch);
  scratch.want_major(session.server_version_num() / 10000);
  // The text is replayed while the server answers.
  parse::ReplayOptions options;
  options.server_version = session.server_version_num();
  options.database = session.database();
  options.sessions_in_utc = sql::is_utc(session.parameter_status("TimeZone"));
  options.public_owner = public_owner(session);
  options.extension_contents = [&reading]() -> const ExtensionContents& {
    return reading.extension_contents();
  };
  SqlFiles found = files;
  found.surroundings = surroundings_of(input, session, files);
  complete_runners(found, runner_of(session));
  options.runner = sole_runner(found);
  comparer.know_owner(known_owner(found, session, input.history));
  // From here on the read has the session. Few texts ask for roles, and fewer for settings.
  options.role_facts = role_facts_of(session.url());
  options.setting = [&, settings = settings_of(session)](const std::string& name) {
    reading.wait();
    return settings(name);
  };
  reading.lend(session);
  Loaded text = comparer.load_text(found, std::move(options));
  Loaded live = comparer.take_live(reading.catalog(), session);
  adopt_namespaces(text.catalog, live.catalog, found.surroundings);
  ComparedStates states = comparer.compare(std::move(live), std::move(text), &session);
  states.comparison = explained(std::move(states.comparison), states.current, states.desired,
                                compare_options(states.renames));
  return states;
}

}  // namespace pgplumb::workflow
