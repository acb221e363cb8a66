#include "parse/sequence_options.hpp"

#include <charconv>
#include <limits>

#include "parse/options.hpp"
#include "parse/relation_tree.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

struct Bounds {
  std::int64_t minimum;
  std::int64_t maximum;
};

template <typename T>
Bounds bounds_of() {
  return {std::numeric_limits<T>::min(), std::numeric_limits<T>::max()};
}

Bounds bounds_of(const TypeRef& type) {
  const std::string& name = type.name.name.text();
  if (name == "int2") return bounds_of<std::int16_t>();
  if (name == "int4") return bounds_of<std::int32_t>();
  return bounds_of<std::int64_t>();
}

// The last option of that name wins nothing: the server refuses duplicates, so the first will do.
const ::DefElem* find_option(const ::List* options, std::string_view name) {
  for (const ::DefElem* option : sql::items<::DefElem>(options)) {
    if (option->defname != nullptr && name == option->defname) return option;
  }
  return nullptr;
}

std::optional<std::int64_t> number_of(const ::DefElem* option) {
  if (option == nullptr || option->arg == nullptr) return std::nullopt;
  const std::string text = option_value(*option);
  std::int64_t value = 0;
  const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
  const auto parsed = std::from_chars(begin, text.data() + text.size(), value);
  return parsed.ec == std::errc() ? std::optional(value) : std::nullopt;
}

class SequenceChange {
 public:
  SequenceChange(Sequence& sequence, const ::List* options, bool is_new)
      : sequence_(sequence), options_(options), is_new_(is_new) {}

  void run(Replay& replay) {
    set_type(replay);
    if (const auto step = number_of(find_option(options_, "increment")))
      sequence_.increment = *step;
    if (const ::DefElem* cycle = find_option(options_, "cycle")) {
      sequence_.cycle = option_value(*cycle) == "true";
    }
    set_bounds();
    if (const auto start = number_of(find_option(options_, "start"))) {
      sequence_.start = *start;
    } else if (is_new_) {
      sequence_.start = sequence_.increment > 0 ? sequence_.minimum : sequence_.maximum;
    }
    if (const auto cache = number_of(find_option(options_, "cache"))) sequence_.cache = *cache;
  }

 private:
  void set_type(Replay& replay) {
    const ::DefElem* as = find_option(options_, "as");
    if (as != nullptr) {
      if (const auto* name = PGPLUMB_NODE_AS(as->arg, TypeName)) {
        const TypeRef type = replay.type(*name);
        const Bounds before = bounds_of(sequence_.type);
        // Bounds that were those of the type follow the type.
        reset_maximum_ = !is_new_ && sequence_.maximum == before.maximum;
        reset_minimum_ = !is_new_ && sequence_.minimum == before.minimum;
        sequence_.type = type;
      }
    }
    if (sequence_.type.empty()) sequence_.type = builtin_type("int8");
  }

  void set_bounds() {
    const Bounds bounds = bounds_of(sequence_.type);
    const ::DefElem* maximum = find_option(options_, "maxvalue");
    if (const auto written = number_of(maximum)) {
      sequence_.maximum = *written;
    } else if (is_new_ || maximum != nullptr || reset_maximum_) {
      sequence_.maximum = sequence_.increment > 0 || reset_maximum_ ? bounds.maximum : -1;
    }
    const ::DefElem* minimum = find_option(options_, "minvalue");
    if (const auto written = number_of(minimum)) {
      sequence_.minimum = *written;
    } else if (is_new_ || minimum != nullptr || reset_minimum_) {
      sequence_.minimum = sequence_.increment < 0 || reset_minimum_ ? bounds.minimum : 1;
    }
  }

  Sequence& sequence_;
  const ::List* options_;
  bool is_new_;
  bool reset_maximum_ = false;
  bool reset_minimum_ = false;
};

std::optional<ObjectId> owner_column(const std::vector<std::string>& names, int location,
                                     Replay& replay) {
  const Identifier column(names.back());
  std::optional<ObjectId> relation;
  if (names.size() > 2) {
    relation =
        replay.catalog().find_class(qualified(names[names.size() - 3], names[names.size() - 2]));
  } else {
    for (const std::string& space : replay.search_path()) {
      if (!relation) relation = replay.catalog().find_class(qualified(space, names[0]));
    }
  }
  if (!relation || !replay.catalog().contains(attribute_id(*relation, column))) {
    replay.unresolved("column", names[names.size() - 2] + "." + names.back(), location);
    return std::nullopt;
  }
  return attribute_id(*relation, column);
}

}  // namespace

void define_sequence(Sequence& sequence, const ::List* options, Replay& replay) {
  SequenceChange(sequence, options, true).run(replay);
}

void change_sequence(Sequence& sequence, const ::List* options, Replay& replay) {
  SequenceChange(sequence, options, false).run(replay);
}

void own_sequence(Sequence& sequence, const ::List* options, Replay& replay) {
  const ::DefElem* owned = find_option(options, "owned_by");
  if (owned == nullptr) return;
  const auto* list = PGPLUMB_NODE_AS(owned->arg, List);
  const std::vector<std::string> names = sql::strings_of(list);
  if (names.size() < 2) {  // NONE
    sequence.owner_relation = {};
    sequence.owner_attribute = {};
    return;
  }
  if (const auto column = owner_column(names, owned->location, replay)) {
    sequence.owner_relation = column->qualified_name();
    sequence.owner_attribute = Identifier(column->member);
  }
}

void change_sequence_type(Sequence& sequence, const TypeRef& type) {
  const Bounds before = bounds_of(sequence.type);
  const Bounds after = bounds_of(type);
  if (sequence.maximum == before.maximum) sequence.maximum = after.maximum;
  if (sequence.minimum == before.minimum) sequence.minimum = after.minimum;
  sequence.type = type;
}

std::optional<QualifiedName> written_sequence_name(const ::List* options, const Replay& replay) {
  const ::DefElem* name = find_option(options, "sequence_name");
  if (name == nullptr) return std::nullopt;
  return replay.creation_name(PGPLUMB_NODE_AS(name->arg, List));
}

Sequence sequence_for_column(const TypeRef& type, const QualifiedName& relation,
                             const Identifier& column) {
  Sequence sequence;
  sequence.type = type;
  sequence.maximum = bounds_of(type).maximum;
  sequence.owner_relation = relation;
  sequence.owner_attribute = column;
  return sequence;
}

}  // namespace pgplumb::parse
