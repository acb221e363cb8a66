// BEGIN … COMMIT around a scope.
#pragma once

#include "pg/session.hpp"

namespace pgplumb::pg {

enum class Isolation { read_committed, repeatable_read, serializable };
enum class Access { read_write, read_only };

// Begins in the constructor; the destructor rolls back what was not committed and never throws.
// The session must outlive it. One at a time per session.
class Transaction {
 public:
  explicit Transaction(Session& session, Isolation isolation = Isolation::read_committed,
                       Access access = Access::read_write);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  // Throws ServerError when the server could not commit, also when the transaction had failed
  // before and COMMIT therefore rolled back. A ConnectionError means that nobody knows.
  void commit();
  void rollback();

  [[nodiscard]] Session& session() { return session_; }
  [[nodiscard]] bool open() const { return open_; }

 private:
  Session& session_;
  bool open_ = false;
};

// SAVEPOINT … RELEASE inside a transaction; rolled back to, unless released.
class Savepoint {
 public:
  // `name`: lower-case letters, digits and underscores.
  Savepoint(Session& session, std::string name);
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  ~Savepoint();

  void release();
  void rollback();

 private:
  Session& session_;
  std::string name_;
  bool open_ = false;
};

}  // namespace pgplumb::pg
