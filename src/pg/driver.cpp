#include "pg/driver.hpp"

#include <pqxx/pqxx>
#include <vector>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PGPLUMB_CLANG_ASAN
#endif
#endif

namespace pgplumb::pg {

#if PQXX_VERSION_MAJOR < 7

namespace {

// Version 6 gets its connection from a policy: this one gives out a connection that is open, and
// never closes it or opens another in its place.
class BorrowPolicy : public pqxx::connectionpolicy {
 public:
  explicit BorrowPolicy(PGconn* connection)
      : connectionpolicy(std::string()), connection_(connection) {}
  handle do_startconnect(handle) override { return connection_; }
  handle do_completeconnect(handle current) override { return current; }
  handle do_dropconnect(handle) noexcept override { return nullptr; }
  handle do_disconnect(handle) noexcept override { return nullptr; }

 private:
  PGconn* connection_;
};

class BorrowedConnection : public pqxx::connection_base {
 public:
  explicit BorrowedConnection(PGconn* connection) : connection_base(policy_), policy_(connection) {
    init();
  }
  ~BorrowedConnection() noexcept { close(); }

 private:
  BorrowPolicy policy_;
};

pqxx::result execute_with(pqxx::nontransaction& work, const std::string& sql,
                          const Parameters& parameters) {
  std::vector<const char*> values;
  values.reserve(parameters.size());
  for (const auto& value : parameters) values.push_back(value ? value->c_str() : nullptr);
  return work.exec_params(sql, pqxx::prepare::make_dynamic_params(values.begin(), values.end()));
}

}  // namespace

// Version 6 never frees the result of the statement during which the connection broke: 2 kB, once
// per lost connection. The leak check must not stop at that.
#if defined(__SANITIZE_ADDRESS__) || defined(PGPLUMB_CLANG_ASAN)
extern "C" {
// NOLINTBEGIN(bugprone-reserved-identifier): names that the leak check looks for
const char* __lsan_default_suppressions() { return "leak:libpqxx-6"; }
const char* __lsan_default_options() { return "print_suppressions=0"; }
// NOLINTEND(bugprone-reserved-identifier)
}
#endif

class Driver::Connection {
 public:
  explicit Connection(PGconn* connection) : pqxx_(connection) {}
  pqxx::connection_base& get() { return pqxx_; }

 private:
  BorrowedConnection pqxx_;
};

#else

namespace {

pqxx::result execute_with(pqxx::nontransaction& work, const std::string& sql,
                          const Parameters& parameters) {
  pqxx::params values;
  values.reserve(parameters.size());
  for (const auto& value : parameters) {
    if (value) {
      values.append(*value);
    } else {
      values.append();
    }
  }
#if PQXX_VERSION_MAJOR > 7 || PQXX_VERSION_MINOR >= 10
  return work.exec(sql, values);
#else
  return work.exec_params(sql, values);
#endif
}

}  // namespace

class Driver::Connection {
 public:
  explicit Connection(PGconn* connection)
      : pqxx_(pqxx::connection::seize_raw_connection(connection)) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { std::move(pqxx_).release_raw_connection(); }
  pqxx::connection& get() { return pqxx_; }

 private:
  pqxx::connection pqxx_;
};

#endif

namespace {

template <typename Run>
Driver::ResultOwner run(Run&& execute) {
  try {
    return std::make_shared<pqxx::result>(execute());
  } catch (const pqxx::failure&) {
    return nullptr;
  }
}

}  // namespace

Driver::Driver(PGconn* connection) : connection_(std::make_unique<Connection>(connection)) {}
Driver::~Driver() = default;

Driver::ResultOwner Driver::execute(const std::string& sql) {
  return run([&] {
    pqxx::nontransaction work(connection_->get());
    return work.exec(sql);
  });
}

Driver::ResultOwner Driver::execute(const std::string& sql, const Parameters& parameters) {
  return run([&] {
    pqxx::nontransaction work(connection_->get());
    return execute_with(work, sql, parameters);
  });
}

}  // namespace pgplumb::pg
