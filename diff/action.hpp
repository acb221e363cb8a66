// One statement of a plan with everything that ordering, review and online forms must know of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "diff/hazard.hpp"
#include "schema/enum.hpp"
#include "schema/identifier.hpp"
#include "schema/object_id.hpp"

namespace pgplumb::diff {

class SqlWriter;

// PostgreSQL's table-level lock modes, weakest first.
PGPLUMB_ENUM(LockMode, access_share, row_share, row_exclusive, share_update_exclusive, share,
             share_row_exclusive, exclusive, access_exclusive)

struct Lock {
  QualifiedName relation;
  LockMode mode{};
  bool operator==(const Lock&) const = default;
};

// Whether the statement may stand inside a transaction with others.
enum class Transaction : std::uint8_t { allowed, forbidden };

// How the folded parts stand inside a statement.
enum class Slots : std::uint8_t {
  none,
  list,           // CREATE TABLE t (part, part); also without any part
  optional_list,  // CREATE TABLE t PARTITION OF p (part, part); nothing without parts
  words,          // column type part part
};

// When it is sorted relative to what it does not depend on.
enum class Phase : std::uint8_t { rename, drop, make };

// An action is one statement: `lead` + `text` [+ folded parts] + `tail`. Folded into another
// statement it is `text` [+ folded parts] + `tail`. Without any text it stands for something that
// the server does by itself as part of another action (a partition's copy of a constraint).
struct Action {
  ObjectId id;                      // whose change this is
  std::optional<ObjectId> renamed;  // Phase::rename: the id before
  Phase phase = Phase::make;
  std::string lead;  // "ALTER TABLE t ADD COLUMN "
  std::string text;
  std::string tail;
  Slots slots = Slots::none;
  // This action may become part of the statement that makes `folds_into` (or, in the drop phase,
  // vanish into the statement that drops it). Highest rank is unfolded first when a cycle appears.
  std::optional<ObjectId> folds_into;
  // Rank 0 is never unfolded: the server does it as part of the other statement.
  int fold_rank = 1;
  int order = 0;  // among its siblings: the position of a column

  // Ids that exist in their desired form afterwards; who needs them waits.
  std::vector<ObjectId> makes;
  // Ids that must have their desired form before. What the desired state says that the objects in
  // `makes` require is added, unless `complete_needs`.
  std::vector<ObjectId> needs;
  bool complete_needs = false;
  // Ids that are gone afterwards (in their current form).
  std::vector<ObjectId> breaks;
  // Objects of the current state: those of them that the plan drops must be gone before.
  std::vector<ObjectId> awaits;
  // Ids whose statements wait for this one.
  std::vector<ObjectId> precedes;
  // Ids of which less is left afterwards: what depends on them and is lessened, too, or dropped
  // comes first.
  std::vector<ObjectId> lessens;
  // Objects of the current state on which what is changed depends no more afterwards, whatever its
  // later statements do: they may go then.
  std::vector<ObjectId> lets_go;
  // It comes behind everything that does not wait for it: who uses what goes is not known.
  bool late = false;
  // The role that the statement must be run as; "": whoever runs the plan.
  std::string as_role;

  // A routine's body is a text that may name what the plan makes later.
  bool unchecked_body = false;
  // It names what the plan's search path does not find, or what is not there any more; or nobody
  // ever checked it.
  bool needs_other_path = false;

  std::vector<Lock> locks;
  bool rewrites = false;  // the table, or an index of it
  bool scans = false;     // the whole table
  Transaction transaction = Transaction::allowed;
  std::vector<HazardOn> hazards;

  // An action that gives `id` its desired form (a create, or an alteration others wait for).
  static Action making(const ObjectId& id);
  // An alteration that nobody else needs (options, flags).
  static Action changing(const ObjectId& id);
  static Action dropping(const ObjectId& id);
  // What the server does by itself along with the statement that makes (or drops) `with`.
  static Action implied_make(const ObjectId& id, const ObjectId& with);
  static Action implied_drop(const ObjectId& id, const ObjectId& with);
  static Action renaming(const ObjectId& before, const ObjectId& after);

  Action& statement(const SqlWriter& sql);
  // What stands before `statement` when the action is not folded; see folds_into.
  Action& inside(const ObjectId& holder, const SqlWriter& lead_words, int rank = 1);
  // A drop that vanishes into its holder's.
  Action& vanishing(const std::optional<ObjectId>& holder, int rank = 1);
  Action& lock(const QualifiedName& relation, LockMode mode);
  Action& hazard(Hazard hazard, std::string detail = {});
  Action& need(const ObjectId& id);
  Action& await(const ObjectId& id);
  Action& lessen(const ObjectId& id);
  Action& as(const std::string& role);
  [[nodiscard]] bool implied() const { return lead.empty() && text.empty(); }
};

// What a rule answers. The actions run in this order.
struct Actions {
  std::vector<Action> actions;
  // The change can only be made by dropping the object and making it again.
  bool replace_self = false;
  // What it holds is meant to be given up with that, as the hazard of its drop says.
  bool gives_up_values = false;
  // Objects of the current state that stand in the way: dropped before, made again afterwards.
  std::vector<ObjectId> replace;
  // Facts about the object that don't outlive the change: those that the desired state has are made
  // again.
  std::vector<ObjectId> remake;
  // The change can't be made without losing rows: why, for the user.
  std::optional<std::string> impossible;

  Actions() = default;
  Actions(Action action) { actions.push_back(std::move(action)); }  // NOLINT
  static Actions replacement();
  static Actions replacement_without_values();
  static Actions not_possible(std::string why);

  Actions& add(Action action);
  Actions& add(Actions more);
};

}  // namespace pgplumb::diff
