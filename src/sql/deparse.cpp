#include "sql/deparse.hpp"

#include <string_view>
#include <vector>

#include "base/assert.hpp"
#include "sql/joint_targets.hpp"
#include "sql/memory_scope.hpp"
#include "sql/parentheses.hpp"

extern "C" {
#include "lib/stringinfo.h"

// Exported by libpg_query, in none of its installed headers before 18.
void deparseRawStmt(StringInfo str, RawStmt* raw_stmt);
}

namespace pgplumb::sql {
namespace {

// PostgreSQL's errors are long jumps: nothing in these functions may need a destructor.
bool deparse_guarded(StringInfo text, RawStmt* statement) {
  const MemoryContext memory = CurrentMemoryContext;
  volatile bool done = false;
  PG_TRY();
  {
    deparseRawStmt(text, statement);
    done = true;
  }
  PG_CATCH();
  {
    MemoryContextSwitchTo(memory);
    FlushErrorState();
  }
  PG_END_TRY();
  return done;
}

void find_guarded(Node* root, JointTargets* joint, std::vector<Parenthesized>* found,
                  std::vector<RangeVar*>* locked) {
  const MemoryContext memory = CurrentMemoryContext;
  PG_TRY();
  {
    // First: each of the targets would lead to their common value.
    joint->join_below(root);
    find_parenthesized(root, *found);
    find_locked(root, *locked);
  }
  PG_CATCH();
  {
    MemoryContextSwitchTo(memory);
    FlushErrorState();
  }
  PG_END_TRY();
}

// libpg_query's functions do not change the tree, but are not declared so.
Node* mutable_node(const Node* node) { return const_cast<Node*>(node); }

std::string printed(Node* statement) {
  RawStmt* raw = makeNode(RawStmt);
  raw->stmt = statement;
  StringInfoData text;
  initStringInfo(&text);
  if (!deparse_guarded(&text, raw)) return {};
  return std::string(text.data, static_cast<std::size_t>(text.len));
}

constexpr std::string_view kSelect = "SELECT ";

Node* select_of(Node* expression) {
  ResTarget* target = makeNode(ResTarget);
  target->val = expression;
  SelectStmt* select = makeNode(SelectStmt);
  select->targetList = list_make1(target);
  return reinterpret_cast<Node*>(select);
}

// A control character that the text has nowhere; 0 when it has all of those tried.
char unused_mark(const std::string& text) {
  for (char mark = '\x01'; mark < '\x09'; ++mark) {
    if (text.find(mark) == std::string::npos) return mark;
  }
  return 0;
}

// Prints what needs parentheses apart: a column of a name like no other holds its place meanwhile,
// and that of the columns of a joint target, too. A relation that a space must follow has a mark at
// the end of its name.
class Printer {
 public:
  explicit Printer(Node* statement) : statement_(statement) {
    find_guarded(statement, &joint_, &parts_, &locked_);
    for (const JointTarget& joint : joint_.all()) columns_.push_back(columns_of(joint));
  }

  std::string print() {
    std::string plain = printed(statement_);
    if (parts_.empty() && locked_.empty() && columns_.empty()) return plain;
    std::string all = plain;
    for (const std::string& columns : columns_) all += columns;
    mark_ = unused_mark(all);
    if (mark_ == 0) return plain;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      joint_.all()[i].target->name = pstrdup(name_of_place(parts_.size() + i).c_str());
    }
    std::vector<char*> names;
    for (RangeVar* relation : locked_) {
      names.push_back(relation->relname);
      relation->relname = pstrdup((std::string(relation->relname) + kSpace + mark_).c_str());
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) *parts_[i].place = stand_in(i);
    std::string text = filled(spaced(printed(statement_)));
    for (const Parenthesized& part : parts_) *part.place = part.child;
    for (std::size_t i = 0; i < names.size(); ++i) locked_[i]->relname = names[i];
    return text;
  }

 private:
  static std::string columns_of(const JointTarget& joint) {
    std::string text = Printer(statement_of_columns(joint.columns)).print();
    const bool whole = text.starts_with(kBeforeColumns) && text.ends_with(kBehindColumns);
    if (!whole) return {};
    text.erase(text.size() - kBehindColumns.size());
    return text.substr(kBeforeColumns.size());
  }

  [[nodiscard]] std::string name_of_place(std::size_t number) const {
    return mark_ + std::to_string(number) + mark_;
  }

  [[nodiscard]] Node* stand_in(std::size_t number) const {
    ColumnRef* column = makeNode(ColumnRef);
    column->fields = list_make1(makeString(pstrdup(name_of_place(number).c_str())));
    return reinterpret_cast<Node*>(column);
  }

  // The names end as they did, with a space after them: libpg_query 17 forgets it, 18 does not.
  [[nodiscard]] std::string spaced(std::string text) const {
    const std::string end = std::string(kSpace) + mark_ + '"';
    for (std::size_t at = 0; (at = text.find(end, at)) != std::string::npos;) {
      const bool apart = text.compare(at + end.size(), 1, " ") == 0;
      text.replace(at, end.size(), apart ? "\"" : "\" ");
    }
    return text;
  }

  // A quoted number between two marks becomes the part of that number.
  std::string filled(const std::string& text) {
    std::string result;
    std::size_t at = 0;
    while (true) {
      const std::size_t mark = text.find(mark_, at);
      if (mark == std::string::npos) return result + text.substr(at);
      const std::size_t end = text.find(mark_, mark + 1);
      PGPLUMB_ASSERT(mark > 0 && end != std::string::npos);
      result += text.substr(at, mark - 1 - at);
      result += "(" + part(std::stoul(text.substr(mark + 1, end - mark - 1))) + ")";
      at = end + 2;
    }
  }

  std::string part(std::size_t number) {
    if (number >= parts_.size()) return columns_[number - parts_.size()];
    const std::string text = printed(select_of(parts_[number].child));
    return text.starts_with(kSelect) ? filled(spaced(text.substr(kSelect.size()))) : std::string();
  }

  static constexpr const char* kSpace = "space";

  Node* statement_;
  JointTargets joint_;
  std::vector<std::string> columns_;  // of the joint targets
  std::vector<Parenthesized> parts_;
  std::vector<RangeVar*> locked_;
  char mark_ = 0;
};

}  // namespace

std::string deparse_statement(const ::Node* statement) {
  PGPLUMB_ASSERT(statement != nullptr);
  const MemoryScope memory;
  return Printer(mutable_node(statement)).print();
}

std::string deparse_query(const ::Node* query) { return deparse_statement(query); }

std::string deparse_expression(const ::Node* expression) {
  PGPLUMB_ASSERT(expression != nullptr);
  const MemoryScope memory;
  const std::string text = deparse_statement(select_of(mutable_node(expression)));
  return text.starts_with(kSelect) ? text.substr(kSelect.size()) : std::string();
}

}  // namespace pgplumb::sql
