#include "parse/replay.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/letters.hpp"
#include "parse/event_triggers.hpp"
#include "parse/routine_effects.hpp"
#include "parse/statements.hpp"
#include "schema/catalog_pair.hpp"
#include "schema/fields.hpp"
#include "schema/kinds/privilege.hpp"
#include "sql/canonical.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool is_ownable(const Object& object) {
  return std::visit([](const auto& value) { return std::remove_cvref_t<decltype(value)>::ownable; },
                    object);
}

Verdict compare_objects(const Object& current, const Object& desired) {
  if (current.index() != desired.index()) return Verdict::different;
  return std::visit(
      [&](const auto& value) {
        using Type = std::remove_cvref_t<decltype(value)>;
        return compare_any(value, *std::get_if<Type>(&desired));
      },
      current);
}

// CREATE … IF NOT EXISTS leaves alone what is there.
bool may_find_it_there(const sql::Statement& statement) {
  return mentions(statement.text(), "exists");
}

// Whether a statement that is not understood may change where unqualified names are looked for. One
// that does so bears the words somewhere.
bool may_set_path(std::string_view text) {
  constexpr std::array<std::string_view, 5> kWords = {"search_path", "set_config", "reset all",
                                                      "discard all", "set schema"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return mentions(text, word); });
}

// The same for who the statements after it run as.
bool may_set_role(std::string_view text) {
  return mentions(text, "role") || mentions(text, "session") || mentions(text, "discard");
}

// SET LOCAL, and set_config, which may do the same.
bool may_set_locally(std::string_view text) {
  return mentions(text, "local") || mentions(text, "set_config");
}

constexpr int kDatabaseOwner = 150000;      // pg_database_owner has the namespace public
constexpr int kUnloggedSequences = 150000;  // before, those of unlogged tables were permanent

void make_sequences_permanent(Catalog& catalog) {
  std::vector<ObjectId> unlogged;
  for (const auto [id, sequence] : catalog.all<Sequence>()) {
    if (sequence.persistence == Persistence::unlogged) unlogged.push_back(id);
  }
  for (const ObjectId& id : unlogged) {
    catalog.get<Sequence>(id)->persistence = Persistence::permanent;
  }
}

// What sessions start with of settings that PostgreSQL does not know. Of a secret nothing is known.
std::map<std::string, std::optional<std::string>> database_custom_settings(const Catalog& catalog) {
  std::map<std::string, std::optional<std::string>> settings;
  for (const auto [id, setting] : catalog.all<DatabaseSetting>()) {
    const bool custom = id.name.str().find('.') != std::string::npos;
    if (!custom || !id.grantee.empty()) continue;
    const bool known = !setting.value.secret && !catalog.doubts.about(id);
    settings[lowered(id.name.str())] = known ? std::optional(setting.value.text) : std::nullopt;
  }
  return settings;
}

}  // namespace

Replay::Replay(Catalog start, ReplayOptions options)
    : catalog_(std::move(start)), options_(std::move(options)) {
  catalog_.written_for = options_.server_version;
  catalog_.sessions_in_utc = options_.sessions_in_utc;
  catalog_.public_owner = options_.public_owner;
  if (options_.server_version == 0 || options_.server_version >= kDatabaseOwner) {
    catalog_.public_owner = "pg_database_owner";
  }
}

void Replay::run(const std::shared_ptr<const SourceText>& source,
                 const std::optional<Runner>& runner) {
  session_ = {};
  set_search_path(initial_search_path(), SettingScope::session);
  session_.custom = database_custom_settings(catalog_);
  session_.path_in_doubt = database_path_in_doubt_;
  after_transaction_ = session_;
  has_local_settings_ = false;
  is_one_transaction_ = may_set_locally(source->text()) && options_.is_one_transaction &&
                        options_.is_one_transaction(source);
  in_transaction_ = is_one_transaction_;
  runner_ = runner ? runner : options_.runner;
  temporary_.clear();
  savepoints_.clear();
  may_roll_back_ = mentions(source->text(), "rollback") || mentions(source->text(), "abort");
  sql::for_each_decoded_statement(
      source, diagnostics_, [this](const sql::Statement& statement) { run_statement(statement); });
  statement_ = nullptr;
}

Catalog Replay::take_catalog() && {
  if (options_.server_version != 0 && options_.server_version < kUnloggedSequences) {
    make_sequences_permanent(catalog_);
  }
  names_.settle();
  fold_members(members_, catalog_);
  return std::move(catalog_);
}

