// Queries that read temporary tables: a view of one is temporary itself.
#pragma once

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

[[nodiscard]] bool reads_temporary(const ::Node* query, const Replay& replay);

}  // namespace pgplumb::parse
