// A base type: pg_type.typtype = 'b', without the array types.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/kinds/attribute.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(Alignment, char_, int2, int4, double_)

struct BaseType {
  QualifiedName input;
  QualifiedName output;
  QualifiedName receive;
  QualifiedName send;
  QualifiedName modifier_input;
  QualifiedName modifier_output;
  QualifiedName analyze;
  QualifiedName subscript;
  int internal_length = -1;  // -1 = variable
  bool passed_by_value = false;
  Alignment alignment = Alignment::int4;
  Storage storage = Storage::plain;
  std::string category = "U";
  bool preferred = false;
  std::optional<std::string> default_value;
  TypeRef element;
  std::string delimiter = ",";
  bool collatable = false;

  static constexpr std::tuple fields{field<&BaseType::input>("input"),
                                     field<&BaseType::output>("output"),
                                     field<&BaseType::receive>("receive"),
                                     field<&BaseType::send>("send"),
                                     field<&BaseType::modifier_input>("typmod_in"),
                                     field<&BaseType::modifier_output>("typmod_out"),
                                     field<&BaseType::analyze>("analyze"),
                                     field<&BaseType::subscript>("subscript"),
                                     field<&BaseType::internal_length>("internallength"),
                                     field<&BaseType::passed_by_value>("passedbyvalue"),
                                     field<&BaseType::alignment>("alignment"),
                                     field<&BaseType::storage>("storage"),
                                     field<&BaseType::category>("category"),
                                     field<&BaseType::preferred>("preferred"),
                                     field<&BaseType::default_value>("default"),
                                     field<&BaseType::element>("element"),
                                     field<&BaseType::delimiter>("delimiter"),
                                     field<&BaseType::collatable>("collatable")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, BaseType>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  TypeRef own;
  own.name = id.qualified_name();
  visit.function(self.output, {own});
  if (!self.send.empty()) visit.function(self.send, {own});
  // What these take has more than one form.
  visit.routine(self.input);
  for (auto* optional : {&self.receive, &self.modifier_input, &self.modifier_output, &self.analyze,
                         &self.subscript}) {
    if (!optional->empty()) visit.routine(*optional);
  }
  if (!self.element.empty()) visit.type(self.element);
}

}  // namespace pgplumb