namespace {

void lower_statement(const sql::Statement& statement, Replay& replay) {
  switch (nodeTag(statement.node)) {
#define PGPLUMB_STATEMENT(Node) \
  case T_##Node: return lower(*reinterpret_cast<const ::Node*>(statement.node), replay);
    PGPLUMB_STATEMENTS(PGPLUMB_STATEMENT)
#undef PGPLUMB_STATEMENT
#define PGPLUMB_PASSED_OVER(Node) case T_##Node:
    PGPLUMB_PASSED_OVER_STATEMENTS(PGPLUMB_PASSED_OVER)
#undef PGPLUMB_PASSED_OVER
    return;
    default: return replay.unmanaged("");
  }
}

}  // namespace

void Replay::run_statement(const sql::Statement& statement) {
  statement_ = &statement;
  made_.clear();
  if (nesting_ == 0) assumes_ = false;
  doubt_old_spelling();
  lower_statement(statement, *this);
  if (auto why = effect_of_event_triggers(statement.text(), *this)) opaque(std::move(*why));
  if (nesting_ == 0 && !in_transaction_) end_local_settings();
  names_.settle();
  if (!statement.directives->empty()) read_rename_directives(made_);
}

// What text means that the grammar reads as it is written by default.
void Replay::doubt_old_spelling() {
  const std::string_view text = statement_->text();
  const bool escapes = session_.backslash_escapes && text.find('\\') != std::string_view::npos;
  if (escapes || (session_.null_equals && mentions(text, "null"))) assume();
}

void Replay::set_search_path(SearchPath path, SettingScope scope) {
  set_in_session(
      scope, [shared = std::make_shared<const SearchPath>(std::move(path))](SessionState& session) {
        session.search_path = shared;
        session.path_in_doubt = false;
      });
}

void Replay::set_role(std::optional<std::string> role, SettingScope scope) {
  set_in_session(scope, [&](SessionState& session) {
    session.role = role;
    session.role_in_doubt = false;
  });
}

Identifier Replay::tablespace(const char* written) const {
  const std::string name = written != nullptr ? written : session_.default_tablespace;
  return name == "pg_default" ? Identifier() : Identifier(name);
}

Identifier Replay::table_access_method(const char* written) const {
  const std::string name = written != nullptr ? written : session_.default_access_method;
  return name == "heap" ? Identifier() : Identifier(name);
}

// The role in force is the new user's own from then on.
void Replay::set_session_user(std::optional<std::string> role, SettingScope scope) {
  set_in_session(scope, [&](SessionState& session) {
    session.session_user = role;
    session.role.reset();
  });
}

std::optional<std::string> Replay::current_user() const {
  if (role() || !runner_) return role();
  return runner_->current_user;
}

std::optional<std::string> Replay::session_user() const {
  if (session_.session_user || !runner_) return session_.session_user;
  return runner_->session_user;
}

void Replay::look_at_routine(const ObjectId& id) {
  const auto* routine = has_structural_routines_ ? nullptr : catalog_.get<Routine>(id);
  if (routine != nullptr) has_structural_routines_ = may_change_structure(*routine);
}

void Replay::note_touch(const ObjectId& id) {
  if (id.kind == ObjectKind::routine) look_at_routine(id);
  if (touched_ != nullptr) touched_->insert(id);
  if (assumes_) catalog_.doubts.objects.insert(id);
}

void Replay::note_change(const ObjectId& id) {
  note_touch(id);
  catalog_.dropped.erase(id);
  if (statement_ == nullptr) return;
  SourceSpan& place = catalog_.provenance[id];
  // A node's place says more than the statement's.
  const SourceSpan& whole = statement_->span;
  const bool located =
      place.source == whole.source && place.begin > whole.begin && place.begin < whole.end;
  if (!located) place = whole;
}

void Replay::locate(const ObjectId& id, int location) {
  if (statement_ == nullptr || location < 0 || !catalog_.contains(id)) return;
  catalog_.provenance[id] = statement_->at(location);
}

void Replay::note_drop(const ObjectId& id) {
  members_.erase(id);
  if (!assumes_) catalog_.doubts.objects.erase(id);
  note_touch(id);
  catalog_.provenance.erase(id);
  if (statement_ != nullptr) catalog_.dropped[id] = statement_->span;
}

void Replay::put(const ObjectId& id, Object object) {
  const bool is_new = !catalog_.contains(id);
  if (is_new) {
    made_.push_back(id);
    const bool open = statement_ != nullptr && catalog_.doubts.about_absence_of(id);
    if (open && (hides_failures_ || may_find_it_there(*statement_))) assume();
    if (!assumes_) catalog_.doubts.objects.erase(id);
  }
  if (is_new) fill_shell(id);
  const bool ownable = is_new && is_ownable(object);
  catalog_.put(id, std::move(object));
  sql::canonicalize(id, catalog_, names_);
  follow_doubts(id);
  note_change(id);
  if (ownable) give_to(id, maker_of(id));
}

