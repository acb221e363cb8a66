// An interpreter of DDL: each statement changes the model as the server would.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "parse/membership.hpp"
#include "parse/session_state.hpp"
#include "schema/catalog.hpp"
#include "schema/extension_move.hpp"
#include "sql/catalog_names.hpp"
#include "sql/parse.hpp"

struct Node;      // PostgreSQL's; sql/tree.hpp
struct RangeVar;  // PostgreSQL's
struct TypeName;  // PostgreSQL's
struct List;      // PostgreSQL's

namespace pgplumb::parse {

// Takes the place of statements that the text does not explain (DO blocks, functions that run DDL):
// the state after the statement, from a server that ran everything up to and including it.
class OpaqueResolver {
 public:
  virtual ~OpaqueResolver() = default;
  // Nothing: can't tell. `before` is the model so far.
  virtual std::optional<Catalog> state_after(const sql::Statement& statement,
                                             const Catalog& before) = 0;
};

// The role in force when a session begins, and the one that logged in.
struct Runner {
  std::string current_user;
  std::string session_user;
};

// What a server knows of a role.
struct RoleFacts {
  bool superuser = false;
  std::vector<std::string> inherits;  // the roles whose rights it has, nearest first
};

struct ReplayOptions {
  // Of the server that the text is compared with or meant for, whose rules the replay goes by; 0:
  // the newest one's.
  int server_version = 0;
  // Who owns the namespace public at first there (Catalog::public_owner); "": not known.
  std::string public_owner;
  // The database that it is compared with or meant for; "": not known.
  std::string database;
  // The sessions that run the text begin in UTC.
  bool sessions_in_utc = false;
  // What extensions hold, from a server that has them; asked when the first one is created, and
  // may wait for the server. Empty function: not known.
  std::function<const ExtensionContents&()> extension_contents;
  // Namespaces of the sessions that run the text, before any SET search_path.
  SearchPath search_path = {"public"};
  // Who runs all of the text, before any SET ROLE; nothing: not known, or several.
  std::optional<Runner> runner;
  // Empty function: nothing is known of roles.
  std::function<RoleFacts(const std::string& role)> role_facts;
  // What a setting is worth in the sessions that run the text, as far as somebody can tell ("" for
  // no idea). Empty function: nobody can.
  std::function<std::string(const std::string& name)> setting;
  // Whether a file runs as one transaction, its own BEGIN and COMMIT left out, as migrations do.
  // Empty function: none does, each runs statement by statement.
  std::function<bool(const std::shared_ptr<const SourceText>&)> is_one_transaction;
  // Not owned; may be null.
  OpaqueResolver* opaque_resolver = nullptr;
};

// "-- pgplumb: renamed from NAME" above an object or inside CREATE TABLE above a column.
struct RenameDirective {
  ObjectId before;  // the same kind and place, under the earlier name
  ObjectId after;
  SourceSpan span;
};

class Replay {
 public:
  explicit Replay(Catalog start = empty_database(), ReplayOptions options = {});
  Replay(const Replay&) = delete;
  Replay& operator=(const Replay&) = delete;

  // Runs all statements of one file. Session settings (search_path, role) start anew for each file.
  // `runner` is who runs it, where that is known of this file.
  void run(const std::shared_ptr<const SourceText>& source,
           const std::optional<Runner>& runner = std::nullopt);

  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }
  [[nodiscard]] const std::vector<RenameDirective>& rename_directives() const { return renames_; }
  // The state after everything run so far, canonical.
  [[nodiscard]] const Catalog& catalog() const { return catalog_; }
  [[nodiscard]] Catalog take_catalog() &&;

  // --- for the statement files -------------------------------------------------------------
  Catalog& model() { return catalog_; }
  // The model's names, for canonicalisation and output columns.
  [[nodiscard]] sql::CatalogNames& names() const { return names_; }
  const sql::Statement& statement() const { return *statement_; }
  const SearchPath& search_path() const { return *session_.search_path; }
  const std::shared_ptr<const SearchPath>& shared_search_path() const {
    return session_.search_path;
  }
  void set_search_path(SearchPath path, SettingScope scope);
  // SET ROLE and SET SESSION AUTHORIZATION; nothing: whoever runs the text.
  void set_role(std::optional<std::string> role, SettingScope scope);
  void set_session_user(std::optional<std::string> role, SettingScope scope);
  // Changes what the session has set, by `change(SessionState&)`.
  template <typename Change>
  void set_in_session(SettingScope scope, Change change) {
    change(session_);
    if (scope == SettingScope::session) {
      change(after_transaction_);
    } else {
      has_local_settings_ = true;
    }
  }
  // The role in force, as far as the text names it.
  [[nodiscard]] const std::optional<std::string>& role() const {
    return session_.role ? session_.role : session_.session_user;
  }
  [[nodiscard]] const std::optional<std::string>& written_session_user() const {
    return session_.session_user;
  }
  // CURRENT_USER and SESSION_USER, by what is known of who runs the text as well.
  [[nodiscard]] std::optional<std::string> current_user() const;
  [[nodiscard]] std::optional<std::string> session_user() const;
  [[nodiscard]] const std::map<std::string, std::optional<std::string>>& custom_settings() const {
    return session_.custom;
  }
  // How a new table is stored for which `written` (may be null) is named; empty is "heap".
  [[nodiscard]] Identifier table_access_method(const char* written) const;
  // Where a new table or index goes for which `written` (may be null) is named; empty is the
  // database's.
  [[nodiscard]] Identifier tablespace(const char* written) const;

