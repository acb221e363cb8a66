#include "parse/plpgsql_parser.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <vector>

#include "parse/plpgsql_scanner.hpp"

namespace pgplumb::parse {
namespace {

using Kind = PlStatement::Kind;

// Thrown inside this file only, when the text does not have the expected shape.
class NotUnderstood : public std::exception {};

constexpr int kMaximumDepth = 200;

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), tokens_(scan_plpgsql(text)) {}

  PlStatement run() {
    skip_label();
    PlStatement block = parse_block();
    while (is_symbol(";")) ++at_;
    if (at_ < tokens_.size()) throw NotUnderstood();
    return block;
  }

 private:
  // --- tokens ------------------------------------------------------------------------------
  [[nodiscard]] const PlToken& token(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : end_;
  }
  [[nodiscard]] bool is_word(std::string_view word, std::size_t ahead = 0) const {
    return token(ahead).is_word(word);
  }
  [[nodiscard]] bool is_symbol(std::string_view symbol, std::size_t ahead = 0) const {
    return token(ahead).is_symbol(symbol);
  }
  bool accept(std::string_view word) {
    if (!is_word(word)) return false;
    ++at_;
    return true;
  }
  void expect(std::string_view word) {
    if (!accept(word)) throw NotUnderstood();
  }
  void expect_end() {
    if (!is_symbol(";")) throw NotUnderstood();
    ++at_;
  }

  // Everything up to a word or symbol outside parentheses, which is consumed.
  PlText until(std::initializer_list<std::string_view> stops) {
    const std::size_t first = at_;
    int depth = 0;
    for (; at_ < tokens_.size(); ++at_) {
      const PlToken& now = tokens_[at_];
      if (now.is_symbol("(") || now.is_symbol("[")) ++depth;
      if (now.is_symbol(")") || now.is_symbol("]")) --depth;
      const bool stop = depth == 0 && std::any_of(stops.begin(), stops.end(), [&](auto word) {
                          return now.is_word(word) || now.is_symbol(word);
                        });
      if (!stop) continue;
      const PlText text = text_between(first, at_);
      stopped_at_ = tokens_[at_].text;
      ++at_;
      return text;
    }
    throw NotUnderstood();
  }
  [[nodiscard]] PlText text_between(std::size_t first, std::size_t last) const {
    if (first == last) return {};
    return {tokens_[first].begin, tokens_[last - 1].end};
  }

  void skip_label() {
    if (!is_symbol("<<")) return;
    while (at_ < tokens_.size() && !is_symbol(">>")) ++at_;
    ++at_;
  }

  // --- statements ----------------------------------------------------------------------------
  PlBody parse_body() {
    if (++depth_ > kMaximumDepth) throw NotUnderstood();
    PlBody body;
    while (!is_word("end") && !is_word("exception") && !is_word("else") && !is_word("elsif") &&
           !is_word("elseif") && !is_word("when")) {
      if (at_ >= tokens_.size()) throw NotUnderstood();
      body.push_back(parse_statement());
    }
    --depth_;
    return body;
  }

  PlStatement parse_statement() {
    skip_label();
    if (is_word("declare") || is_word("begin")) return finished(parse_block());
    if (accept("if")) return parse_if();
    if (is_word("case")) return parse_case();
    if (is_word("loop") || is_word("while") || is_word("for") || is_word("foreach")) {
      return parse_loop();
    }
    if (is_assignment()) return parse_assignment();
    if (is_word("raise")) return parse_raise();
    if (accept("execute")) return parse_execute();
    if (is_word("perform") || is_word("call")) return parse_perform();
    if (is_word("return")) return simple(Kind::return_);
    if (is_word("exit") || is_word("continue")) return simple(Kind::leave);
    if (is_harmless()) return parse_harmless();
    return parse_sql();
  }

  PlStatement finished(PlStatement statement) {
    expect_end();
    return statement;
  }

  PlStatement simple(Kind kind) {
    ++at_;
    PlStatement statement;
    statement.kind = kind;
    statement.text = until({";"});
    return statement;
  }

  PlStatement parse_block() {
    PlStatement block;
    block.kind = Kind::block;
    while (accept("declare")) parse_declarations(block);
    expect("begin");
    block.body = parse_body();
    if (accept("exception")) parse_handlers(block);
    expect("end");
    if (token().kind == PlToken::Kind::word || token().kind == PlToken::Kind::quoted_name) ++at_;
    return block;
  }

