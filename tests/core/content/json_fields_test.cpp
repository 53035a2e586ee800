// SPDX-License-Identifier: MIT
// Strict reading of one JSON object: nothing throws, and the first fault is the one that is told.
#include "content/json_fields.hpp"

#include <gtest/gtest.h>

namespace trellis::content {
namespace {

TEST(Fields, ReadsEachKindOfField) {
  Fault fault;
  const Json json = parse_json("a.json", R"({"t": "x", "l": ["y"], "f": true, "n": 3, "m": {"en": ["z"]}})", fault);
  Fields fields(json, "a.json", fault);

  std::string text;
  bool flag = false;
  int number = 0;

  fields.read("t", text);
  fields.read("f", flag);
  fields.read("n", number);

  EXPECT_EQ(text, "x");
  EXPECT_EQ(fields.texts("l"), std::vector<std::string>{"y"});
  EXPECT_TRUE(flag);
  EXPECT_EQ(number, 3);
  EXPECT_EQ(fields.optional_texts_by_tag("m").at("en"), std::vector<std::string>{"z"});
  fields.finish();
  EXPECT_FALSE(fault.any()) << fault.error().detail;
}

TEST(Fields, TakesAMissingOptionalFieldAsEmpty) {
  Fault fault;
  const Json json = Json::object();
  Fields fields(json, "a.json", fault);

  EXPECT_TRUE(fields.optional_texts("l").empty());
  EXPECT_TRUE(fields.optional_texts_by_tag("m").empty());
  EXPECT_FALSE(fault.any());
}

TEST(Fields, KeepsTheFirstFault) {
  Fault fault;
  const Json json = parse_json("a.json", R"({"n": -1})", fault);
  Fields fields(json, "a.json", fault);

  int number = 7;
  fields.read("n", number);
  fields.text("gone");

  EXPECT_EQ(number, 7) << "a fault leaves the variable alone";

  EXPECT_EQ(fault.error(), (Error{"content.wrong_type", "a.json: n"}));
}

TEST(Fields, TakesAListForNoObject) {
  Fault fault;
  const Json json = Json::array();
  Fields fields(json, "a.json", fault);

  EXPECT_EQ(fields.text("t"), "");
  fields.finish();
  EXPECT_EQ(fault.error(), (Error{"content.wrong_type", "a.json"}));
}

TEST(Fields, OverwritesOnlyListsOfTheSameLength) {
  Fault fault;
  const Json json = parse_json("a.json", R"({"l": ["uno", "dos"]})", fault);
  Fields fields(json, "a.json", fault);
  std::vector<std::string> two = {"one", "two"};
  std::vector<std::string> three = {"one", "two", "three"};

  fields.overwrite("l", two);
  fields.overwrite("l", three);

  EXPECT_EQ(two, (std::vector<std::string>{"uno", "dos"}));
  EXPECT_EQ(three.size(), 3U);
  EXPECT_EQ(fault.error().code, "content.wrong_type");
}

TEST(Fields, LeavesTheTargetAloneWhenThereIsNothingToPutOver) {
  Fault fault;
  const Json json = Json::object();
  Fields fields(json, "a.json", fault);
  std::string word = "English";

  fields.overwrite("name", word);

  EXPECT_EQ(word, "English");
  EXPECT_FALSE(fault.any());
}

TEST(ParseJson, ReportsTextThatIsCutOff) {
  Fault fault;

  parse_json("a.json", R"({"t": "x)", fault);

  EXPECT_EQ(fault.error(), (Error{"content.not_json", "a.json"}));
}

}  // namespace
}  // namespace trellis::content
