#include "sql/scanner.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/letters.hpp"

namespace pgplumb::sql {
namespace {

// After so many statements whose parentheses never close, parentheses no longer hide semicolons:
// each of them costs a second look at the rest of the file.
constexpr int kMaxRestarts = 16;

enum class Class : std::uint8_t { other, space, word, digit, operator_ };

constexpr std::array<Class, 256> kClasses = [] {
  std::array<Class, 256> classes{};
  for (const char c : std::string_view(" \t\n\r\f\v")) {
    classes[static_cast<unsigned char>(c)] = Class::space;
  }
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 32] = Class::word;
  for (std::size_t c = 0x80; c <= 0xFF; ++c) classes[c] = Class::word;
  classes['_'] = Class::word;
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = Class::digit;
  for (const char c : std::string_view("~!@#^&|`?+-*/%<>=:")) {
    classes[static_cast<unsigned char>(c)] = Class::operator_;
  }
  return classes;
}();

Class class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }
bool continues_word(char c) {
  return class_of(c) == Class::word || class_of(c) == Class::digit || c == '$';
}
bool continues_tag(char c) { return class_of(c) == Class::word || class_of(c) == Class::digit; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && class_of(text.front()) == Class::space) text.remove_prefix(1);
  while (!text.empty() && class_of(text.back()) == Class::space) text.remove_suffix(1);
  return text;
}

// How deep the tree may be within one pair of parentheses.
struct Level {
  std::size_t operators = 0;  // since the last separator
  std::size_t joined = 0;     // JOIN, UNION …: no separator ends their chain

  [[nodiscard]] std::size_t size() const { return operators + joined + 1; }
};

// What has been seen of the statement that is being read.
struct Progress {
  std::optional<std::size_t> begin;
  std::size_t end = 0;
  std::vector<Directive> directives;
  std::vector<ByteRange> blanks;
  int parentheses = 0;
  int blocks = 0;  // BEGIN ATOMIC and the CASEs inside
  int words = 0;
  Word first = Word::other;
  Word previous = Word::other;
  bool creating = true;    // all words so far: CREATE [OR REPLACE]
  bool routine = false;    // CREATE [OR REPLACE] FUNCTION or PROCEDURE
  bool copies_in = false;  // COPY … FROM stdin
  bool broken = false;     // ends inside a quote or comment
  std::vector<Level> open;
  std::size_t open_sum = 0;
  Level level;
  std::size_t cases = 0;
  std::size_t depth = 0;

  void deepen() { depth = std::max(depth, open_sum + level.size() + cases); }
};

class Scanner {
 public:
  explicit Scanner(const std::shared_ptr<const SourceText>& source)
      : source_(source), text_(source->text()) {}

  Scan run() {
    if (text_.starts_with("\xEF\xBB\xBF")) pos_ = 3;
    do {
      while (pos_ < text_.size()) step();
    } while (restart());
    finish_statement();
    result_.trailing = std::move(now_.directives);
    return std::move(result_);
  }

 private:
  // The first semicolon inside parentheses or a body: where the statement ends after all when
  // those never close.
  struct Checkpoint {
    std::size_t pos;
    Progress progress;
    std::size_t diagnostics;
    std::size_t copy_data;
  };

  void step();
  void other();
  void word();
  void number();
  void operators();
  void note_word(Word word);
  void note_routine(Word word);
  void note_depth(Word word);
  void open_level();
  void close_level();
  void quoted(char quote);
  void escape_string();
  void dollar_quoted();
  void line_comment();
  void block_comment();
  void add_comment(std::size_t begin, std::size_t body_end);
  void semicolon();
  void finish_statement();
  bool restart();
  void backslash();
  void psql_command(std::string_view name);
  void skip_copy_data(ByteRange command);
  void unterminated(std::size_t begin, std::string_view what);

  [[nodiscard]] char peek(std::size_t ahead = 1) const {
    return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0';
  }
  [[nodiscard]] SourceSpan span(std::size_t begin, std::size_t end) const {
    return {source_, begin, end};
  }
  [[nodiscard]] std::size_t line_end(std::size_t pos) const {
    return std::min(text_.find('\n', pos), text_.size());
  }
  // The token from `begin` up to pos_ belongs to the statement.
  void token(std::size_t begin) {
    if (!now_.begin) now_.begin = begin;
    now_.end = pos_;
  }

  std::shared_ptr<const SourceText> source_;
  std::string_view text_;
  std::size_t pos_ = 0;
  Progress now_;
  std::optional<Checkpoint> checkpoint_;
  int restarts_ = 0;
  Scan result_;
};

