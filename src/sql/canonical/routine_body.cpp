#include "sql/canonical/routine_body.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "sql/canonical/analyse_action.hpp"
#include "sql/canonical/analyser.hpp"
#include "sql/canonical/rule_action.hpp"
#include "sql/canonical/star_expansion.hpp"
#include "sql/fragment.hpp"

namespace pgplumb::sql::canon {
namespace {

const ExpressionContext kContext{ExpressionRole::routine_body, {}, {}};

// Nothing where it is not clear which ones the body sees.
std::optional<Parameters> parameters_of(Symbols& symbols, const ObjectId& id,
                                        const Routine& routine) {
  Parameters parameters;
  parameters.routine = id.name.str();
  for (const Argument& argument : routine.arguments) {
    const bool output = argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::table;
    if (output && routine.routine_kind == RoutineKind::procedure) return std::nullopt;
    if (output) continue;
    const TypeInfo* type = symbols.types().find(argument.type);
    const bool fixed = type != nullptr && type->polymorphic == Polymorphic::no;
    parameters.all.push_back({argument.name.text(), fixed ? type : nullptr});
  }
  return parameters;
}

class BodyAnalysis {
 public:
  BodyAnalysis(Symbols& symbols, const Expression& body, const Parameters& parameters)
      : symbols_(symbols),
        body_(body),
        analyser_(symbols, body.search_path.get(), body.from_server) {
    analyser_.set_parameters(&parameters);
  }

  // Empty for a form that is not analysed.
  std::string run(const Node* body) {
    if (nodeTag(body) != T_List) return statement(body);
    std::string text = "BEGIN ATOMIC";
    for (const Node* part : items<Node>(reinterpret_cast<const List*>(body))) {
      for (const Node* one : items<Node>(reinterpret_cast<const List*>(part))) {
        const std::string printed = statement(one);
        if (printed.empty()) return {};
        text.append("\n ").append(printed).append(";");
      }
    }
    return text + "\nEND";
  }

  [[nodiscard]] const Analyser& analyser() const { return analyser_; }
  // Whether a statement is about a table that its expressions need not name.
  [[nodiscard]] bool changes_rows() const { return changes_rows_; }

 private:
  std::string statement(const Node* node) {
    if (const auto* returned = PGPLUMB_NODE_AS(node, ReturnStmt)) {
      Value value = analyser_.expression(returned->returnval);
      if (value.untyped()) {
        value = analyser_.coerce(std::move(value), known().text, {}, CastContext::implicit);
      }
      return "RETURN " + value.text;
    }
    changes_rows_ = changes_rows_ || nodeTag(node) != T_SelectStmt;
    return analyse_action(analyser_, symbols_.catalog(), body_.search_path.get(), node, kContext);
  }

  Symbols& symbols_;
  const Expression& body_;
  Analyser analyser_;
  bool changes_rows_ = false;
};

}  // namespace

void close_body(Symbols& symbols, const ObjectId& id, Routine& routine) {
  Expression& body = routine.sql_body;
  if (body.empty()) return;
  const Fragment fragment(body.text, FragmentKind::routine_body);
  const auto parameters = parameters_of(symbols, id, routine);
  if (fragment.node() == nullptr || !parameters) return;
  BodyAnalysis analysis(symbols, body, *parameters);
  const std::string text = analysis.run(fragment.node());
  const Analyser& analyser = analysis.analyser();
  if (text.empty() || !analyser.closed() || analyser.lossy()) return;
  std::set<ObjectId> references = analyser.references();
  if (analysis.changes_rows()) {
    Expression whole;
    whole.text = text;
    whole.from_server = true;
    if (!canonicalize_body(symbols, whole, kContext)) return;
    references.insert(whole.references.begin(), whole.references.end());
  }
  body.canonical = text;
  body.closed = true;
  body.references.assign(references.begin(), references.end());
  // `*` means the columns of the moment at which the routine is made. (The server prints none.)
  if (!body.from_server) body.text = with_stars_expanded(body.text, fragment, analyser.stars());
  body.text = with_names(body.text, fragment, analyser.nameless());
}

}  // namespace pgplumb::sql::canon
