#include "schema/object_map.hpp"

namespace pgplumb {

ObjectMap& ObjectMap::operator=(const ObjectMap& other) {
  if (this == &other) return *this;
  tree_ = other.tree_;
  index();
  return *this;
}

void ObjectMap::index() {
  places_.clear();
  places_.reserve(tree_.size());
  for (auto place = tree_.begin(); place != tree_.end(); ++place) places_.insert(place);
}

const Object* ObjectMap::find(const ObjectId& id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? nullptr : &(*found)->second;
}

Object* ObjectMap::find(const ObjectId& id) {
  const auto found = places_.find(id);
  return found == places_.end() ? nullptr : &(*found)->second;
}

std::pair<Object*, bool> ObjectMap::add(const ObjectId& id) {
  if (Object* known = find(id)) return {known, false};
  const Place place = tree_.try_emplace(id).first;
  places_.insert(place);
  return {&place->second, true};
}

void ObjectMap::erase(const ObjectId& id) {
  const auto found = places_.find(id);
  if (found == places_.end()) return;
  const Place place = *found;
  places_.erase(found);
  tree_.erase(place);
}

}  // namespace pgplumb