void Scanner::step() {
  switch (class_of(text_[pos_])) {
    case Class::space: ++pos_; return;
    case Class::word: word(); return;
    case Class::digit: number(); return;
    case Class::operator_: operators(); return;
    case Class::other: other(); return;
  }
}

void Scanner::other() {
  const std::size_t begin = pos_;
  switch (text_[pos_]) {
    case '\'':
    case '"': quoted(text_[pos_]); return;
    case '$': dollar_quoted(); return;
    case ';': semicolon(); return;
    case '\\': backslash(); return;
    case '(':
      ++now_.parentheses;
      open_level();
      break;
    case ')':
      now_.parentheses = std::max(0, now_.parentheses - 1);
      close_level();
      break;
    case '[': open_level(); break;
    case ']': close_level(); break;
    case ',': now_.level.operators = 0; break;
    default: break;
  }
  ++pos_;
  token(begin);
}

void Scanner::open_level() {
  now_.open.push_back(std::exchange(now_.level, {}));
  now_.open_sum += now_.open.back().size();
  now_.deepen();
}

void Scanner::close_level() {
  if (now_.open.empty()) return;
  now_.level = now_.open.back();
  now_.open.pop_back();
  now_.open_sum -= now_.level.size();
}

void Scanner::word() {
  const std::size_t begin = pos_;
  while (pos_ < text_.size() && continues_word(text_[pos_])) ++pos_;
  const std::string_view text = text_.substr(begin, pos_ - begin);
  token(begin);
  if ((text == "e" || text == "E") && pos_ < text_.size() && text_[pos_] == '\'') {
    escape_string();
  } else {
    note_word(word_of(text));
  }
}

void Scanner::number() {
  const std::size_t begin = pos_;
  while (pos_ < text_.size() && (continues_tag(text_[pos_]) || text_[pos_] == '.')) ++pos_;
  token(begin);
}

void Scanner::operators() {
  const std::size_t begin = pos_;
  if (text_[pos_] == '-' && peek() == '-') return line_comment();
  if (text_[pos_] == '/' && peek() == '*') return block_comment();
  ++pos_;
  ++now_.level.operators;
  now_.deepen();
  token(begin);
}

void Scanner::note_word(Word word) {
  if (now_.words == 0) now_.first = word;
  ++now_.words;
  note_routine(word);
  note_depth(word);
  if (word == Word::stdin_ && now_.previous == Word::from && now_.first == Word::copy) {
    now_.copies_in = true;
  }
  now_.previous = word;
}

// BEGIN ATOMIC … END of a routine's body hides semicolons; CASE ends with END, too.
void Scanner::note_routine(Word word) {
  if (now_.creating) {
    now_.routine = now_.words > 1 && (word == Word::function || word == Word::procedure);
    now_.creating = word == (now_.words == 1   ? Word::create
                             : now_.words == 2 ? Word::or_
                                               : Word::replace);
    return;
  }
  if (!now_.routine || now_.parentheses > 0) return;
  if (word == Word::atomic && now_.previous == Word::begin) {
    ++now_.blocks;
  } else if (now_.blocks > 0 && word == Word::case_) {
    ++now_.blocks;
  } else if (now_.blocks > 0 && word == Word::end) {
    --now_.blocks;
  }
}

void Scanner::note_depth(Word word) {
  switch (word) {
    case Word::binds: ++now_.level.operators; break;
    case Word::chains: ++now_.level.joined; break;
    case Word::case_: ++now_.cases; break;
    case Word::end: now_.cases -= now_.cases > 0 ? 1 : 0; return;
    case Word::or_:
    case Word::from:
    case Word::separates: now_.level.operators = 0; return;
    default: return;
  }
  now_.deepen();
}

void Scanner::quoted(char quote) {
  const std::size_t begin = pos_;
  // Two quotes in a row are one of the text; read as two texts side by side they end alike.
  const std::size_t end = text_.find(quote, pos_ + 1);
  if (end == std::string_view::npos) {
    return unterminated(begin, quote == '"' ? "quoted name" : "quoted text");
  }
  pos_ = end + 1;
  token(begin);
  if (quote == '"') {
    ++now_.words;
    now_.creating = false;
    now_.previous = Word::other;
  }
}

