// A server whose tables can be read here: pg_foreign_server.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/foreign_option.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct ForeignServer {
  Identifier wrapper;  // may be an extension's
  std::string type;
  std::string version;
  ForeignOptions options;

  static constexpr std::tuple fields{
      field<&ForeignServer::wrapper>("wrapper"), field<&ForeignServer::type>("type"),
      field<&ForeignServer::version>("version"), field<&ForeignServer::options>("options")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, ForeignServer>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  visit.foreign_data_wrapper(self.wrapper);
}

}  // namespace pgplumb
