// The registry of statement forms: STATEMENT(Node) calls lower(const Node&, Replay&), one file per
// node in statements/. PASSED_OVER(Node): does not touch the structure. What stands in neither
// list is reported as unmanaged, by its name.
#pragma once

// clang-format off
#define PGPLUMB_STATEMENTS(STATEMENT)      \
  STATEMENT(AlterCollationStmt)            \
  STATEMENT(AlterDatabaseSetStmt)          \
  STATEMENT(AlterDefaultPrivilegesStmt)    \
  STATEMENT(AlterDomainStmt)               \
  STATEMENT(AlterEnumStmt)                 \
  STATEMENT(AlterEventTrigStmt)            \
  STATEMENT(AlterExtensionContentsStmt)    \
  STATEMENT(AlterExtensionStmt)            \
  STATEMENT(AlterFdwStmt)                  \
  STATEMENT(AlterForeignServerStmt)        \
  STATEMENT(AlterFunctionStmt)             \
  STATEMENT(AlterObjectDependsStmt)        \
  STATEMENT(AlterObjectSchemaStmt)         \
  STATEMENT(AlterOpFamilyStmt)             \
  STATEMENT(AlterOperatorStmt)             \
  STATEMENT(AlterOwnerStmt)                \
  STATEMENT(AlterPolicyStmt)               \
  STATEMENT(AlterPublicationStmt)          \
  STATEMENT(AlterRoleSetStmt)              \
  STATEMENT(AlterSeqStmt)                  \
  STATEMENT(AlterStatsStmt)                \
  STATEMENT(AlterSubscriptionStmt)         \
  STATEMENT(AlterTableMoveAllStmt)         \
  STATEMENT(AlterTableStmt)                \
  STATEMENT(AlterTSConfigurationStmt)      \
  STATEMENT(AlterTSDictionaryStmt)         \
  STATEMENT(AlterTypeStmt)                 \
  STATEMENT(AlterUserMappingStmt)          \
  STATEMENT(CallStmt)                      \
  STATEMENT(ClusterStmt)                   \
  STATEMENT(CommentStmt)                   \
  STATEMENT(CompositeTypeStmt)             \
  STATEMENT(CopyStmt)                      \
  STATEMENT(CreateAmStmt)                  \
  STATEMENT(CreateCastStmt)                \
  STATEMENT(CreateConversionStmt)          \
  STATEMENT(CreateDomainStmt)              \
  STATEMENT(CreateEnumStmt)                \
  STATEMENT(CreateEventTrigStmt)           \
  STATEMENT(CreateExtensionStmt)           \
  STATEMENT(CreateFdwStmt)                 \
  STATEMENT(CreateForeignServerStmt)       \
  STATEMENT(CreateForeignTableStmt)        \
  STATEMENT(CreateFunctionStmt)            \
  STATEMENT(CreateOpClassStmt)             \
  STATEMENT(CreateOpFamilyStmt)            \
  STATEMENT(CreatePLangStmt)               \
  STATEMENT(CreatePolicyStmt)              \
  STATEMENT(CreatePublicationStmt)         \
  STATEMENT(CreateRangeStmt)               \
  STATEMENT(CreateSchemaStmt)              \
  STATEMENT(CreateSeqStmt)                 \
  STATEMENT(CreateStatsStmt)               \
  STATEMENT(CreateStmt)                    \
  STATEMENT(CreateSubscriptionStmt)        \
  STATEMENT(CreateTableAsStmt)             \
  STATEMENT(CreateTransformStmt)           \
  STATEMENT(CreateTrigStmt)                \
  STATEMENT(CreateUserMappingStmt)         \
  STATEMENT(DeclareCursorStmt)             \
  STATEMENT(DefineStmt)                    \
  STATEMENT(DeleteStmt)                    \
  STATEMENT(DiscardStmt)                   \
  STATEMENT(DoStmt)                        \
  STATEMENT(DropOwnedStmt)                 \
  STATEMENT(DropStmt)                      \
  STATEMENT(DropUserMappingStmt)           \
  STATEMENT(DropSubscriptionStmt)          \
  STATEMENT(ExecuteStmt)                   \
  STATEMENT(ExplainStmt)                   \
  STATEMENT(GrantStmt)                     \
  STATEMENT(ImportForeignSchemaStmt)       \
  STATEMENT(IndexStmt)                     \
  STATEMENT(InsertStmt)                    \
  STATEMENT(MergeStmt)                     \
  STATEMENT(PrepareStmt)                   \
  STATEMENT(ReassignOwnedStmt)             \
  STATEMENT(RenameStmt)                    \
  STATEMENT(RuleStmt)                      \
  STATEMENT(SecLabelStmt)                  \
  STATEMENT(SelectStmt)                    \
  STATEMENT(TransactionStmt)               \
  STATEMENT(TruncateStmt)                  \
  STATEMENT(UpdateStmt)                    \
  STATEMENT(VariableSetStmt)               \
  STATEMENT(ViewStmt)

#define PGPLUMB_PASSED_OVER_STATEMENTS(PASSED_OVER) \
  PASSED_OVER(CheckPointStmt)            \
  PASSED_OVER(ClosePortalStmt)           \
  PASSED_OVER(ConstraintsSetStmt)        \
  PASSED_OVER(DeallocateStmt)            \
  PASSED_OVER(FetchStmt)                 \
  PASSED_OVER(ListenStmt)                \
  PASSED_OVER(LoadStmt)                  \
  PASSED_OVER(LockStmt)                  \
  PASSED_OVER(NotifyStmt)                \
  PASSED_OVER(RefreshMatViewStmt)        \
  PASSED_OVER(ReindexStmt)               \
  PASSED_OVER(UnlistenStmt)              \
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
