// SPDX-License-Identifier: MIT
#include "app/dispatch.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

std::string error_code(const std::string& request) {
  trellis::app::State state(std::nullopt);
  const Json answer = Json::parse(trellis::app::dispatch(state, request));
  EXPECT_EQ(answer["jsonrpc"], "2.0");
  EXPECT_FALSE(answer.contains("result")) << answer.dump();
  EXPECT_FALSE(answer["error"]["data"]["message"].get<std::string>().empty());
  EXPECT_FALSE(answer["error"]["data"]["next_step"].get<std::string>().empty());
  return answer["error"]["data"]["code"];
}

TEST(Dispatch, RefusesWhatIsNoJson) {
  for (const char* request : {"", "{", "hello", "{\"a\":}", "\xff", "{\"jsonrpc\":\"2.0\"} tail"}) {
    EXPECT_EQ(error_code(request), "request.not_json") << request;
  }
}

TEST(Dispatch, RefusesDeepJsonBeforeBuildingIt) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');

  EXPECT_EQ(error_code(deep), "request.too_deep");
}

TEST(Dispatch, CountsBracketsInStringsAsText) {
  const Json request = {
      {"jsonrpc", "2.0"},
      {"id", 1},
      {"method", "check_task"},
      {"params", {{"locale", "en"}, {"role_id", "any"}, {"text", std::string(500, '[') + "\"\\ walk"}}}};
  trellis::app::State state(std::nullopt);

  EXPECT_TRUE(Json::parse(trellis::app::dispatch(state, request.dump())).contains("result"));
}

TEST(Dispatch, RefusesEnvelopesThatAreNoRequest) {
  for (const char* request : {"[]", "1", "{}", R"({"jsonrpc":"1.0","id":1,"method":"about","params":{"locale":"en"}})",
                              R"({"jsonrpc":"2.0","method":"about","params":{"locale":"en"}})",
                              R"({"jsonrpc":"2.0","id":null,"method":"about","params":{"locale":"en"}})",
                              R"({"jsonrpc":"2.0","id":1,"method":7,"params":{"locale":"en"}})",
                              R"({"jsonrpc":"2.0","id":1,"method":"about","params":{"locale":"en"},"extra":1})"}) {
    EXPECT_EQ(error_code(request), "request.invalid") << request;
  }
}

TEST(Dispatch, KeepsTheIdOfARequestItRefuses) {
  trellis::app::State state(std::nullopt);

  const Json answer = Json::parse(
      trellis::app::dispatch(state, R"({"jsonrpc":"2.0","id":"a7","method":"fly","params":{"locale":"es"}})"));

  EXPECT_EQ(answer["id"], "a7");
  EXPECT_EQ(answer["error"]["code"], -32601);
}

TEST(Dispatch, NeverEchoesWhatWasTypedInAnError) {
  trellis::app::State state(std::nullopt);
  const std::string secret = "Maria-Lopez-555-0100";

  for (const std::string& request : {
           "{\"" + secret,
           R"({"jsonrpc":"2.0","id":1,"method":")" + secret + R"(","params":{"locale":"en"}})",
           R"({"jsonrpc":"2.0","id":1,"method":"about","params":{"locale":"en",")" + secret + R"(":1}})",
           R"({"jsonrpc":"2.0","id":1,"method":"about","params":{"locale":")" + secret + R"("}})",
           R"({"jsonrpc":"2.0","id":1,"method":"get_role","params":{"locale":"en","role_id":")" + secret + R"("}})",
           R"({"jsonrpc":"2.0","id":1,"method":"preview_backup","params":{"locale":"en","document":"{\")" + secret +
               R"(\":1}"}})",
       }) {
    EXPECT_EQ(trellis::app::dispatch(state, request).find(secret), std::string::npos) << request;
  }
}

TEST(Dispatch, StillChecksTextsWhenTheDatabaseCannotBeOpened) {
  trellis::app::State state(std::string("/no/such/folder/records.sqlite3"));
  const std::string check =
      R"({"jsonrpc":"2.0","id":1,"method":"check_task","params":{"locale":"en","role_id":"any","text":"drive"}})";
  const std::string list = R"({"jsonrpc":"2.0","id":2,"method":"list_ratings","params":{"locale":"en"}})";

  EXPECT_TRUE(Json::parse(trellis::app::dispatch(state, check)).contains("result"));
  EXPECT_EQ(Json::parse(trellis::app::dispatch(state, list))["error"]["data"]["code"], "store.io");
}

}  // namespace
