#include "tests/acceptance/form_file.hpp"

#include <charconv>
#include <filesystem>
#include <sstream>
#include <string_view>

#include "base/failure.hpp"
#include "base/files.hpp"

namespace pgplumb::acceptance {
namespace {

namespace fs = std::filesystem;

fs::path forms_folder() { return fs::path(PGPLUMB_SOURCE_DIR) / "tests" / "forms"; }

struct Header {
  std::string key;
  std::string value;
};

// "-- since: 15"; nothing for SQL and for comments of other kinds.
std::optional<Header> header_of(const std::string& line) {
  if (!line.starts_with("-- ")) return std::nullopt;
  const std::size_t colon = line.find(": ");
  if (colon == std::string::npos) return std::nullopt;
  return Header{line.substr(3, colon - 3), line.substr(colon + 2)};
}

int number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw Failure("not a number: " + std::string(text));
  }
  return number;
}

void apply(const Header& header, Form& form) {
  constexpr std::string_view kOpenSince = "open since ";
  if (header.key == "since") {
    form.since = number_of(header.value);
  } else if (header.key == "until") {
    form.until = number_of(header.value);
  } else if (header.key == "grammar since") {
    form.grammar_since = number_of(header.value);
  } else if (header.key == "grammar until") {
    form.grammar_until = number_of(header.value);
  } else if (header.key == "refused") {
    form.refused = true;
  } else if (header.key == "refused by circumstances") {
    form.refused = true;
    form.by_circumstances = true;
  } else if (header.key == "unmanaged") {
    form.unmanaged = header.value;
  } else if (header.key == "opaque") {
    form.opaque = header.value;
  } else if (header.key == "open") {
    form.open = header.value;
  } else if (header.key.starts_with(kOpenSince)) {
    form.open = header.value;
    form.open_since = number_of(std::string_view(header.key).substr(kOpenSince.size()));
  } else {
    throw Failure("unknown line of a form: " + header.key);
  }
}

FormFile parsed(const std::string& name, const std::string& text) {
  FormFile file{name, {}};
  std::string before_each;
  std::istringstream lines(text);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const auto header = header_of(line);
    if (header && header->key == "form") {
      Form& form = file.forms.emplace_back();
      form.name = header->value;
      form.line = number;
      form.sql = before_each;
    } else if (file.forms.empty()) {
      before_each += line + "\n";
    } else if (header) {
      apply(*header, file.forms.back());
    } else {
      file.forms.back().sql += line + "\n";
    }
  }
  return file;
}

}  // namespace

FormFile read_forms(const std::string& name) {
  const fs::path path = forms_folder() / (name + ".sql");
  try {
    return parsed(name, read_file(path));
  } catch (const Failure& failure) {
    throw Failure(path.string() + ": " + failure.what());
  }
}

std::vector<std::string> form_file_names() {
  std::vector<std::string> names;
  for (const fs::path& path : list_files(forms_folder())) {
    if (path.extension() == ".sql") names.push_back(path.stem().string());
  }
  return names;
}

}  // namespace pgplumb::acceptance
