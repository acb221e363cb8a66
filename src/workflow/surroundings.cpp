#include "workflow/surroundings.hpp"

#include <algorithm>
#include <utility>

#include "base/letters.hpp"

namespace pgplumb::workflow {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_word(char c) {
  const char low = lowered(c);
  return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         (c & '\x80') != 0;
}

// The next place of the keyword `word` in lowered text, at or after `from`; npos: none.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t at = text.find(word, from); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_word(text[at - 1]);
    const bool ends = end == text.size() || !is_word(text[end]);
    if (begins && ends) return at;
  }
  return std::string_view::npos;
}

// Whether `word` stands before `at` in lowered text, with nothing but blanks between.
bool follows_word(std::string_view text, std::size_t at, std::string_view word) {
  while (at > 0 && is_space(text[at - 1])) --at;
  if (at < word.size()) return false;
  const std::size_t begin = at - word.size();
  return find_word(text.substr(0, at), word, begin) == begin;
}

// Words and quoted names of SQL text, one after the other; everything else is passed over.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  // The next word in lower case, or "" when something else follows.
  std::string word() {
    skip_spaces();
    std::string found;
    while (at_ < text_.size() && is_word(text_[at_])) found += lowered(text_[at_++]);
    return found;
  }

  // A word or a quoted name; "" when something else follows.
  std::string name() {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != '"') return word();
    std::string found;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        found += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        found += text_[at_++];
      } else {
        ++at_;
        break;
      }
    }
    return found;
  }

  [[nodiscard]] bool follows(char c) {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  [[nodiscard]] bool at_end() {
    skip_spaces();
    return at_ >= text_.size();
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// After the words CREATE SCHEMA.
std::string created_name(Words& words) {
  std::string name = words.name();
  if (name == "if") {
    words.word();  // NOT
    words.word();  // EXISTS
    name = words.name();
  }
  return name == "authorization" ? words.name() : name;
}

// Whether ALTER DATABASE, ALTER ROLE or ALTER USER may set a path.
bool may_set_path(std::string_view written) {
  constexpr auto kNone = std::string_view::npos;
  const std::string text = lowered(written);
  if (find_word(text, "search_path", 0) == kNone) return false;
  for (std::size_t at = find_word(text, "alter", 0); at != kNone;
       at = find_word(text, "alter", at + 1)) {
    Words words(written.substr(at));
    words.word();
    const std::string what = words.word();
    if (what == "database" || what == "role" || what == "user") return true;
  }
  return false;
}

std::set<std::string> live_namespaces(pg::Session& session) {
  std::set<std::string> names;
  const auto rows = session.query(
      "select nspname from pg_catalog.pg_namespace "
      "where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')");
  for (const pg::Row row : rows) names.insert(row.string(0));
  return names;
}

bool uses(const Catalog& text, const std::string& name) {
  return std::any_of(text.objects().begin(), text.objects().end(),
                     [&](const auto& entry) { return entry.first.space == name; });
}

}  // namespace

SearchPath read_search_path(std::string_view setting, const std::string& user) {
  SearchPath path;
  Words words(setting);
  while (!words.at_end()) {
    const std::string name = words.name();
    if (!name.empty()) path.push_back(name == "$user" ? user : name);
    if (!words.follows(',')) break;
  }
  return path;
}

std::optional<std::set<std::string>> created_namespaces(std::string_view written) {
  constexpr std::string_view kSchema = "schema";
  const std::string text = lowered(written);
  std::set<std::string> names;
  for (std::size_t at = find_word(text, kSchema, 0); at != std::string_view::npos;
       at = find_word(text, kSchema, at + 1)) {
    if (!follows_word(text, at, "create")) continue;
    Words words(written.substr(at + kSchema.size()));
    std::string name = created_name(words);
    if (name.empty()) return std::nullopt;
    names.insert(std::move(name));
  }
  return names;
}

std::vector<std::pair<std::string, std::string>> renamed_namespaces(std::string_view written) {
  constexpr std::string_view kSchema = "schema";
  const std::string text = lowered(written);
  std::vector<std::pair<std::string, std::string>> renames;
  for (std::size_t at = find_word(text, kSchema, 0); at != std::string_view::npos;
       at = find_word(text, kSchema, at + 1)) {
    if (!follows_word(text, at, "alter")) continue;
    Words words(written.substr(at + kSchema.size()));
    std::string before = words.name();
    if (words.word() != "rename" || words.word() != "to") continue;
    std::string after = words.name();
    if (!before.empty() && !after.empty())
      renames.emplace_back(std::move(before), std::move(after));
  }
  return renames;
}

Surroundings surroundings_of(const CompareInput& input) {
  Surroundings surroundings;
  surroundings.search_path = input.search_path;
  surroundings.pinned_path = input.search_path != SearchPath{"public"};
  return surroundings;
}

Surroundings surroundings_of(const CompareInput& input, pg::Session& session,
                             const SqlFiles& files) {
  Surroundings surroundings = surroundings_of(input);
  std::set<std::string> namespaces = live_namespaces(session);
  std::set<std::string> known = namespaces;
  std::set<std::string> made = {"public"};
  bool own_path = surroundings.pinned_path;
  bool own_names = true;
  for (const migrations::Source& file : files.files) {
    own_path = own_path || may_set_path(file->text());
    const auto created = created_namespaces(file->text());
    own_names = own_names && created.has_value();
    if (!created) continue;
    known.insert(created->begin(), created->end());
    made.insert(created->begin(), created->end());
    for (const std::string& name : *created) namespaces.erase(name);
    // What was there before the first file has its former name there.
    for (const auto& [before, after] : renamed_namespaces(file->text())) {
      const bool is_there = namespaces.erase(after) > 0;
      if (is_there && !made.contains(before)) namespaces.insert(before);
      made.insert(after);
    }
  }
  if (own_names) surroundings.namespaces.assign(namespaces.begin(), namespaces.end());
  if (own_path) return surroundings;
  const std::string setting =
      session.query("select pg_catalog.current_setting('search_path')").front().string(0);
  surroundings.search_path = read_search_path(setting, session.user());
  // "$user" is in every path, and a namespace of that name in hardly any database.
  if (!known.contains(session.user())) {
    std::erase(surroundings.search_path, session.user());
  }
  return surroundings;
}

void adopt_namespaces(Catalog& text, const Catalog& live, const Surroundings& surroundings) {
  for (const std::string& name : surroundings.namespaces) {
    const ObjectId id = object_id(ObjectKind::namespace_, Identifier(name));
    const Object* object = live.find(id);
    if (object == nullptr || !uses(text, name)) {
      text.erase_with_parts(id);
      continue;
    }
    text.put(id, *object);
    for (const ObjectId& fact : live.about(id)) {
      if (!text.contains(fact)) text.put(fact, *live.find(fact));
    }
  }
}

}  // namespace pgplumb::workflow
