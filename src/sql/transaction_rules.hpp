// What a statement demands of the transaction it runs in.
#pragma once

#include <cstdint>
#include <string>

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql {

// COPY … FROM stdin: its data come from the client's own input, which only psql has.
[[nodiscard]] bool reads_client_data(const ::Node* statement);

// What a statement has to do with a publisher on another server.
enum class ReplicationEffect : std::uint8_t {
  none,
  connects,    // to the publisher: CREATE SUBSCRIPTION, REFRESH PUBLICATION
  starts,      // replication, once it is committed: ENABLE
  drops_slot,  // DROP SUBSCRIPTION, unless the subscription has none
};
struct Replication {
  ReplicationEffect effect = ReplicationEffect::none;
  std::string subscription;
};
[[nodiscard]] Replication replication_of(const ::Node* statement);

// BEGIN, START TRANSACTION, COMMIT, END, ROLLBACK (not savepoints).
[[nodiscard]] bool begins_or_ends_transaction(const ::Node* statement);

// BEGIN, START TRANSACTION.
[[nodiscard]] bool begins_transaction(const ::Node* statement);

// INSERT, UPDATE, DELETE, MERGE, also within a WITH: what may touch no row at last.
[[nodiscard]] bool changes_rows(const ::Node* statement);

// ROLLBACK of all that came before (not to a savepoint).
[[nodiscard]] bool rolls_back(const ::Node* statement);

// SAVEPOINT, ROLLBACK TO, RELEASE, and SET TRANSACTION, which must come before the first of them.
[[nodiscard]] bool is_about_savepoint(const ::Node* statement);

// CALL and DO: what they call may commit, and then they can't run inside a transaction block.
[[nodiscard]] bool may_end_transaction(const ::Node* statement);

// SET and RESET of anything that lasts as long as the session.
[[nodiscard]] bool changes_session(const ::Node* statement);

// Statements that the server refuses inside a transaction block: CREATE INDEX CONCURRENTLY, VACUUM,
// CREATE DATABASE … A CALL of a procedure that commits can't be told from the text.
[[nodiscard]] bool must_run_outside_transaction(const ::Node* statement);

}  // namespace pgplumb::sql
