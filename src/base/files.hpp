// Files and folders, whole and at once. What the file system refuses is a Failure that names the
// path and the reason.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

// The bytes of the file, unchanged. Fails for a folder, too.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

// The regular files (links to them included) directly in `folder`, sorted by name bytewise; empty
// when there are none. Hidden files (".name") are left out. Fails when `folder` is not a folder.
[[nodiscard]] std::vector<std::filesystem::path> list_files(const std::filesystem::path& folder);

// The folders directly in `folder`, in the same way.
[[nodiscard]] std::vector<std::filesystem::path> list_folders(const std::filesystem::path& folder);

enum class Overwrite { allowed, refused };

// Writes the file so that at any moment, also after a crash, it holds either what it held before
// or all of `text`. Creates missing folders. With Overwrite::refused it fails if the file exists,
// also when another process creates it meanwhile.
void write_file(const std::filesystem::path& path, std::string_view text,
                Overwrite overwrite = Overwrite::allowed);

// Whether `text` is well-formed UTF-8: no overlong forms, no surrogates, nothing past U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);

// Offset of the first byte that is not part of well-formed UTF-8; text.size() when all of it is.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

}  // namespace pgplumb
