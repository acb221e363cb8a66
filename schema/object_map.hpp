// The objects of one state in the order of their ids, and found by id without walking that order.
#pragma once

#include <cstddef>
#include <map>
#include <unordered_set>
#include <utility>

#include "schema/object_id.hpp"
#include "schema/object_kinds.hpp"

namespace pgplumb {

class ObjectMap {
 public:
  using Tree = std::map<ObjectId, Object>;

  ObjectMap() = default;
  ObjectMap(const ObjectMap& other) : tree_(other.tree_) { index(); }
  ObjectMap(ObjectMap&&) = default;
  ObjectMap& operator=(const ObjectMap& other);
  ObjectMap& operator=(ObjectMap&&) = default;
  ~ObjectMap() = default;

  [[nodiscard]] const Tree& tree() const { return tree_; }
  // For writing objects; entries are added and removed here only.
  [[nodiscard]] Tree& tree() { return tree_; }

  [[nodiscard]] const Object* find(const ObjectId& id) const;
  [[nodiscard]] Object* find(const ObjectId& id);
  // The object of that id, and whether it was added, as a default one.
  std::pair<Object*, bool> add(const ObjectId& id);
  void erase(const ObjectId& id);

 private:
  using Place = Tree::iterator;

  struct Hash : ObjectIdHash {
    using is_transparent = void;
    using ObjectIdHash::operator();
    std::size_t operator()(const Place& place) const { return (*this)(place->first); }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(const Place& a, const Place& b) const { return a == b; }
    bool operator()(const ObjectId& a, const Place& b) const { return a == b->first; }
    bool operator()(const Place& a, const ObjectId& b) const { return a->first == b; }
  };

  void index();

  Tree tree_;
  std::unordered_set<Place, Hash, Equal> places_;
};

}  // namespace pgplumb