// Stands at the quote of E'…', where a backslash takes the next character along.
void Scanner::escape_string() {
  const std::size_t begin = pos_;
  for (std::size_t i = pos_ + 1; i < text_.size(); ++i) {
    i = std::min(text_.find_first_of("'\\", i), text_.size());
    if (i == text_.size()) break;
    if (text_[i] == '\\') {
      ++i;
    } else if (i + 1 < text_.size() && text_[i + 1] == '\'') {
      ++i;
    } else {
      pos_ = i + 1;
      token(begin);
      return;
    }
  }
  unterminated(begin, "quoted text");
}

void Scanner::dollar_quoted() {
  const std::size_t begin = pos_;
  std::size_t tag_end = pos_ + 1;
  if (tag_end < text_.size() && class_of(text_[tag_end]) == Class::word) {
    while (tag_end < text_.size() && continues_tag(text_[tag_end])) ++tag_end;
  }
  if (tag_end >= text_.size() || text_[tag_end] != '$') {
    ++pos_;  // a parameter
    return token(begin);
  }
  const std::string_view tag = text_.substr(begin, tag_end + 1 - begin);
  const std::size_t end = text_.find(tag, tag_end + 1);
  if (end == std::string_view::npos) return unterminated(begin, "dollar-quoted text");
  pos_ = end + tag.size();
  token(begin);
}

void Scanner::line_comment() {
  const std::size_t begin = pos_;
  pos_ = std::min(text_.find_first_of("\r\n", pos_), text_.size());
  add_comment(begin, pos_);
}

void Scanner::block_comment() {
  const std::size_t begin = pos_;
  pos_ += 2;
  for (int depth = 1; depth > 0;) {
    pos_ = text_.find_first_of("*/", pos_);
    if (pos_ == std::string_view::npos) return unterminated(begin, "comment");
    const bool opens = text_[pos_] == '/' && peek() == '*';
    const bool closes = text_[pos_] == '*' && peek() == '/';
    depth += opens ? 1 : closes ? -1 : 0;
    pos_ += opens || closes ? 2 : 1;
  }
  add_comment(begin, pos_ - 2);
}

void Scanner::add_comment(std::size_t begin, std::size_t body_end) {
  if (now_.begin) now_.blanks.push_back({begin, pos_});
  constexpr std::string_view kMark = "pgplumb:";
  const std::string_view body = trimmed(text_.substr(begin + 2, body_end - begin - 2));
  if (!body.starts_with(kMark)) return;
  now_.directives.push_back({std::string(trimmed(body.substr(kMark.size()))), span(begin, pos_)});
}

void Scanner::semicolon() {
  ++pos_;
  if (now_.parentheses == 0 && now_.blocks == 0) return finish_statement();
  if (restarts_ >= kMaxRestarts) return finish_statement();
  if (!checkpoint_) {
    checkpoint_ = Checkpoint{pos_, now_, result_.diagnostics.size(), result_.copy_data.size()};
  }
  now_.end = pos_;
}

void Scanner::finish_statement() {
  checkpoint_.reset();
  if (!now_.begin) return;  // empty; its directives go to the next one
  Progress done = std::exchange(now_, {});
  if (done.broken) return;
  while (!done.blanks.empty() && done.blanks.back().begin >= done.end) done.blanks.pop_back();
  result_.statements.push_back({{span(*done.begin, done.end), std::move(done.directives)},
                                std::move(done.blanks),
                                done.depth,
                                done.first == Word::changes_rows});
  if (done.copies_in) skip_copy_data({*done.begin, done.end});
}

bool Scanner::restart() {
  if (!checkpoint_ || (now_.parentheses == 0 && now_.blocks == 0)) return false;
  ++restarts_;
  Checkpoint back = std::move(*checkpoint_);
  pos_ = back.pos;
  now_ = std::move(back.progress);
  result_.diagnostics.erase(
      result_.diagnostics.begin() + static_cast<std::ptrdiff_t>(back.diagnostics),
      result_.diagnostics.end());
  result_.copy_data.resize(back.copy_data);
  finish_statement();
  return true;
}

void Scanner::backslash() {
  std::size_t end = pos_ + 1;
  if (peek() == ';') {  // sends what stands before together with what follows
    ++pos_;
    return semicolon();
  }
  while (end < text_.size() && (continues_tag(text_[end]) || text_[end] == '+')) ++end;
  if (end == pos_ + 1 && (peek() == '!' || peek() == '?')) ++end;
  if (end == pos_ + 1) {  // no psql command: for the parser to refuse
    const std::size_t begin = pos_++;
    return token(begin);
  }
  psql_command(text_.substr(pos_ + 1, end - pos_ - 1));
}