  void parse_declarations(PlStatement& block) {
    while (!is_word("begin") && !is_word("declare")) {
      skip_label();
      PlDeclaration declaration;
      declaration.name = name_of(token());
      ++at_;
      const bool cursor =
          is_word("cursor") || is_word("alias") || is_word("no") || is_word("scroll");
      until({";", "default", ":=", "="});
      if (stopped_at_ != ";") declaration.value = until({";"});
      if (cursor) declaration.value = {};
      block.declarations.push_back(std::move(declaration));
    }
  }

  void parse_handlers(PlStatement& block) {
    while (accept("when")) {
      PlHandler handler;
      const std::size_t first = at_;
      until({"then"});
      for (std::size_t i = first; i + 1 < at_; ++i) {
        if (tokens_[i].is_word("or")) continue;
        if (tokens_[i].is_word("sqlstate") && i + 2 < at_) {
          handler.conditions.push_back("sqlstate " + tokens_[++i].text);
        } else {
          handler.conditions.push_back(tokens_[i].text);
        }
      }
      handler.body = parse_body();
      block.handlers.push_back(std::move(handler));
    }
  }

  PlStatement parse_if() {
    PlStatement statement;
    statement.kind = Kind::if_;
    do {
      PlBranch branch;
      branch.condition = until({"then"});
      branch.body = parse_body();
      statement.branches.push_back(std::move(branch));
    } while (accept("elsif") || accept("elseif"));
    if (accept("else")) statement.otherwise = parse_body();
    expect("end");
    expect("if");
    return finished(std::move(statement));
  }

  PlStatement parse_case() {
    ++at_;
    PlStatement statement;
    statement.kind = Kind::case_;
    statement.text = until({"when"});
    do {
      PlBranch branch;
      branch.condition = until({"then"});
      branch.body = parse_body();
      statement.branches.push_back(std::move(branch));
    } while (accept("when"));
    if (accept("else")) statement.otherwise = parse_body();
    expect("end");
    expect("case");
    return finished(std::move(statement));
  }

  PlStatement parse_loop() {
    PlStatement statement;
    statement.kind = Kind::loop;
    if (is_word("for") || is_word("foreach")) {
      statement.into.push_back(name_of(token(1)));
      read_range(statement);
    } else {
      until({"loop"});
    }
    statement.body = parse_body();
    expect("end");
    expect("loop");
    if (!is_symbol(";")) ++at_;
    return finished(std::move(statement));
  }

  // FOR x IN SELECT … LOOP, FOREACH x IN ARRAY … LOOP; other ranges are not followed.
  void read_range(PlStatement& statement) {
    at_ += 2;
    const bool query = is_word("in") && (is_word("select", 1) || is_word("with", 1));
    const bool array = is_word("in") && is_word("array", 1);
    if (query || array) at_ += array ? 2U : 1U;
    statement.text = until({"loop"});
    if (query) statement.over = PlStatement::Over::query;
    if (array) statement.over = PlStatement::Over::array;
  }

  // name[.field][subscript] := …
  [[nodiscard]] bool is_assignment() const {
    if (token().kind != PlToken::Kind::word && token().kind != PlToken::Kind::quoted_name) {
      return false;
    }
    std::size_t ahead = 1;
    while (is_symbol(".", ahead)) ahead += 2;
    if (is_symbol("[", ahead)) {
      while (at_ + ahead < tokens_.size() && !is_symbol("]", ahead)) ++ahead;
      ++ahead;
    }
    return is_symbol(":=", ahead) || is_symbol("=", ahead);
  }

  PlStatement parse_assignment() {
    PlStatement statement;
    statement.kind = Kind::assign;
    const std::size_t first = at_;
    until({":=", "="});
    const bool whole = at_ == first + 2;
    statement.into.push_back(name_of(tokens_[first]));
    statement.text = until({";"});
    // A part of a record or array: what becomes of the whole is not followed.
    if (!whole) statement.text = {};
    return statement;
  }

  PlStatement parse_raise() {
    static constexpr std::array<std::string_view, 5> kMessages = {"debug", "log", "info", "notice",
                                                                  "warning"};
    const std::string level = token(1).kind == PlToken::Kind::word ? token(1).text : "";
    const bool message = std::find(kMessages.begin(), kMessages.end(), level) != kMessages.end();
    return simple(message ? Kind::nothing : Kind::raise);
  }