  [[nodiscard]] const ReplayOptions& options() const { return options_; }
  // The search path that a session starts with, and RESET goes back to.
  [[nodiscard]] SearchPath initial_search_path() const;

  // Statements that run as part of the one in hand (of a DO block, of EXECUTE 'text').
  struct Nested {
    std::optional<DiagnosticCode> failure;  // of the first error; what follows it did not run
    std::optional<std::string> opaque;      // why the effect can't be told; not reported yet
  };
  // Session settings go on; opaque() inside is handed back instead of being reported.
  [[nodiscard]] Nested run_nested(const std::shared_ptr<const SourceText>& source);

  // Everything a statement can change, to come back to: subtransactions, branches tried out.
  struct Savepoint {
    Catalog catalog;
    Diagnostics diagnostics;
    SessionState session;
    SessionState after_transaction;
    bool has_local_settings = false;
    std::set<std::string> temporary;
    Members members;
  };
  [[nodiscard]] Savepoint savepoint() const;
  void roll_back_to(Savepoint point);

  // BEGIN, COMMIT and ROLLBACK of the text itself; without a transaction, ROLLBACK does nothing.
  void begin_transaction();
  void end_transaction();
  void roll_back_transaction();
  // SAVEPOINT, ROLLBACK TO and RELEASE of the text itself. What went wrong stays told.
  void set_savepoint(std::string name);
  void roll_back_to_savepoint(const std::string& name);
  void release_savepoint(const std::string& name);

  // Where a new object goes: the written namespace or the first of the search path.
  [[nodiscard]] QualifiedName creation_name(const ::RangeVar& name) const;
  [[nodiscard]] QualifiedName creation_name(const ::List* names) const;
  // Existing objects by a possibly unqualified name, along the search path.
  [[nodiscard]] std::optional<ObjectId> find_class(const ::RangeVar& name) const;
  [[nodiscard]] std::optional<ObjectId> find_class(const ::List* names) const;
  [[nodiscard]] std::optional<ObjectId> find_type(const ::List* names) const;
  [[nodiscard]] std::vector<ObjectId> find_routines(const ::List* names) const;
  [[nodiscard]] TypeRef type(const ::TypeName& name) const;
  // An expression as written, tied to the search path in force; not canonicalised yet.
  [[nodiscard]] Expression expression(const ::Node* node) const;
  [[nodiscard]] Expression query(const ::Node* node) const;

  // What ALTER EXTENSION … ADD has put into extensions. It stays in the model to the end, where its
  // names are looked up.
  Members& members() { return members_; }

  // Temporary objects are outside the model: statements about them are passed over.
  void note_temporary(const std::string& name) { temporary_.insert(name); }
  void forget_temporary(const std::string& name) { temporary_.erase(name); }
  void forget_all_temporary() { temporary_.clear(); }
  // True for a temporary object by that name: noted in this file, or written with pg_temp.
  [[nodiscard]] bool is_temporary(const ::RangeVar& name) const;

  // Puts the object, canonicalises it, notes the statement as its origin; gives a new one SET
  // ROLE's owner and the default privileges.
  void put(const ObjectId& id, Object object);
  // Notes the statement as what set `id` last (after changing it in place) and canonicalises it
  // again.
  void touch(const ObjectId& id);
  void drop(const ObjectId& id);  // with its parts; no dependents
  // DROP … CASCADE: dependents too (views on it, foreign keys to it, defaults using it …).
  // Without cascade: only the object and its parts, whatever may seem to depend on it.
  void drop(const ObjectId& id, bool cascade);
  // Re-keys the object, its parts and what is about it, and rewrites every reference to it.
  // `change_more` completes the renamed object before others are put into their canonical form.
  void rename(const ObjectId& before, const ObjectId& after,
              const std::function<void()>& change_more = {});
  void rename_attribute(const ObjectId& relation, const Identifier& before, const Identifier& after,
                        const std::function<void()>& change_more = {});
  // What the extensions have brought is found in another namespace from here on.
  void move_extension(const ExtensionMove& move);

  // What ChooseRelationName / ChooseConstraintName would choose: "a_b_label", cut to 63 bytes,
  // with a number where the name is taken. `taken` says whether a candidate is in use.
  [[nodiscard]] static std::string choose_name(
      const std::string& first, const std::string& second, const std::string& label,
      const std::function<bool(const std::string&)>& taken);
  // The same for relations and indexes of a namespace (constraint names too for key constraints).
  [[nodiscard]] std::string choose_relation_name(const std::string& first,
                                                 const std::string& second,
                                                 const std::string& label, const std::string& space,
                                                 bool is_constraint) const;

