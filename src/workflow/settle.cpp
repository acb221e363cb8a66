#include "workflow/settle.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "introspect/ask.hpp"
#include "sql/canonical.hpp"
#include "workflow/clock_readings.hpp"
#include "workflow/written_text.hpp"

namespace pgplumb::workflow {
namespace {

struct Found {
  Expression expression;
  ExpressionContext context;
};

struct ExpressionReader : ReferenceVisitor {
  std::vector<Found> found;
  void expression(const Expression& expression, const ExpressionContext& context) {
    found.push_back({expression, context});
  }
};

std::vector<Found> read_expressions(const ObjectId& id, const Object* object) {
  ExpressionReader reader;
  if (object != nullptr) visit_references(id, *object, reader);
  return reader.found;
}

// The expressions of one object that the two sides do not agree on, by their number.
struct OpenObject {
  ObjectId id;
  std::vector<std::size_t> numbers;
};

bool is_open(const Found& text, const std::vector<Found>& other, std::size_t number,
             bool same_shape) {
  if (text.expression.from_server || reads_clock(text.expression)) return false;
  if (!same_shape) return true;
  return compare_value(text.expression, other[number].expression) != Verdict::equal;
}

// An object of the text side that the server does not have is open only where the server might keep
// no object at all for it: a default of NULL.
bool worth_asking(const std::vector<Found>& text, bool on_both_sides) {
  if (on_both_sides) return true;
  return text.size() == 1 && text.front().context.role == ExpressionRole::default_value;
}

std::vector<OpenObject> open_objects(const diff::Comparison& comparison, const Catalog& text,
                                     const Catalog& server) {
  std::vector<OpenObject> open;
  for (const diff::Change& change : comparison.changes) {
    const auto ours = read_expressions(change.id, text.find(change.id));
    const auto theirs = read_expressions(change.id, server.find(change.id));
    if (ours.empty() || !worth_asking(ours, server.contains(change.id))) continue;
    OpenObject object{change.id, {}};
    for (std::size_t i = 0; i < ours.size(); ++i) {
      if (is_open(ours[i], theirs, i, ours.size() == theirs.size())) object.numbers.push_back(i);
    }
    if (!object.numbers.empty()) open.push_back(std::move(object));
  }
  return open;
}

void take_answer(Expression& expression, const introspect::Answer& answer) {
  if (answer.state == introspect::AnswerState::unanswered) return;
  if (answer.answered()) expression.text = answer.text;
  // An impossible one stays as written: it is none that the server could have.
  expression.from_server = true;
  expression.search_path = nullptr;
  expression.canonical.clear();
}

bool all_empty(const std::vector<Expression*>& expressions) {
  for (const Expression* expression : expressions) {
    if (!expression->empty()) return false;
  }
  return true;
}

void ask_expressions(const std::vector<OpenObject>& open, Catalog& text, pg::Session& session,
                     Diagnostics& diagnostics) {
  std::vector<introspect::Question> questions;
  for (const OpenObject& object : open) {
    const auto found = read_expressions(object.id, text.find(object.id));
    for (const std::size_t number : object.numbers) {
      questions.push_back({object.id, found[number].context, found[number].expression});
    }
  }
  if (questions.empty()) return;
  const auto answers = introspect::ask_server(session, text, questions, {}, diagnostics);
  std::size_t next = 0;
  for (const OpenObject& object : open) {
    const auto expressions = expressions_of(object.id, *text.find(object.id));
    for (const std::size_t number : object.numbers) {
      take_answer(*expressions[number], answers[next++]);
    }
    const bool is_default = object.id.kind == ObjectKind::attribute_default;
    if (is_default && all_empty(expressions)) {
      text.erase(object.id);
    } else {
      sql::canonicalize(text, object.id);
    }
  }
}

struct UnresolvedTypes : ReferenceVisitor {
  std::vector<TypeRef> found;
  void type(const TypeRef& type) {
    if (!type.resolved() && !type.empty()) found.push_back(type);
  }
};

struct TypeSetter : ReferenceVisitor {
  const std::map<std::string, TypeRef>* answers = nullptr;
  void type(TypeRef& type) {
    if (type.resolved() || type.empty()) return;
    const auto answer = answers->find(format_type(type));
    if (answer != answers->end()) type = answer->second;
  }
};

// Types whose names the text alone did not resolve (an extension's).
void ask_type_names(Catalog& text, pg::Session& session) {
  UnresolvedTypes unresolved;
  std::set<ObjectId> users;
  for (const auto& [id, object] : text.objects()) {
    const std::size_t before = unresolved.found.size();
    visit_references(id, object, unresolved);
    if (unresolved.found.size() > before) users.insert(id);
  }
  if (users.empty()) return;
  std::vector<introspect::TypeQuestion> questions;
  for (const TypeRef& type : unresolved.found) {
    questions.push_back({type, text.database_search_path});
  }
  const auto found = introspect::ask_types(session, questions);
  std::map<std::string, TypeRef> answers;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) answers[format_type(unresolved.found[i])] = *found[i];
  }
  for (const ObjectId& id : users) {
    TypeSetter setter;
    setter.answers = &answers;
    visit_references(id, *text.find(id), setter);
    sql::canonicalize(text, id);
  }
}

}  // namespace

diff::Comparison settle(const diff::Comparison& comparison, Catalog& current, Catalog& desired,
                        TextSide text_side, pg::Session& session,
                        const diff::CompareOptions& options, Diagnostics& diagnostics) {
  Catalog& text = text_side == TextSide::current ? current : desired;
  const Catalog& server = text_side == TextSide::current ? desired : current;
  ask_type_names(text, session);
  ask_expressions(open_objects(comparison, text, server), text, session, diagnostics);
  return diff::compare(current, desired, options);
}

bool take_built_expressions(const diff::Comparison& comparison, Catalog& text,
                            const Catalog& built) {
  bool taken = false;
  for (const diff::Change& change : comparison.changes) {
    Object* ours = text.find(change.id);
    const Object* theirs = built.find(change.id);
    if (ours == nullptr || theirs == nullptr || ours->index() != theirs->index()) continue;
    Object copy = *theirs;
    const auto own = expressions_of(change.id, *ours);
    const auto real = expressions_of(change.id, copy);
    if (own.size() != real.size()) continue;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (own[i]->empty() || reads_clock(*own[i])) continue;
      if (compare_value(*own[i], *real[i]) == Verdict::equal) continue;
      *own[i] = *real[i];
      taken = true;
    }
  }
  return taken;
}

}  // namespace pgplumb::workflow