  PlStatement parse_execute() {
    PlStatement statement;
    statement.kind = Kind::execute;
    statement.text = until({"into", "using", ";"});
    while (stopped_at_ != ";") {
      const bool into = stopped_at_ == "into";
      if (into) read_targets(statement);
      until({"into", "using", ";"});
    }
    return statement;
  }

  // Names after INTO [STRICT]; stays at what follows them.
  void read_targets(PlStatement& statement) {
    accept("strict");
    do {
      statement.into.push_back(name_of(token()));
      ++at_;
      while (is_symbol(".")) at_ += 2;
    } while (is_symbol(",") && ++at_ < tokens_.size());
  }

  PlStatement parse_perform() {
    const bool call = is_word("call");
    ++at_;
    PlStatement statement;
    statement.kind = Kind::perform;
    statement.text = until({";"});
    statement.sql = std::string(call ? "CALL " : "SELECT ") + piece(statement.text);
    return statement;
  }

  [[nodiscard]] bool is_harmless() const {
    static constexpr std::array<std::string_view, 10> kWords = {
        "null", "get", "open", "fetch", "move", "close", "commit", "rollback", "assert", "lock"};
    return token().kind == PlToken::Kind::word &&
           std::find(kWords.begin(), kWords.end(), token().text) != kWords.end();
  }

  // FETCH … INTO x and GET DIAGNOSTICS x = … give variables values that can't be told.
  PlStatement parse_harmless() {
    PlStatement statement;
    const bool gets = is_word("get");
    const std::size_t first = at_;
    statement.text = until({";"});
    for (std::size_t i = first; i + 1 < at_; ++i) {
      const bool target = gets ? tokens_[i + 1].is_symbol("=") || tokens_[i + 1].is_symbol(":=")
                               : i > first && tokens_[i - 1].is_word("into");
      if (target) statement.into.push_back(name_of(tokens_[i]));
    }
    return statement;
  }

  PlStatement parse_sql() {
    PlStatement statement;
    statement.kind = Kind::sql;
    const std::size_t first = at_;
    statement.text = until({";"});
    const std::size_t end = at_;
    statement.sql = piece(statement.text);
    if (takes_into(tokens_[first])) take_into(statement, first, end);
    at_ = end;
    return statement;
  }

  static bool takes_into(const PlToken& word) {
    return word.is_word("select") || word.is_word("insert") || word.is_word("update") ||
           word.is_word("delete") || word.is_word("with") || word.is_word("merge");
  }

  // Blanks out INTO and its targets, at the top level; INSERT INTO and MERGE INTO stay.
  void take_into(PlStatement& statement, std::size_t first, std::size_t end) {
    int depth = 0;
    for (std::size_t i = first + 1; i < end; ++i) {
      if (tokens_[i].is_symbol("(")) ++depth;
      if (tokens_[i].is_symbol(")")) --depth;
      const bool verb = tokens_[i - 1].is_word("insert") || tokens_[i - 1].is_word("merge");
      if (depth > 0 || !tokens_[i].is_word("into") || verb) continue;
      at_ = i + 1;
      read_targets(statement);
      const std::size_t from = tokens_[i].begin - statement.text.begin;
      const std::size_t to = tokens_[at_ - 1].end - statement.text.begin;
      std::fill(statement.sql.begin() + static_cast<std::ptrdiff_t>(from),
                statement.sql.begin() + static_cast<std::ptrdiff_t>(to), ' ');
      return;
    }
  }

  [[nodiscard]] std::string piece(const PlText& text) const {
    return std::string(text_.substr(text.begin, text.end - text.begin));
  }

  static std::string name_of(const PlToken& token) {
    if (token.kind == PlToken::Kind::quoted_name)
      return token.text.substr(1, token.text.size() - 2);
    if (token.kind != PlToken::Kind::word) throw NotUnderstood();
    return token.text;
  }

  std::string_view text_;
  std::vector<PlToken> tokens_;
  PlToken end_;  // stands for what comes after the last one
  std::size_t at_ = 0;
  std::string stopped_at_;
  int depth_ = 0;
};

}  // namespace

std::optional<PlStatement> parse_plpgsql(std::string_view text) {
  try {
    return Parser(text).run();
  } catch (const NotUnderstood&) {
    return std::nullopt;
  }
}

}  // namespace pgplumb::parse