void Replay::fill_shell(const ObjectId& id) {
  const bool has_row_type = id.kind == ObjectKind::relation || id.kind == ObjectKind::view ||
                            id.kind == ObjectKind::materialized_view;
  if (!has_row_type) return;
  const ObjectId shell = object_id(ObjectKind::shell_type, id.qualified_name());
  if (catalog_.contains(shell)) drop(shell);
}

// A column's sequence belongs to its table's owner, whoever adds the column.
std::optional<std::string> Replay::maker_of(const ObjectId& id) const {
  const auto* sequence = catalog_.get<Sequence>(id);
  const bool owned = sequence != nullptr && !sequence->owner_relation.empty();
  const auto table = owned ? catalog_.find_class(sequence->owner_relation) : std::nullopt;
  if (!table) return role();
  const auto* owner = catalog_.get<Owner>(about(ObjectKind::owner, *table));
  return owner != nullptr ? std::optional(owner->role) : std::nullopt;
}

void Replay::give_to(const ObjectId& id, const std::optional<std::string>& role) {
  if (role) {
    const ObjectId owner = about(ObjectKind::owner, id);
    catalog_.put(owner, Owner{*role});
    note_change(owner);
  }
  std::map<std::string, Privilege> access = default_access(catalog_, role.value_or(""), id);
  // Whoever runs the text may stand in it by name.
  if (!role && runner_) access.merge(default_access(catalog_, runner_->current_user, id));
  for (const auto& [grantee, privilege] : access) {
    const ObjectId fact = privilege_on(id, grantee);
    catalog_.put(fact, privilege);
    note_change(fact);
  }
  doubt_given(id, role);
}

// What a new object gets from a role and default privileges that may be others.
void Replay::doubt_given(const ObjectId& id, const std::optional<std::string>& role) {
  Doubts& doubts = catalog_.doubts;
  if (session_.role_in_doubt) {
    doubts.may_hold_more = true;
    doubts.objects.insert(about(ObjectKind::owner, id));
  }
  if (!role && !runner_) {
    for (const auto [fact, privilege] : catalog_.all<DefaultPrivilege>()) {
      if (!fact.name.empty()) doubts.objects.insert(privilege_on(id, fact.grantee));
    }
  }
  Reach given;
  for (const ObjectId& open : doubts.objects) {
    if (open.kind == ObjectKind::default_privilege) given.insert(privilege_on(id, open.grantee));
  }
  doubt(given);
}

void Replay::look_at_model() const {
  const auto& open = catalog_.doubts.objects;
  const auto is_structure = [](const ObjectId& id) {
    return !is_about(id.kind) && id.kind != ObjectKind::default_privilege;
  };
  if (catalog_.doubts.may_hold_more || std::any_of(open.begin(), open.end(), is_structure)) {
    assume();
  }
}

void Replay::touch(const ObjectId& id) {
  sql::canonicalize(id, catalog_, names_);
  follow_doubts(id);
  note_change(id);
}

void Replay::drop(const ObjectId& id) {
  std::set<ObjectId> gone = {id};
  for (const ObjectId& part : catalog_.everything_within(id)) gone.insert(part);
  for (const ObjectId& one : gone) {
    note_drop(one);
    catalog_.erase(one);
  }
  forget(gone);
}

void Replay::error(DiagnosticCode code, std::string message, int location) {
  const bool about_names =
      code == DiagnosticCode::unresolved_name || code == DiagnosticCode::duplicate_object ||
      code == DiagnosticCode::wrong_object_kind || code == DiagnosticCode::dependent_objects;
  // After a statement that can't be told, a name may exist, or not, all the same.
  if (about_names && !catalog_.doubts.none()) {
    code = DiagnosticCode::opaque_statement;
    message += ", as far as the text tells: an earlier statement is opaque";
    // It may well have run, and made what the model lacks.
    catalog_.doubts.may_hold_more = true;
  }
  diagnostics_.add(code, std::move(message), statement_->at(location));
}

void Replay::unresolved(std::string_view what, const std::string& name, int location) {
  error(DiagnosticCode::unresolved_name,
        std::string(what) + " \"" + printable(name) + "\" does not exist", location);
}