std::string_view consequence_of(std::string_view name) {
  constexpr std::array kIncluding = {"i", "ir", "include", "include_relative"};
  constexpr std::array kBranching = {"if", "elif", "else", "endif"};
  const auto is_in = [&](const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (is_in(kIncluding)) return ": the file that it names is not read";
  if (is_in(kBranching)) return ": the statements of all branches count";
  if (name == "copy") return ": its rows are not copied";
  if (name == "connect" || name == "c") return ": what follows belongs to another database";
  if (name == "gexec") return ": the statements that the query makes are not known";
  return "";
}

bool sends_query(std::string_view name) {
  constexpr std::array kSending = {"g", "gx", "gexec", "gset", "gdesc", "watch", "crosstabview"};
  return std::find(kSending.begin(), kSending.end(), name) != kSending.end();
}

bool copies_from_stdin(std::string_view arguments) {
  Word previous = Word::other;
  for (std::size_t i = 0; i < arguments.size();) {
    const std::size_t begin = i;
    while (i < arguments.size() && continues_word(arguments[i])) ++i;
    if (i == begin) {
      ++i;
      continue;
    }
    const Word word = word_of(arguments.substr(begin, i - begin));
    if (word == Word::stdin_ && previous == Word::from) return true;
    previous = word;
  }
  return false;
}

// Its arguments reach to the end of the line, or to `\\`, after which SQL goes on.
void Scanner::psql_command(std::string_view written) {
  // The only one that psql knows in any case.
  const std::string_view name = lowered(written) == "copy" ? "copy" : written;
  const std::size_t begin = pos_;
  const std::string_view line = text_.substr(pos_, line_end(pos_) - pos_);
  const std::size_t separator = line.find("\\\\", name.size() + 1);
  const std::string_view whole = line.substr(0, separator);
  pos_ += separator == std::string_view::npos ? line.size() : separator + 2;
  const ByteRange command{begin, begin + trimmed(whole).size()};
  const std::string_view consequence = consequence_of(name);
  result_.diagnostics.push_back(
      {consequence.empty() ? DiagnosticCode::psql_command : DiagnosticCode::psql_effect,
       "psql's command \\" + std::string(written) + " is read over" + std::string(consequence),
       span(command.begin, command.end),
       {}});
  if (sends_query(name)) {
    finish_statement();
  } else if (now_.begin) {
    now_.blanks.push_back({begin, pos_});
  }
  if (name == "copy" && copies_from_stdin(whole)) skip_copy_data(command);
}

// The data begins on the next line and ends with a line that holds \. alone.
void Scanner::skip_copy_data(ByteRange command) {
  const std::size_t begin = std::min(line_end(pos_) + 1, text_.size());
  std::size_t lines = 0;
  for (std::size_t pos = begin; pos < text_.size(); ++lines) {
    const std::size_t end = line_end(pos);
    std::string_view line = text_.substr(pos, end - pos);
    if (line.ends_with('\r')) line.remove_suffix(1);
    pos = std::min(end + 1, text_.size());
    if (line != "\\.") continue;
    result_.copy_data.push_back({begin, pos});
    result_.diagnostics.push_back({DiagnosticCode::copy_data,
                                   std::to_string(lines) + " lines of COPY data are read over",
                                   span(command.begin, command.end),
                                   {}});
    pos_ = pos;
    return;
  }
  result_.copy_data.push_back({begin, text_.size()});
  pos_ = text_.size();
  result_.diagnostics.push_back(
      {DiagnosticCode::unterminated_text,
       "the data of this COPY FROM stdin does not end: no line after it holds \\. alone",
       span(command.begin, command.end),
       {}});
}

void Scanner::unterminated(std::size_t begin, std::string_view what) {
  pos_ = text_.size();
  token(begin);
  now_.broken = true;
  result_.diagnostics.push_back({DiagnosticCode::unterminated_text,
                                 "the " + std::string(what) + " that begins here does not end",
                                 span(begin, begin),
                                 {}});
}

}  // namespace

Scan scan(const std::shared_ptr<const SourceText>& source) { return Scanner(source).run(); }

std::string blanked(std::string_view text, ByteRange range, const std::vector<ByteRange>& blanks) {
  std::string result(text.substr(range.begin, range.end - range.begin));
  for (const ByteRange& blank : blanks) {
    for (std::size_t i = blank.begin - range.begin; i < blank.end - range.begin; ++i) {
      if (result[i] != '\n' && result[i] != '\r') result[i] = ' ';
    }
  }
  return result;
}

}  // namespace pgplumb::sql
