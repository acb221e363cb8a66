// The repository's own sources, as the guards read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::guards {

struct SourceFile {
  std::string path;  // from the repository's root, with '/'
  std::string text;
};

// Every file below `folder` (from the root) with one of the extensions, sorted by path; empty
// when the folder is missing.
std::vector<SourceFile> files_below(std::string_view folder,
                                    const std::vector<std::string>& extensions);

// Every C++ file of the product, without tests.
std::vector<SourceFile> product_sources();

bool exists(std::string_view path);
std::string read(std::string_view path);

// `text` with comments blanked, string literals and line ends kept.
std::string without_comments(std::string_view text);

std::vector<std::string> lines_of(std::string_view text);

}  // namespace pgplumb::guards