namespace {

// "CREATE RULE" of "CREATE OR REPLACE RULE x AS …": the leading words in capitals or letters.
std::string leading_words(std::string_view text) {
  std::string words;
  int count = 0;
  for (std::size_t i = 0; i < text.size() && count < 3; ++i) {
    const char c = text[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (letter) {
      words += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      if (words.empty() || words.back() == ' ') continue;
      words += ' ';
      ++count;
    } else {
      const bool within_name = (c >= '0' && c <= '9') || c == '$' || c == '.' || c == '-';
      if (within_name) words.erase(words.find_last_of(' ') + 1);
      break;
    }
  }
  while (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

}  // namespace

void Replay::unmanaged(std::string what) {
  if (what.empty()) what = "statement " + leading_words(statement_->text());
  diagnostics_.add(DiagnosticCode::unmanaged_statement, what + " is not managed yet",
                   statement_->span);
  catalog_.unmanaged.push_back({std::move(what), statement_->span});
}

void Replay::doubt_everything() {
  Doubts& doubts = catalog_.doubts;
  doubts.may_hold_more = true;
  for (const auto& [id, object] : catalog_.objects()) doubts.objects.insert(id);
  // In the statement, or in what it calls.
  const auto may_be_said = [this](bool (*said)(std::string_view)) {
    bool found = said(statement_->text());
    for (const auto [id, routine] : catalog_.all<Routine>()) found = found || said(routine.body);
    return found;
  };
  if (may_be_said(may_set_role)) {
    session_.role_in_doubt = after_transaction_.role_in_doubt = true;
  }
  if (!may_be_said(may_set_path)) return;
  session_.path_in_doubt = after_transaction_.path_in_doubt = true;
  database_path_in_doubt_ = true;
}

void Replay::opaque(std::string why, std::optional<Reach> reach) {
  if (nested_ != nullptr) {
    nested_->opaque = std::move(why);
    return;
  }
  if (options_.opaque_resolver != nullptr) {
    if (auto state = options_.opaque_resolver->state_after(*statement_, catalog_)) {
      return adopt(std::move(*state));
    }
  }
  diagnostics_.add(DiagnosticCode::opaque_statement,
                   "what this statement does can't be told from its text: " + why,
                   statement_->span);
  catalog_.opaque.push_back({std::move(why), statement_->span});
  if (reach)
    doubt(*reach);
  else
    doubt_everything();
}

// A state from a server in place of the replayed one; what it changed came from this statement.
namespace {

// GRANT ALL on the older server that ran the statement would have granted what a newer one knows.
std::string with_maintain(const std::string& letters, const std::string& all_before) {
  return letters == all_before ? owner_default_privileges(ObjectKind::relation) : letters;
}

void complete_privileges(Catalog& state, int written_for) {
  if (knows_maintain(state.server_version) || !knows_maintain(written_for)) return;
  const std::string all = owner_default_privileges(ObjectKind::relation, state.server_version);
  std::vector<ObjectId> ids;
  for (const auto& [id, object] : state.objects()) {
    if (std::holds_alternative<Privilege>(object)) ids.push_back(id);
    if (std::holds_alternative<DefaultPrivilege>(object)) ids.push_back(id);
  }
  const auto complete = [&](auto* fact) {
    if (fact == nullptr) return;
    fact->privileges = with_maintain(fact->privileges, all);
    fact->grant_option = with_maintain(fact->grant_option, all);
  };
  for (const ObjectId& id : ids) {
    complete(state.get<Privilege>(id));
    complete(state.get<DefaultPrivilege>(id));
  }
}

// Whoever owns most on a scratch server stands for whoever runs the text.
void forget_builder(Catalog& state) {
  for (auto& [extension, members] : state.extension_contents) {
    for (ExtensionMember& member : members) {
      if (member.owner == state.default_owner) member.owner.clear();
    }
  }
}

}  // namespace

void Replay::adopt(Catalog state) {
  forget_builder(state);
  complete_privileges(state, catalog_.written_for);
  // The server's own circumstances are no part of what the text says.
  drop_default_owners(state, catalog_);
  for (const auto& [id, object] : catalog_.objects()) {
    if (!state.contains(id)) note_drop(id);
  }
  state.provenance = std::move(catalog_.provenance);
  state.dropped = std::move(catalog_.dropped);
  for (const auto& [id, object] : state.objects()) {
    const Object* before = catalog_.find(id);
    if (before != nullptr && compare_objects(*before, object) != Verdict::different) continue;
    state.dropped.erase(id);
    state.provenance[id] = statement_->span;
  }
  state.default_owner = catalog_.default_owner;
  state.server_version = 0;
  state.written_for = catalog_.written_for;
  state.public_owner = std::move(catalog_.public_owner);
  state.sessions_in_utc = catalog_.sessions_in_utc;
  state.unchecked_bodies = catalog_.unchecked_bodies;
  state.unmanaged = std::move(catalog_.unmanaged);
  state.doubts = std::move(catalog_.doubts);
  state.opaque = std::move(catalog_.opaque);
  state.database_search_path = std::move(catalog_.database_search_path);
  if (state.extension_contents.empty()) {
    state.extension_contents = std::move(catalog_.extension_contents);
  }
  catalog_ = std::move(state);
  names_.forget_all();
  for (const auto [id, routine] : catalog_.all<Routine>()) look_at_routine(id);
}

}  // namespace pgplumb::parse
