#include "workflow/rename_options.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "sql/rename.hpp"
#include "workflow/relation_shape.hpp"

namespace pgplumb::workflow {
namespace {

// The parts of a written name; in double quotes dots are letters and "" is a quote.
std::vector<std::string> split_dots(std::string_view text) {
  std::vector<std::string> parts{""};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool doubled = quoted && text.substr(i, 2) == "\"\"";
    if (doubled) ++i;
    if (text[i] == '"' && !doubled) {
      quoted = !quoted;
    } else if (text[i] == '.' && !quoted) {
      parts.emplace_back();
    } else {
      parts.back() += text[i];
    }
  }
  return parts;
}

// Where the right side begins: the first sign of equality outside of quotes.
std::size_t sign_in(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == '=' && !quoted) return i;
  }
  return std::string_view::npos;
}

// One part that split_dots reads back.
std::string written(const std::string& name) {
  if (name.find_first_of(".=\"") == std::string::npos) return name;
  std::string text = "\"";
  for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + "\"";
}

std::string written(const ObjectId& id) {
  std::string text = id.space.empty() ? "" : written(id.space) + ".";
  text += written(id.name);
  return id.subject ? text + "." + written(id.member) : text;
}

std::optional<ObjectId> named(const Catalog& catalog, const QualifiedName& name) {
  if (const auto id = catalog.find_class(name); id && !id->subject) return id;
  if (const auto id = catalog.find_type(name)) return id;
  const auto routines = catalog.find_routines(name);
  if (routines.size() == 1) return routines.front();
  const ObjectId statistics = object_id(ObjectKind::statistics_object, name);
  return catalog.contains(statistics) ? std::optional(statistics) : std::nullopt;
}

// Objects without a namespace.
std::optional<ObjectId> named(const Catalog& catalog, const std::string& name) {
  for (const ObjectKind kind :
       {ObjectKind::namespace_, ObjectKind::publication, ObjectKind::subscription,
        ObjectKind::event_trigger, ObjectKind::language}) {
    const ObjectId id = object_id(kind, Identifier(name));
    if (catalog.contains(id)) return id;
  }
  return std::nullopt;
}

// A column before a constraint of its name, and so on.
constexpr auto kParts = {ObjectKind::attribute, ObjectKind::constraint, ObjectKind::trigger,
                         ObjectKind::policy, ObjectKind::rule};

std::optional<ObjectId> part_of_named(const Catalog& catalog, const QualifiedName& holder,
                                      const std::string& part) {
  const auto relation = catalog.find_class(holder);
  const auto whole = relation ? relation : catalog.find_type(holder);
  if (!whole || whole->subject) return std::nullopt;
  for (const ObjectKind kind : kParts) {
    const ObjectId id = part_of(*whole, kind, Identifier(part));
    if (catalog.contains(id)) return id;
  }
  return std::nullopt;
}

std::optional<ObjectId> find_named(const Catalog& catalog, const std::vector<std::string>& parts) {
  switch (parts.size()) {
    case 1:
      if (auto id = named(catalog, qualified("public", parts[0]))) return id;
      return named(catalog, parts[0]);
    case 2:
      if (auto id = named(catalog, qualified(parts[0], parts[1]))) return id;
      return part_of_named(catalog, qualified("public", parts[0]), parts[1]);
    case 3: return part_of_named(catalog, qualified(parts[0], parts[1]), parts[2]);
    default: return std::nullopt;
  }
}

ObjectId with_name(ObjectId id, const std::string& name) {
  (id.subject ? id.member : id.name) = name;
  return id;
}

// "amount", and of what stands in a namespace "archive.orders", too. Nothing: no such name.
std::optional<ObjectId> after_of(const ObjectId& before, std::string_view text) {
  const std::vector<std::string> parts = split_dots(text);
  if (parts.size() == 1) return with_name(before, parts[0]);
  if (parts.size() != 2 || before.subject || before.space.empty()) {
    return std::nullopt;
  }
  ObjectId after = with_name(before, parts[1]);
  after.space = parts[0];
  return after;
}

