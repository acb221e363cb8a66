#include <algorithm>
#include <numeric>

#include "sql/canonical/resolution.hpp"

namespace pgplumb::sql::canon {
namespace {

using Indexes = std::vector<std::size_t>;

class Selection {
 public:
  Selection(const Types& actual, const std::vector<Types>& candidates, TypeSpace& space)
      : candidates_(candidates), space_(space), left_(candidates.size()) {
    std::iota(left_.begin(), left_.end(), std::size_t{0});
    for (const TypeInfo* type : actual) base_.push_back(base_type(type));
  }

  std::optional<std::size_t> run() {
    keep_most([](const TypeInfo* type, const TypeInfo* base) { return type == base; });
    if (left_.size() == 1) return left_[0];
    keep_most([](const TypeInfo* type, const TypeInfo* base) {
      return type == base || is_preferred(base->category, type);
    });
    if (left_.size() == 1) return left_[0];
    if (unknown_count() == 0) return {};
    if (resolve_categories() && left_.size() == 1) return left_[0];
    return assume_one_type();
  }

 private:
  [[nodiscard]] bool is_unknown(std::size_t i) const { return base_[i] == known().unknown; }

  [[nodiscard]] std::size_t unknown_count() const {
    return static_cast<std::size_t>(std::count(base_.begin(), base_.end(), known().unknown));
  }

  template <typename Matches>
  void keep_most(Matches matches) {
    std::size_t best = 0;
    Indexes kept;
    for (const std::size_t index : left_) {
      std::size_t count = 0;
      for (std::size_t i = 0; i < base_.size(); ++i) {
        if (!is_unknown(i) && matches(candidates_[index][i], base_[i])) ++count;
      }
      if (count > best || kept.empty()) {
        best = count;
        kept.clear();
      }
      if (count == best) kept.push_back(index);
    }
    left_ = kept;
  }

  // The category in which position `i` should be resolved; 0 when the candidates disagree.
  char category_of(std::size_t i, bool& preferred) const {
    char category = 0;
    bool conflict = false;
    preferred = false;
    for (const std::size_t index : left_) {
      const TypeInfo* type = candidates_[index][i];
      if (category == 0) {
        category = type->category;
        preferred = type->preferred;
      } else if (type->category == category) {
        preferred = preferred || type->preferred;
      } else if (type->category == 'S') {
        category = 'S';
        preferred = type->preferred;
      } else if (category != 'S') {
        conflict = true;
      }
    }
    return category != 'S' && conflict ? char{0} : category;
  }

  bool resolve_categories() {
    std::vector<std::pair<char, bool>> wanted(base_.size());
    for (std::size_t i = 0; i < base_.size(); ++i) {
      if (!is_unknown(i)) continue;
      wanted[i].first = category_of(i, wanted[i].second);
      if (wanted[i].first == 0) return false;
    }
    Indexes kept;
    for (const std::size_t index : left_) {
      bool keep = true;
      for (std::size_t i = 0; i < base_.size(); ++i) {
        if (!is_unknown(i)) continue;
        const TypeInfo* type = candidates_[index][i];
        if (type->category != wanted[i].first || (wanted[i].second && !type->preferred)) {
          keep = false;
        }
      }
      if (keep) kept.push_back(index);
    }
    if (!kept.empty()) left_ = kept;
    return true;
  }

  // All known arguments have one type: the unknown ones may be of it, too.
  std::optional<std::size_t> assume_one_type() {
    if (unknown_count() == base_.size()) return {};
    const TypeInfo* type = known().unknown;
    for (const TypeInfo* base : base_) {
      if (base == known().unknown) continue;
      if (type != known().unknown && type != base) return {};
      type = base;
    }
    const Types assumed(base_.size(), type);
    Indexes kept;
    for (const std::size_t index : left_) {
      if (can_coerce(assumed, candidates_[index], CastContext::implicit, space_)) {
        kept.push_back(index);
      }
    }
    if (kept.size() != 1) return {};
    return kept[0];
  }

  const std::vector<Types>& candidates_;
  TypeSpace& space_;
  Types base_;
  Indexes left_;
};

}  // namespace

std::optional<std::size_t> select_candidate(const Types& actual,
                                            const std::vector<Types>& candidates,
                                            TypeSpace& space) {
  return Selection(actual, candidates, space).run();
}

}  // namespace pgplumb::sql::canon
