#include "introspect/access_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pgplumb::introspect {
namespace {

ObjectId an_object(ObjectKind kind) { return object_id(kind, qualified("public", "x")); }

// "grantee:letters/grantable" each.
std::vector<std::string> facts(ObjectKind kind, const std::vector<std::string>& items,
                               int version = 150000) {
  std::vector<std::string> texts;
  for (const auto& [grantee, privilege] :
       access_facts(items, initial_access(an_object(kind), "me", version), "me")) {
    std::string text = grantee + ":" + privilege.privileges + "/" + privilege.grant_option;
    for (const GrantByOther& grant : privilege.by_others) {
      text += " " + grant.grantor + ":" + grant.privileges + "/" + grant.grant_option;
    }
    texts.push_back(text);
  }
  return texts;
}

TEST(AccessList, SaysWhatDiffersFromTheStart) {
  struct Case {
    ObjectKind kind;
    std::vector<std::string> items;
    std::vector<std::string> facts;
  };
  const Case cases[] = {
      {ObjectKind::relation, {"me=arwdDxt/me"}, {}},
      {ObjectKind::relation, {"me=arwdDxt/me", "you=r/me"}, {"you:r/"}},
      {ObjectKind::relation, {"you=r/me"}, {"me:/", "you:r/"}},
      {ObjectKind::relation, {"me=rw/me", "=r/me"}, {":r/", "me:rw/"}},
      {ObjectKind::relation, {"me=arwdDxt/me", "you=ar*w*/me"}, {"you:arw/rw"}},
      {ObjectKind::relation, {"me=arwdDxt/me", "you=r/me", "you=w*/he"}, {"you:r/ he:w/w"}},
      {ObjectKind::relation,
       {"me=arwdDxt/me", "you=r*/me", "she=r/you", "she=wa*/\"o \"\"k\"", "you=w/he", "you=x/a"},
       {"she:/ o \"k:aw/a you:r/", "you:r/r a:x/ he:w/"}},
      {ObjectKind::relation, {"me=arwdDxt/me", "\"a=\"\"b\"=r/me"}, {"a=\"b:r/"}},
      {ObjectKind::routine, {"=X/me", "me=X/me"}, {}},
      {ObjectKind::routine, {"me=X/me"}, {":/"}},
      {ObjectKind::routine, {}, {":/", "me:/"}},
      {ObjectKind::enum_type, {"=U/me", "me=U/me", "you=U*/me"}, {"you:U/U"}},
      {ObjectKind::namespace_, {"me=UC/me", "=U/me"}, {":U/"}},
      {ObjectKind::sequence, {"me=rwU/me"}, {}},
      {ObjectKind::attribute, {"you=r/me"}, {"you:r/"}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(facts(c.kind, c.items), c.facts) << name_of(c.kind) << " " << c.items.size();
  }
}

TEST(AccessList, MaintainIsTheOwnersFrom17On) {
  EXPECT_EQ(facts(ObjectKind::relation, {"me=arwdDxtm/me"}, 170000), std::vector<std::string>{});
  EXPECT_EQ(facts(ObjectKind::relation, {"me=arwdDxt/me"}, 170000),
            std::vector<std::string>{"me:Dadrtwx/"});
}

TEST(AccessList, PublicMayCreateInPublicBefore15Only) {
  const ObjectId id = object_id(ObjectKind::namespace_, Identifier("public"));
  EXPECT_EQ(initial_access(id, "me", 140000).at("").privileges, "CU");
  EXPECT_EQ(initial_access(id, "me", 150000).at("").privileges, "U");
}

}  // namespace
}  // namespace pgplumb::introspect
