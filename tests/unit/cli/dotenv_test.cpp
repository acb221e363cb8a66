#include "cli/dotenv.hpp"

#include <gtest/gtest.h>

namespace pgplumb::cli {
namespace {

std::string shown(const Variables& variables) {
  std::string text;
  for (const auto& [name, value] : variables) text += name + "=[" + value + "]";
  return text;
}

TEST(Dotenv, Lines) {
  struct Case {
    const char* text;
    const char* variables;
  };
  for (const Case& one :
       {Case{"", ""}, Case{"A=b", "A=[b]"}, Case{"A=b\r\nC=d\r\n", "A=[b]C=[d]"},
        Case{"\xEF\xBB\xBF"
             "A=b\n",
             "A=[b]"},
        Case{"  export A = b  \n", "A=[b]"}, Case{"# A=b\n\nC=d # note\n", "C=[d]"},
        Case{"A=b#c\n", "A=[b#c]"}, Case{"A=\nB=1\n", "A=[]B=[1]"}, Case{"A=#c\n", "A=[]"},
        Case{"A='b # $c \\n'\n", "A=[b # $c \\n]"},
        Case{"A=\"b\\n\\\"c\\\"\" # x\nD=e\n", "A=[b\n\"c\"]D=[e]"},
        Case{"A='b\nc'\nD=e\n", "A=[b\nc]D=[e]"}, Case{"A='open\nD=e\n", "A=['open]D=[e]"},
        Case{"A=1\nA=2\n", "A=[2]"}, Case{"no assignment\n1A=x\nA B=c\nD=e", "D=[e]"},
        Case{"URL=postgresql://u:p@h/d?a=b\n", "URL=[postgresql://u:p@h/d?a=b]"}}) {
    EXPECT_EQ(shown(parse_dotenv(one.text)), one.variables) << one.text;
  }
}

}  // namespace
}  // namespace pgplumb::cli
