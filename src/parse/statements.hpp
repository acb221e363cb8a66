// The registry of statement forms: STATEMENT(Node) calls lower(const Node&, Replay&), one file per
// node in statements/. PASSED_OVER(Node): does not touch the structure. What stands in neither
// list is reported as unmanaged, by its name.
#pragma once

// clang-format off
#define PGPLUMB_STATEMENTS(STATEMENT)      \
  STATEMENT(AlterDatabaseSetStmt)          \
  STATEMENT(AlterDefaultPrivilegesStmt)    \
  STATEMENT(AlterDomainStmt)               \
  STATEMENT(AlterEnumStmt)                 \
  STATEMENT(AlterExtensionStmt)            \
  STATEMENT(AlterFdwStmt)                  \
  STATEMENT(AlterForeignServerStmt)        \
  STATEMENT(AlterFunctionStmt)             \
  STATEMENT(AlterObjectSchemaStmt)         \
  STATEMENT(AlterOwnerStmt)                \
  STATEMENT(AlterPolicyStmt)               \
  STATEMENT(AlterRoleSetStmt)              \
  STATEMENT(AlterSeqStmt)                  \
  STATEMENT(AlterTableStmt)                \
  STATEMENT(AlterUserMappingStmt)          \
  STATEMENT(CallStmt)                      \
  STATEMENT(ClusterStmt)                   \
  STATEMENT(CommentStmt)                   \
  STATEMENT(CompositeTypeStmt)             \
  STATEMENT(CreateDomainStmt)              \
  STATEMENT(CreateEnumStmt)                \
  STATEMENT(CreateExtensionStmt)           \
  STATEMENT(CreateFdwStmt)                 \
  STATEMENT(CreateForeignServerStmt)       \
  STATEMENT(CreateForeignTableStmt)        \
  STATEMENT(CreateFunctionStmt)            \
  STATEMENT(CreatePolicyStmt)              \
  STATEMENT(CreateSchemaStmt)              \
  STATEMENT(CreateSeqStmt)                 \
  STATEMENT(CreateStmt)                    \
  STATEMENT(CreateTableAsStmt)             \
  STATEMENT(CreateTrigStmt)                \
  STATEMENT(CreateUserMappingStmt)         \
  STATEMENT(DoStmt)                        \
  STATEMENT(DropOwnedStmt)                 \
  STATEMENT(DropStmt)                      \
  STATEMENT(DropUserMappingStmt)           \
  STATEMENT(ExecuteStmt)                   \
  STATEMENT(GrantStmt)                     \
  STATEMENT(ImportForeignSchemaStmt)       \
  STATEMENT(IndexStmt)                     \
  STATEMENT(PrepareStmt)                   \
  STATEMENT(ReassignOwnedStmt)             \
  STATEMENT(RenameStmt)                    \
  STATEMENT(SecLabelStmt)                  \
  STATEMENT(SelectStmt)                    \
  STATEMENT(VariableSetStmt)               \
  STATEMENT(ViewStmt)

#define PGPLUMB_PASSED_OVER_STATEMENTS(PASSED_OVER) \
  PASSED_OVER(CheckPointStmt)            \
  PASSED_OVER(ClosePortalStmt)           \
  PASSED_OVER(ConstraintsSetStmt)        \
  PASSED_OVER(CopyStmt)                  \
  PASSED_OVER(DeallocateStmt)            \
  PASSED_OVER(DeclareCursorStmt)         \
  PASSED_OVER(DeleteStmt)                \
  PASSED_OVER(DiscardStmt)               \
  PASSED_OVER(ExplainStmt)               \
  PASSED_OVER(FetchStmt)                 \
  PASSED_OVER(InsertStmt)                \
  PASSED_OVER(ListenStmt)                \
  PASSED_OVER(LoadStmt)                  \
  PASSED_OVER(LockStmt)                  \
  PASSED_OVER(MergeStmt)                 \
  PASSED_OVER(NotifyStmt)                \
  PASSED_OVER(RefreshMatViewStmt)        \
  PASSED_OVER(ReindexStmt)               \
  PASSED_OVER(TransactionStmt)           \
  PASSED_OVER(TruncateStmt)              \
  PASSED_OVER(UnlistenStmt)              \
  PASSED_OVER(UpdateStmt)                \
  PASSED_OVER(VacuumStmt)                \
  PASSED_OVER(VariableShowStmt)

// clang-format on

namespace pgplumb::parse {
class Replay;
}

#define PGPLUMB_STATEMENT(Node)                        \
  struct Node;                                         \
  namespace pgplumb::parse {                           \
  void lower(const ::Node& statement, Replay& replay); \
  }
PGPLUMB_STATEMENTS(PGPLUMB_STATEMENT)
#undef PGPLUMB_STATEMENT
