#include "sql/canonical/unmanaged.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "sql/memory_scope.hpp"
#include "sql/raw_parser.hpp"
#include "sql/tree.hpp"
#include "sql/types.hpp"

namespace pgplumb::sql::canon {
namespace {

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

// The parts of "space.name" as pg_identify_object quotes them.
QualifiedName identified_name(std::string_view text) {
  std::vector<std::string> parts(1);
  bool in_quotes = false;
  for (const char c : text) {
    if (c == '"')
      in_quotes = !in_quotes;
    else if (c == '.' && !in_quotes && parts.size() == 1)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts.size() == 2 ? qualified(parts[0], parts[1]) : qualified("", parts[0]);
}

// "public.===(integer,integer)"
std::optional<UnmanagedRoutine> identified(std::string_view text, bool is_operator,
                                           const Catalog& catalog) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || text.back() != ')') return {};
  UnmanagedRoutine routine;
  routine.is_operator = is_operator;
  routine.name = identified_name(text.substr(0, open));
  std::string_view list = text.substr(open + 1, text.size() - open - 2);
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string word(list.substr(0, comma));
    while (!word.empty() && word.front() == ' ') word.erase(0, 1);
    list.remove_prefix(std::min(comma + 1, list.size()));
    if (word == "NONE" || word == "-") {
      routine.arguments.emplace_back();
      continue;
    }
    routine.arguments.push_back(parse_type(word, catalog, {}));
    if (routine.arguments.back().empty()) return {};
  }
  return routine;
}

class DefinitionReader {
 public:
  explicit DefinitionReader(const Catalog& catalog) : catalog_(catalog) {}

  std::optional<UnmanagedRoutine> read(const std::string& text) {
    const MemoryScope memory;
    const RawParseResult parsed = raw_parse(text, ParseMode::statements);
    if (parsed.error || items<RawStmt>(parsed.tree).size() != 1) return {};
    const auto* define = PGPLUMB_NODE_AS(items<RawStmt>(parsed.tree)[0]->stmt, DefineStmt);
    if (define == nullptr) return {};
    if (define->kind == OBJECT_OPERATOR) return read_operator(define);
    return define->kind == OBJECT_AGGREGATE ? read_aggregate(define) : std::nullopt;
  }

 private:
  [[nodiscard]] const SearchPath& path() const { return catalog_.database_search_path; }

  QualifiedName name_of(const List* names) const {
    const std::vector<std::string> parts = strings_of(names);
    if (parts.size() > 1) return qualified(parts[parts.size() - 2], parts.back());
    return qualified(path().empty() ? "public" : path()[0], parts.back());
  }

  static const Node* option(const List* definition, std::string_view name,
                            std::string_view other_name) {
    for (const DefElem* element : items<DefElem>(definition)) {
      if (element->defname == name || element->defname == other_name) return element->arg;
    }
    return nullptr;
  }

  TypeRef type_of(const Node* node) const {
    const auto* name = PGPLUMB_NODE_AS(node, TypeName);
    return name == nullptr ? TypeRef{} : resolve_type(*name, catalog_, path());
  }

  // The result of the routine of that name, when all of that name agree.
  TypeRef result_of(const Node* node) const {
    const auto* name = PGPLUMB_NODE_AS(node, TypeName);  // the grammar reads it as a type
    if (name == nullptr) return {};
    TypeRef result;
    for (const ObjectId& id : catalog_.find_routines(name_of(name->names))) {
      const auto* routine = catalog_.get<Routine>(id);
      if (routine == nullptr || (!result.empty() && !(routine->result == result))) return {};
      result = routine->result;
    }
    return result;
  }

  std::optional<UnmanagedRoutine> read_operator(const DefineStmt* define) const {
    UnmanagedRoutine result;
    result.is_operator = true;
    result.name = name_of(define->defnames);
    result.arguments = {type_of(option(define->definition, "leftarg", "leftarg")),
                        type_of(option(define->definition, "rightarg", "rightarg"))};
    result.result = result_of(option(define->definition, "function", "procedure"));
    return result;
  }

  std::optional<UnmanagedRoutine> read_aggregate(const DefineStmt* define) const {
    UnmanagedRoutine result;
    result.name = name_of(define->defnames);
    if (define->oldstyle) {
      const TypeRef base = type_of(option(define->definition, "basetype", "basetype"));
      if (base.empty()) return {};
      result.arguments.push_back(base);
    } else if (!read_arguments(define->args, result)) {
      return {};
    }
    const Node* final_function = option(define->definition, "finalfunc", "finalfunc");
    result.result = final_function != nullptr
                        ? result_of(final_function)
                        : type_of(option(define->definition, "stype", "stype1"));
    return result;
  }

  // The grammar gives a list of the parameters and the number of direct ones.
  bool read_arguments(const List* args, UnmanagedRoutine& result) const {
    const auto parts = items<Node>(args);
    if (parts.size() != 2) return false;
    const auto* direct = PGPLUMB_NODE_AS(parts[1], Integer);
    if (direct == nullptr || direct->ival >= 0) return false;  // ordered-set aggregate
    for (const FunctionParameter* parameter :
         items<FunctionParameter>(reinterpret_cast<const List*>(parts[0]))) {
      if (parameter->mode == FUNC_PARAM_VARIADIC) return false;
      result.arguments.push_back(resolve_type(*parameter->argType, catalog_, path()));
    }
    return true;
  }

  const Catalog& catalog_;
};

bool defines_routine(std::string_view what) {
  return begins_with(what, "statement CREATE AGGREGATE") ||
         begins_with(what, "statement CREATE OPERATOR") ||
         begins_with(what, "statement CREATE OR REPLACE AGGREGATE");
}

bool is_class_or_family(std::string_view what) {
  return begins_with(what, "statement CREATE OPERATOR CLASS") ||
         begins_with(what, "statement CREATE OPERATOR FAMILY");
}

}  // namespace

std::vector<UnmanagedRoutine> unmanaged_routines(const Catalog& catalog, bool& complete) {
  std::vector<UnmanagedRoutine> all;
  DefinitionReader reader(catalog);
  complete = true;
  for (const Unmanaged& item : catalog.unmanaged) {
    const std::string_view what = item.what;
    std::optional<UnmanagedRoutine> found;
    constexpr std::string_view kOperator = "operator ";
    constexpr std::string_view kAggregate = "aggregate ";
    if (begins_with(what, "operator class") || begins_with(what, "operator family")) continue;
    if (begins_with(what, kOperator)) {
      found = identified(what.substr(kOperator.size()), true, catalog);
    } else if (begins_with(what, kAggregate)) {
      found = identified(what.substr(kAggregate.size()), false, catalog);
    } else if (defines_routine(what) && !is_class_or_family(what) && item.span.known()) {
      const std::string_view text = item.span.source->text();
      found =
          reader.read(std::string(text.substr(item.span.begin, item.span.end - item.span.begin)));
    } else {
      continue;
    }
    if (found) {
      all.push_back(std::move(*found));
    } else {
      complete = false;
    }
  }
  return all;
}

}  // namespace pgplumb::sql::canon
