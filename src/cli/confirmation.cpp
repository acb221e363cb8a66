#include "cli/confirmation.hpp"

#include <iostream>

#include "base/failure.hpp"

namespace pgplumb::cli {
namespace {

std::string shown_database(const Context& context, const pg::Session& session) {
  std::string text = "database \"" + printable(session.database()) + "\" on " +
                     printable(session.host().empty() ? "the local server" : session.host());
  if (!context.environment_name().empty()) {
    text += " (environment " + printable(context.environment_name()) + ")";
  }
  return text;
}

}  // namespace

void confirm(Context& context, const pg::Session& session, const std::string& what, bool yes) {
  if (!context.is_protected(session)) return;
  const std::string database = shown_database(context, session);
  if (yes) return context.output().message("about to " + what + " in protected " + database);
  if (!can_ask()) {
    throw Refused(database + " is protected: give --yes to " + what + " there; nothing was done");
  }
  std::cerr << "This will " << what << " in protected " << database
            << ".\nType the database's name to go on: " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  if (answer != session.database()) throw Refused("not confirmed; nothing was done");
}

}  // namespace pgplumb::cli
