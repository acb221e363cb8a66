#include "tests/guards/repository.hpp"

#include <algorithm>
#include <filesystem>

#include "base/files.hpp"

namespace pgplumb::guards {
namespace {

namespace fs = std::filesystem;

fs::path root() { return PGPLUMB_SOURCE_DIR; }

enum class State { code, line_comment, block_comment, text, character };

}  // namespace

std::vector<SourceFile> files_below(std::string_view folder,
                                    const std::vector<std::string>& extensions) {
  std::vector<SourceFile> found;
  const fs::path top = root() / folder;
  if (!fs::is_directory(top)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(top)) {
    const std::string extension = entry.path().extension().string();
    const bool wanted =
        std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
    if (!entry.is_regular_file() || !wanted) continue;
    found.push_back({fs::relative(entry.path(), root()).generic_string(), read_file(entry.path())});
  }
  std::sort(found.begin(), found.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return found;
}

std::vector<SourceFile> product_sources() {
  std::vector<SourceFile> all;
  for (const char* folder : {"src", "schema", "introspect", "diff", "migrations"}) {
    for (SourceFile& file : files_below(folder, {".hpp", ".cpp", ".def"})) {
      all.push_back(std::move(file));
    }
  }
  return all;
}

bool exists(std::string_view path) { return fs::exists(root() / path); }
std::string read(std::string_view path) { return read_file(root() / path); }

// Raw strings are taken for ordinary ones; good enough, as a quote in one only makes a guard look
// at less or more of that same file.
std::string without_comments(std::string_view text) {
  std::string out(text);
  State state = State::code;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view two = text.substr(i, 2);
    if (state == State::code && two == "//") state = State::line_comment;
    if (state == State::code && two == "/*") state = State::block_comment;
    if (state == State::line_comment && text[i] == '\n') state = State::code;
    if (state == State::block_comment && two == "*/") {
      out[i] = out[i + 1] = ' ';
      ++i;
      state = State::code;
      continue;
    }
    const bool comment = state == State::line_comment || state == State::block_comment;
    if (comment && text[i] != '\n') out[i] = ' ';
    if (comment) continue;
    if (state != State::code && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"' && state != State::character) {
      state = state == State::text ? State::code : State::text;
    } else if (text[i] == '\'' && state != State::text) {
      const bool separator = state == State::code && i > 0 &&
                             std::isalnum(static_cast<unsigned char>(text[i - 1])) != 0;
      if (!separator) state = state == State::character ? State::code : State::character;
    }
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace pgplumb::guards
