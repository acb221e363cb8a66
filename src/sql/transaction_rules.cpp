#include "sql/transaction_rules.hpp"

#include <string_view>

#include "sql/concurrent_work.hpp"
#include "sql/procedural_commit.hpp"
#include "sql/tree.hpp"

namespace pgplumb::sql {
namespace {

bool has_option(const List* options, std::string_view name) {
  for (const DefElem* option : items<DefElem>(options)) {
    if (name == option->defname) return true;
  }
  return false;
}

// Whether an option is written that says no.
bool is_off(const List* options, std::string_view name) {
  for (const DefElem* option : items<DefElem>(options)) {
    if (name != option->defname || option->arg == nullptr) continue;
    const auto* flag = PGPLUMB_NODE_AS(option->arg, Boolean);
    const auto* number = PGPLUMB_NODE_AS(option->arg, Integer);
    if (flag != nullptr) return !flag->boolval;
    if (number != nullptr) return number->ival == 0;
    // Words that are no reserved ones are read as types.
    const auto* type = PGPLUMB_NODE_AS(option->arg, TypeName);
    const std::string word =
        type != nullptr ? strings_of(type->names).back() : string_of(option->arg);
    return word == "false" || word == "off";
  }
  return false;
}

// Making its slot on the publisher can't be taken back.
bool makes_slot(const CreateSubscriptionStmt& statement) {
  return !is_off(statement.options, "connect") && !is_off(statement.options, "create_slot");
}

bool refreshes(const AlterSubscriptionStmt& statement) {
  switch (statement.kind) {
    case ALTER_SUBSCRIPTION_REFRESH: return true;
    case ALTER_SUBSCRIPTION_SET_PUBLICATION:
    case ALTER_SUBSCRIPTION_ADD_PUBLICATION:
    case ALTER_SUBSCRIPTION_DROP_PUBLICATION: return !is_off(statement.options, "refresh");
    default: return false;
  }
}

bool block_commits(const DoStmt& statement) {
  for (const DefElem* option : items<DefElem>(statement.args)) {
    if (std::string_view(option->defname) == "as") return commits_by_itself(string_of(option->arg));
  }
  return false;
}

}  // namespace

bool changes_rows(const ::Node* statement) {
  if (PGPLUMB_NODE_AS(statement, InsertStmt) != nullptr ||
      PGPLUMB_NODE_AS(statement, UpdateStmt) != nullptr ||
      PGPLUMB_NODE_AS(statement, DeleteStmt) != nullptr ||
      PGPLUMB_NODE_AS(statement, MergeStmt) != nullptr) {
    return true;
  }
  const auto* query = PGPLUMB_NODE_AS(statement, SelectStmt);
  if (query == nullptr || query->withClause == nullptr) return false;
  for (const CommonTableExpr* one : items<CommonTableExpr>(query->withClause->ctes)) {
    if (changes_rows(one->ctequery)) return true;
  }
  return false;
}

bool begins_transaction(const ::Node* statement) {
  const auto* own = PGPLUMB_NODE_AS(statement, TransactionStmt);
  return own != nullptr && (own->kind == TRANS_STMT_BEGIN || own->kind == TRANS_STMT_START);
}

bool begins_or_ends_transaction(const ::Node* statement) {
  const auto* control = PGPLUMB_NODE_AS(statement, TransactionStmt);
  if (control == nullptr) return false;
  switch (control->kind) {
    case TRANS_STMT_BEGIN:
    case TRANS_STMT_START:
    case TRANS_STMT_COMMIT:
    case TRANS_STMT_ROLLBACK: return true;
    default: return false;
  }
}

bool rolls_back(const ::Node* statement) {
  const auto* control = PGPLUMB_NODE_AS(statement, TransactionStmt);
  return control != nullptr && control->kind == TRANS_STMT_ROLLBACK;
}

bool is_about_savepoint(const ::Node* statement) {
  const auto* set = PGPLUMB_NODE_AS(statement, VariableSetStmt);
  if (set != nullptr) return set->kind == VAR_SET_MULTI;
  const auto* control = PGPLUMB_NODE_AS(statement, TransactionStmt);
  if (control == nullptr) return false;
  return control->kind == TRANS_STMT_SAVEPOINT || control->kind == TRANS_STMT_ROLLBACK_TO ||
         control->kind == TRANS_STMT_RELEASE;
}

Replication replication_of(const ::Node* statement) {
  if (const auto* create = PGPLUMB_NODE_AS(statement, CreateSubscriptionStmt)) {
    if (is_off(create->options, "connect")) return {};
    return {ReplicationEffect::connects, text_of(create->subname)};
  }
  if (const auto* alter = PGPLUMB_NODE_AS(statement, AlterSubscriptionStmt)) {
    if (refreshes(*alter)) return {ReplicationEffect::connects, text_of(alter->subname)};
    const bool starts =
        alter->kind == ALTER_SUBSCRIPTION_ENABLED && !is_off(alter->options, "enabled");
    if (starts) return {ReplicationEffect::starts, text_of(alter->subname)};
  }
  if (const auto* drop = PGPLUMB_NODE_AS(statement, DropSubscriptionStmt)) {
    return {ReplicationEffect::drops_slot, text_of(drop->subname)};
  }
  return {};
}

bool reads_client_data(const ::Node* statement) {
  const auto* copy = PGPLUMB_NODE_AS(statement, CopyStmt);
  return copy != nullptr && copy->is_from && copy->filename == nullptr;
}

bool may_end_transaction(const ::Node* statement) {
  return nodeTag(statement) == T_CallStmt || nodeTag(statement) == T_DoStmt;
}

bool changes_session(const ::Node* statement) {
  const auto* set = PGPLUMB_NODE_AS(statement, VariableSetStmt);
  return set != nullptr && !set->is_local;
}

bool must_run_outside_transaction(const ::Node* statement) {
  switch (nodeTag(statement)) {
    case T_IndexStmt: return PGPLUMB_NODE_AS(statement, IndexStmt)->concurrent;
    case T_DropStmt: return PGPLUMB_NODE_AS(statement, DropStmt)->concurrent;
    case T_ReindexStmt: {
      const auto* reindex = PGPLUMB_NODE_AS(statement, ReindexStmt);
      return has_option(reindex->params, "concurrently") ||
             reindex->kind == REINDEX_OBJECT_SCHEMA || reindex->kind == REINDEX_OBJECT_SYSTEM ||
             reindex->kind == REINDEX_OBJECT_DATABASE;
    }
    case T_VacuumStmt: return PGPLUMB_NODE_AS(statement, VacuumStmt)->is_vacuumcmd;
    case T_ClusterStmt: return PGPLUMB_NODE_AS(statement, ClusterStmt)->relation == nullptr;
    case T_DoStmt: return block_commits(*PGPLUMB_NODE_AS(statement, DoStmt));
    case T_AlterTableStmt: return concurrent_detach(statement).has_value();
    case T_CreateSubscriptionStmt:
      return makes_slot(*PGPLUMB_NODE_AS(statement, CreateSubscriptionStmt));
    case T_AlterSubscriptionStmt:
      return refreshes(*PGPLUMB_NODE_AS(statement, AlterSubscriptionStmt));
    case T_CreatedbStmt:
    case T_DropdbStmt:
    case T_CreateTableSpaceStmt:
    case T_DropTableSpaceStmt:
    case T_AlterSystemStmt: return true;
    default: return false;
  }
}

}  // namespace pgplumb::sql