  // Problems. `location` is a node's location or -1 for the whole statement.
  void error(DiagnosticCode code, std::string message, int location = -1);
  void unresolved(std::string_view what, const std::string& name, int location = -1);
  // The statement's effect is outside the model: counted and shown, the state stays known
  // otherwise.
  void unmanaged(std::string what);
  // What this statement has set stands at this node of it. Nothing happens for an object that is
  // not there or a location of -1.
  void locate(const ObjectId& id, int location);
  // What the statement does can't be told: ask the resolver, or mark as open what it may have
  // changed. `reach`: all that may be; nothing: anything.
  using Reach = std::set<ObjectId>;
  void opaque(std::string why, std::optional<Reach> reach = std::nullopt);
  // What the statement in hand changes from here on rests on something that the text does not tell
  // for certain (a setting that the session may have from elsewhere): differences in it are
  // unknown.
  void assume() const { assumes_ = true; }
  // The same where the model itself leaves open which tables, types and the like there are.
  void look_at_model() const;
  [[nodiscard]] bool assumes() const { return assumes_; }
  [[nodiscard]] const SessionState& session() const { return session_; }
  void doubt(const Reach& reach) { catalog_.doubts.objects.insert(reach.begin(), reach.end()); }
  // The columns of `model` (any relation, a composite type) become columns of `relation`, which the
  // statement in hand makes, and other things of it may be copied: what is in doubt of the ones is
  // of the others.
  void take_columns(const ObjectId& model, const ObjectId& relation);
  // Whether an exception handler would hide that something is there already; returns what held so
  // far.
  bool hide_failures(bool hidden) { return std::exchange(hides_failures_, hidden); }
  // Whether any routine of the text so far may have changed the structure, had it been called;
  // those that went meanwhile count.
  [[nodiscard]] bool has_structural_routines() const { return has_structural_routines_; }
  // Lists in `touched` (null: nowhere) what is changed or dropped from here on. Returns the list so
  // far.
  Reach* list_touched(Reach* touched) { return std::exchange(touched_, touched); }

 private:
  void run_statement(const sql::Statement& statement);
  void read_rename_directives(const std::vector<ObjectId>& made);
  void note_change(const ObjectId& id);
  void note_drop(const ObjectId& id);
  void note_touch(const ObjectId& id);
  void look_at_routine(const ObjectId& id);
  [[nodiscard]] bool may_have_other_parts(const ObjectId& relation) const;
  void doubt_given(const ObjectId& id, const std::optional<std::string>& role);
  // An unqualified name, which a statement not understood may have given another meaning.
  void look_along_path() const {
    if (session_.path_in_doubt) assume();
  }
  void doubt_everything();
  void end_local_settings();
  void doubt_old_spelling();
  // The row type of a relation takes the place of a shell type.
  void fill_shell(const ObjectId& id);
  // What is said in terms of something in doubt is in doubt.
  void follow_doubts(const ObjectId& id);
  // Of routines and the like whose ids hold a renamed type: moves what is about them along.
  void follow(const NewIds& signatures);
  // Links and loose members of operator families that name what is gone.
  void forget(const std::set<ObjectId>& gone);
  void adopt(Catalog state);
  // Nothing: whoever runs the text.
  [[nodiscard]] std::optional<std::string> maker_of(const ObjectId& id) const;
  // A new object's owner and what that role's default privileges grant on it.
  void give_to(const ObjectId& id, const std::optional<std::string>& role);

  Catalog catalog_;
  mutable sql::CatalogNames names_{catalog_};
  ReplayOptions options_;
  Diagnostics diagnostics_;
  const sql::Statement* statement_ = nullptr;
  SessionState session_;            // in force
  SessionState after_transaction_;  // what is left of it at the end of the transaction
  bool has_local_settings_ = false;
  bool in_transaction_ = false;      // of several statements
  bool is_one_transaction_ = false;  // the file in progress as a whole
  std::optional<Runner> runner_;
  std::set<std::string> temporary_;
  Members members_;
  std::vector<std::pair<std::string, Savepoint>> savepoints_;  // "": where the transaction began
  bool may_roll_back_ = false;  // the file in progress: else no savepoint is worth its copy
  Nested* nested_ = nullptr;    // of the run_nested() under way
  int nesting_ = 0;             // how many of them stand in each other
  mutable bool assumes_ = false;
  Reach* touched_ = nullptr;
  bool hides_failures_ = false;
  bool has_structural_routines_ = false;
  bool database_path_in_doubt_ = false;  // of sessions that start later
  std::vector<RenameDirective> renames_;
  std::vector<ObjectId> made_;  // by the statement in progress, in order
};

}  // namespace pgplumb::parse
