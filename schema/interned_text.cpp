#include "schema/interned_text.hpp"

#include <array>
#include <mutex>
#include <unordered_set>

namespace pgplumb {
namespace {

// Hashed once, for the part and for its table.
struct Key {
  std::string_view text;
  std::size_t hash = 0;
};

struct Entry {
  explicit Entry(const Key& key) : text(key.text), hash(key.hash) {}
  std::string text;
  std::size_t hash;
};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(const Key& key) const noexcept { return key.hash; }
  std::size_t operator()(const Entry& entry) const noexcept { return entry.hash; }
};

struct Equal {
  using is_transparent = void;
  template <typename A, typename B>
  bool operator()(const A& a, const B& b) const {
    return a.hash == b.hash && a.text == b.text;
  }
};

// The one thing of the model that all threads share. It only grows, and nobody can see how far.
class Pool {
 public:
  const std::string* find_or_add(std::string_view text) {
    const Key key{text, std::hash<std::string_view>()(text)};
    Part& part = parts_[key.hash % kParts];
    const std::lock_guard lock(part.mutex);
    const auto known = part.texts.find(key);
    if (known != part.texts.end()) return &known->text;
    return &part.texts.emplace(key).first->text;
  }

 private:
  static constexpr std::size_t kParts = 64;  // so that threads seldom wait for each other
  struct Part {
    std::mutex mutex;
    std::unordered_set<Entry, Hash, Equal> texts;
  };
  std::array<Part, kParts> parts_;
};

// Never destroyed: texts may be used until the very end.
Pool& pool() {
  static Pool& only = *new Pool;
  return only;
}

}  // namespace

InternedText::InternedText(std::string_view text, Found) {
  if (!text.empty()) text_ = pool().find_or_add(text);
}

const std::string& InternedText::nothing() {
  static const std::string& empty = *new std::string;
  return empty;
}

}  // namespace pgplumb