bool alike(const Catalog& current, const ObjectId& dropped, const Catalog& desired,
           const ObjectId& created) {
  if (dropped.kind != created.kind) return false;
  if (dropped.kind == ObjectKind::relation) {
    const auto shape = shape_of(current, dropped);
    return !shape.empty() && shape == shape_of(desired, created);
  }
  if (dropped.kind != ObjectKind::attribute || dropped.space != created.space ||
      dropped.name != created.name) {
    return false;
  }
  const auto* one = current.get<Attribute>(dropped);
  const auto* two = desired.get<Attribute>(created);
  // A column of a table that is renamed as well has another id there.
  if (one == nullptr || two == nullptr) return false;
  return one->type == two->type && one->not_null == two->not_null;
}

}  // namespace

diff::CompareOptions compare_options(std::vector<diff::RenameHint> renames) {
  diff::CompareOptions options;
  options.renames = std::move(renames);
  options.rename_expression = [](Expression& expression, const ExpressionContext& context,
                                 const diff::RenameHint& hint, const Catalog& state) {
    sql::apply_rename(expression, context, {hint.before, hint.after}, state);
  };
  options.move_expression = sql::apply_move;
  return options;
}

std::vector<diff::RenameHint> parse_renames(const std::vector<std::string>& texts,
                                            const Catalog& current, Diagnostics& diagnostics) {
  std::vector<diff::RenameHint> hints;
  for (const std::string& text : texts) {
    const std::size_t sign = sign_in(text);
    const bool whole = sign != std::string::npos && sign > 0 && sign + 1 < text.size();
    const auto before =
        whole ? find_named(current, split_dots(std::string_view(text).substr(0, sign)))
              : std::nullopt;
    const auto after =
        before ? after_of(*before, std::string_view(text).substr(sign + 1)) : std::nullopt;
    if (!after) {
      diagnostics.add(DiagnosticCode::configuration,
                      "--rename " + printable(text) +
                          ": want EXISTING=NAME, where EXISTING is a table, column, "
                          "constraint, type, function or schema that the migrations make "
                          "(orders.total=amount, or orders=archive.orders for one that moves to "
                          "another schema)");
      continue;
    }
    hints.push_back({*before, *after});
  }
  return hints;
}

std::string rename_text(const diff::RenameHint& hint) {
  if (hint.before.space != hint.after.space)
    return written(hint.before) + "=" + written(hint.after);
  const std::string& name = hint.after.subject ? hint.after.member : hint.after.name;
  return written(hint.before) + "=" + written(name);
}

std::vector<diff::RenameHint> directives_that_apply(const std::vector<diff::RenameHint>& settled,
                                                    const Catalog& current,
                                                    const Catalog& desired) {
  std::vector<diff::RenameHint> result;
  for (const diff::RenameHint& hint : settled) {
    if (current.contains(hint.before) && !current.contains(hint.after) &&
        desired.contains(hint.after) && !desired.contains(hint.before)) {
      result.push_back(hint);
    }
  }
  return result;
}

std::vector<diff::RenameHint> reversed(const std::vector<diff::RenameHint>& renames) {
  std::vector<diff::RenameHint> result;
  result.reserve(renames.size());
  for (const diff::RenameHint& hint : renames) result.push_back({hint.after, hint.before});
  std::reverse(result.begin(), result.end());
  return result;
}

std::vector<diff::RenameHint> likely_renames(const diff::Comparison& comparison,
                                             const Catalog& current, const Catalog& desired) {
  std::vector<diff::RenameHint> pairs;
  for (const diff::Change& drop : comparison.changes) {
    if (drop.verb != diff::Verb::drop || drop.folded_into) continue;
    for (const diff::Change& create : comparison.changes) {
      if (create.verb != diff::Verb::create || create.folded_into) continue;
      if (alike(current, drop.id, desired, create.id)) pairs.push_back({drop.id, create.id});
    }
  }
  const auto ambiguous = [&](const diff::RenameHint& hint) {
    return std::count_if(pairs.begin(), pairs.end(), [&](const diff::RenameHint& other) {
             return other.before == hint.before || other.after == hint.after;
           }) > 1;
  };
  std::vector<diff::RenameHint> result;
  std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(result),
               [&](const diff::RenameHint& hint) { return !ambiguous(hint); });
  return result;
}

}  // namespace pgplumb::workflow
