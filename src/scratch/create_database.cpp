#include "scratch/create_database.hpp"

namespace pgplumb::scratch {

std::string create_database_statement(const pg::Session& session, std::string_view name,
                                      const DatabaseOptions& options) {
  const std::string encoding = options.encoding.empty() ? "UTF8" : options.encoding;
  const std::string locale =
      session.quote_literal(options.locale.empty() ? std::string("C") : options.locale);
  return "CREATE DATABASE " + session.quote_identifier(name) + " TEMPLATE template0 ENCODING " +
         session.quote_literal(encoding) + " LC_COLLATE " + locale + " LC_CTYPE " + locale;
}

}  // namespace pgplumb::scratch
