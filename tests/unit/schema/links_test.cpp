#include "schema/links.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/catalog.hpp"

namespace pgplumb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ObjectId relation(const char* name) {
  return object_id(ObjectKind::relation, qualified("public", name));
}

Relation partition_of(const char* parent) {
  Relation relation;
  relation.partition_of = qualified("public", parent);
  return relation;
}

TEST(Links, FindPartitionsAndInheritors) {
  Catalog catalog;
  catalog.put(relation("events"), Relation{});
  catalog.put(relation("events_2"), partition_of("events"));
  catalog.put(relation("events_1"), partition_of("events"));
  Relation heir;
  heir.inherits = {qualified("public", "events")};
  catalog.put(relation("heir"), heir);
  EXPECT_THAT(catalog.partitions_of(qualified("public", "events")),
              ElementsAre(relation("events_1"), relation("events_2")));
  EXPECT_THAT(catalog.children_of(qualified("public", "events")),
              ElementsAre(relation("events_1"), relation("events_2"), relation("heir")));
}

TEST(Links, FollowWhatIsWrittenThroughAPointer) {
  Catalog catalog;
  catalog.put(relation("events"), Relation{});
  catalog.put(relation("events_1"), partition_of("events"));
  auto* lent = catalog.get<Relation>(relation("events_1"));
  EXPECT_THAT(catalog.partitions_of(qualified("public", "events")),
              ElementsAre(relation("events_1")));
  lent->partition_of = {};
  EXPECT_THAT(catalog.partitions_of(qualified("public", "events")), IsEmpty());
  lent->partition_of = qualified("public", "other");
  catalog.settle();
  EXPECT_THAT(catalog.partitions_of(qualified("public", "other")),
              ElementsAre(relation("events_1")));
}

TEST(Links, AreGoneWithTheObject) {
  Catalog catalog;
  catalog.put(relation("events_1"), partition_of("events"));
  catalog.erase(relation("events_1"));
  EXPECT_THAT(catalog.partitions_of(qualified("public", "events")), IsEmpty());
}

TEST(Links, TellSequencesFromIndexes) {
  Catalog catalog;
  Sequence sequence;
  sequence.owner_relation = qualified("public", "orders");
  sequence.owner_attribute = Identifier("id");
  const ObjectId sequence_id =
      object_id(ObjectKind::sequence, qualified("public", "orders_id_seq"));
  catalog.put(sequence_id, sequence);
  Index index;
  index.relation = qualified("public", "orders");
  const ObjectId index_id = object_id(ObjectKind::index, qualified("public", "orders_total_idx"));
  catalog.put(index_id, index);
  EXPECT_THAT(catalog.sequences_of(qualified("public", "orders")), ElementsAre(sequence_id));
  EXPECT_THAT(catalog.indexes_of(qualified("public", "orders")), ElementsAre(index_id));
  EXPECT_THAT(catalog.partitions_of_index(qualified("public", "orders")), IsEmpty());
}

}  // namespace
}  // namespace pgplumb
