// What a statement demands of the transaction it runs in.
#pragma once

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql {

// COPY … FROM stdin: its data come from the client's own input, which only psql has.
[[nodiscard]] bool reads_client_data(const ::Node* statement);

// BEGIN, START TRANSACTION, COMMIT, END, ROLLBACK (not savepoints).
[[nodiscard]] bool begins_or_ends_transaction(const ::Node* statement);

// Statements that the server refuses inside a transaction block: CREATE INDEX CONCURRENTLY, VACUUM,
// CREATE DATABASE … A CALL of a procedure that commits can't be told from the text.
[[nodiscard]] bool must_run_outside_transaction(const ::Node* statement);

}  // namespace pgplumb::sql
