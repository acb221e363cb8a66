// A function or procedure: pg_proc. Identity: namespace, name, input types.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/configuration.hpp"
#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(RoutineKind, function, procedure, window)
PGPLUMB_ENUM(ArgumentMode, in, out, inout, variadic, table)
PGPLUMB_ENUM(Volatility, volatile_, stable, immutable)
PGPLUMB_ENUM(ParallelSafety, unsafe, restricted, safe)

struct Argument {
  ArgumentMode mode = ArgumentMode::in;
  Identifier name;  // may be empty
  TypeRef type;
  Expression default_value;

  static constexpr std::tuple fields{field<&Argument::mode>("mode"), field<&Argument::name>("name"),
                                     field<&Argument::type>("type"),
                                     field<&Argument::default_value>("default")};
};

struct Routine {
  RoutineKind routine_kind = RoutineKind::function;
  std::vector<Argument> arguments;
  TypeRef result;  // empty for procedures without output; "record" / the single OUT type else
  bool returns_set = false;
  Identifier language;  // lower case: "sql", "plpgsql", "c"
  std::string body;     // prosrc, byte for byte (C: link symbol)
  Expression sql_body;  // BEGIN ATOMIC … END or RETURN …; then `body` is empty
  std::string library;  // probin; C functions only
  Volatility volatility = Volatility::volatile_;
  ParallelSafety parallel = ParallelSafety::unsafe;
  bool strict = false;
  bool security_definer = false;
  bool leakproof = false;
  std::string cost;  // as written by the server; "" = the language's default
  std::string rows;  // "" = default
  QualifiedName support;
  std::vector<TypeRef> transforms;  // TRANSFORM FOR TYPE, as written
  Configuration configuration;

  static constexpr std::tuple fields{field<&Routine::routine_kind>("kind"),
                                     field<&Routine::arguments>("arguments"),
                                     field<&Routine::result>("result"),
                                     field<&Routine::returns_set>("returns_set"),
                                     field<&Routine::language>("language"),
                                     field<&Routine::body>("body"),
                                     field<&Routine::sql_body>("sql_body"),
                                     field<&Routine::library>("library"),
                                     field<&Routine::volatility>("volatility"),
                                     field<&Routine::parallel>("parallel"),
                                     field<&Routine::strict>("strict"),
                                     field<&Routine::security_definer>("security_definer"),
                                     field<&Routine::leakproof>("leakproof"),
                                     field<&Routine::cost>("cost"),
                                     field<&Routine::rows>("rows"),
                                     field<&Routine::support>("support"),
                                     field<&Routine::transforms>("transforms"),
                                     field<&Routine::configuration>("configuration")};
  static constexpr bool ownable = true;
};

// ObjectId::member of a routine: input types (IN, INOUT, VARIADIC) as format_type prints them
// without modifiers, separated by ", ".
[[nodiscard]] std::string arguments_key(const std::vector<Argument>& arguments);
[[nodiscard]] std::string arguments_key(const std::vector<TypeRef>& types);  // of input types

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Routine>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  for (auto& argument : self.arguments) {
    visit.type(argument.type);
    if (!argument.default_value.empty()) {
      visit.expression(argument.default_value,
                       {ExpressionRole::argument_default, {}, argument.type});
    }
  }
  if (!self.result.empty()) visit.type(self.result);
  for (auto& type : self.transforms) visit.type(type);
  visit.language(self.language);
  if (!self.support.empty()) visit.routine(self.support);
  if (!self.sql_body.empty()) {
    visit.expression(self.sql_body, {ExpressionRole::routine_body, {}, self.result});
  }
}

}  // namespace pgplumb
