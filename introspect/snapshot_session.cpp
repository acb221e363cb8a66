#include "introspect/snapshot_session.hpp"

namespace pgplumb::introspect {
namespace {

std::string milliseconds(std::chrono::milliseconds time) { return std::to_string(time.count()); }

}  // namespace

std::string pinned_formats() {
  return "set local datestyle = 'ISO, MDY';"
         "set local intervalstyle = 'postgres';"
         "set local timezone = 'UTC'";
}

std::string own_formats() {
  return "set local datestyle to default;"
         "set local intervalstyle to default;"
         "set local timezone to default;";
}

std::string pinned_settings(std::chrono::milliseconds lock_timeout,
                            std::chrono::milliseconds statement_timeout) {
  return "set local search_path = '';"
         "set local jit = off;" +
         pinned_formats() +
         ";"
         "set local extra_float_digits = 1;"
         "set local bytea_output = 'hex';"
         "set local quote_all_identifiers = off;"
         "set local standard_conforming_strings = on;"
         "set local idle_in_transaction_session_timeout = 0;"
         "set local lock_timeout = " +
         milliseconds(lock_timeout) +
         ";set local statement_timeout = " + milliseconds(statement_timeout);
}

}  // namespace pgplumb::introspect
