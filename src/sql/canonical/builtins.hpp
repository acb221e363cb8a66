// What every database holds in pg_catalog: types, casts, operators, routines, operator classes.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/canonical/type_info.hpp"

namespace pgplumb::sql::canon {

struct Parameter {
  std::string_view name;  // may be empty
  const TypeInfo* type = nullptr;
  bool has_default = false;
};

// The major versions that have something built in.
struct Majors {
  int first = 0;
  int last = 1000;
  // `server_version` as in Catalog::version(): 0 is the newest.
  [[nodiscard]] bool hold(int server_version) const {
    const int major = server_version == 0 ? 1000 : server_version / 10000;
    return first <= major && major <= last;
  }
};

// A routine as resolution needs it; views point into the catalog or into static text.
struct Signature {
  std::string_view space;
  std::string_view name;
  // pg_proc.prokind (f p a w); ordered-set aggregates: o, hypothetical-set ones: h.
  char kind = 'f';
  bool returns_set = false;
  bool variadic = false;  // the last parameter (an array type or "any") repeats
  const TypeInfo* result = nullptr;
  std::vector<Parameter> parameters;  // inputs
  std::vector<std::pair<std::string_view, const TypeInfo*>> outputs;
  const ObjectId* id = nullptr;  // not built in
  Majors majors;
};

struct Operator {
  std::string_view space;
  std::string_view name;
  const TypeInfo* left = nullptr;  // null: prefix operator
  const TypeInfo* right = nullptr;
  const TypeInfo* result = nullptr;
  const ObjectId* id = nullptr;  // of the model; else built in or an extension's
};

struct OperatorClass {
  std::string_view method;
  std::string_view name;
  const TypeInfo* type = nullptr;
  bool is_default = false;
};

// Types that the rules of the grammar name.
struct KnownTypes {
  const TypeInfo *unknown, *any, *boolean, *int2, *int4, *int8, *float4, *float8, *numeric, *text,
      *varchar, *bpchar, *name, *char_, *date, *time, *timetz, *timestamp, *timestamptz, *interval,
      *json, *jsonb, *jsonpath, *uuid, *oid, *regclass, *regtype, *regproc, *regprocedure,
      *regconfig, *inet, *cidr, *bytea, *bit, *varbit, *record, *record_array, *xml, *tid, *xid,
      *cid, *void_;
};

[[nodiscard]] const TypeInfo* builtin(std::string_view typname);  // null: none
[[nodiscard]] const KnownTypes& known();
// Of all versions: see Signature::majors.
[[nodiscard]] std::span<const Signature* const> builtin_routines(std::string_view name);
[[nodiscard]] std::span<const Operator* const> builtin_operators(std::string_view name);
[[nodiscard]] std::span<const OperatorClass> builtin_operator_classes();
[[nodiscard]] bool is_builtin_text_search_configuration(std::string_view name);
// "name:type name:type …" of a relation in pg_catalog or information_schema; empty: none.
[[nodiscard]] std::string_view builtin_relation(std::string_view space, std::string_view name,
                                                int server_version);
// Whether a version of pg_catalog has it.
[[nodiscard]] bool is_builtin_relation(std::string_view name);

}  // namespace pgplumb::sql::canon
