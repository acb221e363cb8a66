#include "diff/create_form.hpp"
#include "diff/extension_dependency.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

void write_signature_with_names(SqlWriter& sql, const ObjectId& id, const Aggregate& aggregate) {
  const auto& arguments = aggregate.arguments;
  const auto middle = arguments.begin() + aggregate.direct_arguments;
  const auto write = [&](const Argument& argument) {
    sql.keyword_if(argument.mode == ArgumentMode::variadic, "VARIADIC");
    if (!argument.name.empty()) sql.name(argument.name);
    sql.type(argument.type);
  };
  sql.name(id.qualified_name()).call();
  if (aggregate.aggregate_kind == AggregateKind::normal) {
    if (arguments.empty()) sql.keyword("*");
    sql.list(arguments, write).close();
    return;
  }
  sql.list(std::vector<Argument>(arguments.begin(), middle), write).keyword("ORDER BY");
  const bool shared = middle == arguments.end();
  sql.list(std::vector<Argument>(shared ? middle - 1 : middle, arguments.end()), write).close();
}

// The options one under the other, with commas between.
class Options {
 public:
  explicit Options(SqlWriter& sql) : sql_(sql) {}

  SqlWriter& option(Words words) {
    if (!first_) sql_.comma();
    first_ = false;
    return sql_.line(1).keyword(words);
  }
  void function(Words words, const QualifiedName& name) {
    if (!name.empty()) option(words).name(name);
  }
  void text(Words words, const std::optional<std::string>& value) {
    if (value) option(words).literal(*value);
  }
  void number(Words words, int value) {
    if (value != 0) option(words).number(value);
  }

 private:
  SqlWriter& sql_;
  bool first_ = true;
};

Words words_of(FinalModify modify) {
  if (modify == FinalModify::shareable) return "SHAREABLE";
  return modify == FinalModify::read_write ? Words("READ_WRITE") : Words("READ_ONLY");
}

FinalModify usual_modify(const Aggregate& aggregate) {
  const bool normal = aggregate.aggregate_kind == AggregateKind::normal;
  return normal ? FinalModify::read_only : FinalModify::read_write;
}

void write_moving(Options& options, const Aggregate& aggregate) {
  options.function("MSFUNC =", aggregate.moving_state_function);
  options.function("MINVFUNC =", aggregate.moving_inverse_function);
  if (!aggregate.moving_state_type.empty()) {
    options.option("MSTYPE =").type(aggregate.moving_state_type);
  }
  options.number("MSSPACE =", aggregate.moving_state_space);
  options.function("MFINALFUNC =", aggregate.moving_final_function);
  if (aggregate.moving_final_extra) options.option("MFINALFUNC_EXTRA");
  if (aggregate.moving_final_modify != usual_modify(aggregate)) {
    options.option("MFINALFUNC_MODIFY =").keyword(words_of(aggregate.moving_final_modify));
  }
  options.text("MINITCOND =", aggregate.moving_initial_condition);
}

void write_options(SqlWriter& sql, const Aggregate& aggregate) {
  Options options(sql);
  options.function("SFUNC =", aggregate.state_function);
  options.option("STYPE =").type(aggregate.state_type);
  options.number("SSPACE =", aggregate.state_space);
  options.function("FINALFUNC =", aggregate.final_function);
  if (aggregate.final_extra) options.option("FINALFUNC_EXTRA");
  if (aggregate.final_modify != usual_modify(aggregate)) {
    options.option("FINALFUNC_MODIFY =").keyword(words_of(aggregate.final_modify));
  }
  options.function("COMBINEFUNC =", aggregate.combine_function);
  options.function("SERIALFUNC =", aggregate.serialize_function);
  options.function("DESERIALFUNC =", aggregate.deserialize_function);
  options.text("INITCOND =", aggregate.initial_condition);
  write_moving(options, aggregate);
  if (!aggregate.sort_operator.empty()) {
    options.option("SORTOP =").operator_(aggregate.sort_operator);
  }
  if (aggregate.parallel == ParallelSafety::safe) options.option("PARALLEL = SAFE");
  if (aggregate.parallel == ParallelSafety::restricted) options.option("PARALLEL = RESTRICTED");
  if (aggregate.aggregate_kind == AggregateKind::hypothetical_set) options.option("HYPOTHETICAL");
}

Action write(const ObjectId& id, const Aggregate& aggregate, CreateForm form) {
  SqlWriter sql("CREATE");
  sql.keyword_if(form == CreateForm::replace, "OR REPLACE").keyword("AGGREGATE");
  write_signature_with_names(sql, id, aggregate);
  write_options(sql.open(), aggregate);
  return Action::making(id).statement(sql.line().close());
}

bool can_be_replaced(const Aggregate& current, const Aggregate& desired) {
  return current.aggregate_kind == desired.aggregate_kind &&
         current.direct_arguments == desired.direct_arguments &&
         compare_any(current.arguments, desired.arguments) == Verdict::equal &&
         !current.result.empty() && !desired.result.empty() &&
         compare_any(current.result, desired.result) == Verdict::equal;
}

}  // namespace

Actions create(const ObjectId& id, const Aggregate& desired, const Scope&) {
  return write(id, desired, CreateForm::create);
}

Actions drop(const ObjectId& id, const Aggregate&, const Scope& scope) {
  Action action = drop_object(id, scope);
  if (!scope.is_dropped(id)) action.hazard(Hazard::recreates_object);
  return action;
}

Actions alter(const ObjectId& id, const Aggregate& current, const Aggregate& desired,
              const Changed<Aggregate>&, const Scope& scope) {
  if (!can_be_replaced(current, desired)) return Actions::replacement();
  Actions actions(write(id, desired, CreateForm::replace));
  return actions.add(renew_extension_dependencies(id, scope));
}

Actions rename(const ObjectId& before, const ObjectId& after, const Aggregate&,
               const Scope& scope) {
  return rename_object(before, after, scope);
}

}  // namespace pgplumb::diff
