#include "introspect/ask.hpp"
#include "pg/array_text.hpp"

namespace pgplumb::introspect {
namespace {

// The namespaces of the path that exist, in order; the first that has the type decides. Explicit,
// because a search_path setting would be another round trip and a change of the session.
constexpr const char* kTypesQuery = R"sql(
select q.question, n.nspname, t.typname
from unnest($1::int[], $2::text[], $3::int[], $4::text[]) q(question, space, rank, name)
join pg_namespace n on n.nspname = q.space
join pg_type t on t.typnamespace = n.oid and t.typname = q.name
order by q.question, q.rank
)sql";

// Columns of the query's input, as array texts.
struct Input {
  std::vector<std::string> questions, spaces, ranks, names;

  void add(std::size_t question, const std::string& space, const std::string& name) {
    questions.push_back(std::to_string(question));
    spaces.push_back(space);
    ranks.push_back(std::to_string(ranks.size()));
    names.push_back(name);
  }
};

Input input_of(const std::vector<TypeQuestion>& questions) {
  Input input;
  for (std::size_t at = 0; at < questions.size(); ++at) {
    const QualifiedName& name = questions[at].type.name;
    if (!name.space.empty()) {
      input.add(at, name.space.text(), name.name.text());
      continue;
    }
    input.add(at, "pg_catalog", name.name.text());
    for (const std::string& space : questions[at].search_path) {
      input.add(at, space, name.name.text());
    }
  }
  return input;
}

}  // namespace

std::vector<std::optional<TypeRef>> ask_types(pg::Session& session,
                                              const std::vector<TypeQuestion>& questions) {
  std::vector<std::optional<TypeRef>> answers(questions.size());
  if (questions.empty()) return answers;
  const Input input = input_of(questions);
  const pg::Rows rows =
      session.query(kTypesQuery, {pg::format_array(input.questions), pg::format_array(input.spaces),
                                  pg::format_array(input.ranks), pg::format_array(input.names)});
  for (const pg::Row row : rows) {
    const auto at = static_cast<std::size_t>(row.integer(0));
    if (answers[at]) continue;
    answers[at] = questions[at].type;
    answers[at]->name = qualified(row.string(1), row.string(2));
  }
  return answers;
}

}  // namespace pgplumb::introspect
