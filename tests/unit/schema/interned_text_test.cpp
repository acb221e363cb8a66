#include "schema/interned_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace pgplumb {
namespace {

TEST(InternedText, IsTheTextItWasMadeOf) {
  EXPECT_EQ(InternedText(std::string("orders")).str(), "orders");
  EXPECT_TRUE(InternedText().empty());
  EXPECT_TRUE(InternedText("").empty());
  EXPECT_EQ(InternedText().str(), "");
  EXPECT_EQ(InternedText("a\n\"é").size(), 5U);
}

TEST(InternedText, EqualTextsAreOne) {
  const std::string text = "a name that is longer than what a string keeps in itself";
  const InternedText first(text);
  const InternedText second(std::string_view(text).substr(0));
  EXPECT_EQ(first, second);
  EXPECT_EQ(first.hash(), second.hash());
  EXPECT_EQ(&first.str(), &second.str());
  EXPECT_NE(first, InternedText("another"));
  EXPECT_EQ(InternedText(""), InternedText());
}

TEST(InternedText, IsOrderedByItsBytes) {
  EXPECT_LT(InternedText(), InternedText("a"));
  EXPECT_LT(InternedText("Z"), InternedText("a"));
  EXPECT_LT(InternedText("a"), InternedText("ab"));
  EXPECT_LT(InternedText("z"), InternedText("é"));
  EXPECT_EQ(InternedText("a") <=> InternedText("a"), std::strong_ordering::equal);
}

TEST(InternedText, MeetsPlainText) {
  const InternedText name("orders");
  EXPECT_TRUE(name == "orders");
  EXPECT_TRUE(std::string("order") != name);
  EXPECT_EQ("public." + name + "_pkey", "public.orders_pkey");
  EXPECT_EQ(name + name, "ordersorders");
}

TEST(InternedText, IsOneForAllThreads) {
  constexpr int kTexts = 2000;
  std::vector<std::vector<const std::string*>> seen(4);
  std::vector<std::thread> threads;
  for (auto& places : seen) {
    threads.emplace_back([&places] {
      for (int i = 0; i < kTexts; ++i) {
        places.push_back(&InternedText("of a thread " + std::to_string(i)).str());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& places : seen) EXPECT_EQ(places, seen.front());
  EXPECT_EQ(*seen.front()[7], "of a thread 7");
}

}  // namespace
}  // namespace pgplumb
