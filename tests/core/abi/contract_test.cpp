// SPDX-License-Identifier: MIT
// The examples of contract/examples through the C functions, natively: the third runtime beside wasm and the command
// line (tests/contract/). The answers stored in the examples are the truth.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "../store/temp_folder.hpp"
#include "abi/core_abi.h"

namespace {

using Json = nlohmann::json;

std::vector<std::filesystem::path> example_paths() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(TRELLIS_SOURCE_DIR "/contract/examples")) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

class Core {
 public:
  explicit Core(bool with_database) {
    const Json config_json = {{"database", with_database ? Json(folder_.file("records.sqlite3")) : Json(nullptr)}};
    const std::string config = config_json.dump();
    core_ = trellis_open(config.data(), config.size());
  }
  ~Core() { trellis_close(core_); }
  Core(const Core&) = delete;
  Core& operator=(const Core&) = delete;

  Json call(const std::string& request) {
    char* answer = trellis_call(core_, request.data(), request.size());
    Json parsed = Json::parse(answer);
    trellis_free(answer);
    return parsed;
  }

 private:
  trellis::test::TempFolder folder_;
  trellis_core* core_;
};

class ContractExample : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(ContractExample, IsAnsweredAsStored) {
  std::ifstream file(GetParam());
  const Json example = Json::parse(file);
  Core core(example["database"].get<bool>());
  std::string exported;

  int id = 0;
  for (const Json& step : example["steps"]) {
    Json params = step["params"];
    if (params.contains("document") && params["document"] == "$export") params["document"] = exported;
    const Json answer =
        core.call(Json{{"jsonrpc", "2.0"}, {"id", ++id}, {"method", step["method"]}, {"params", params}}.dump());
    if (answer.contains("result") && answer["result"].contains("document")) exported = answer["result"]["document"];

    if (step.contains("error")) {
      ASSERT_TRUE(answer.contains("error")) << answer.dump();
      EXPECT_EQ(answer["error"]["data"], step["error"]);
    } else {
      ASSERT_TRUE(answer.contains("result")) << answer.dump();
      EXPECT_EQ(answer["result"], step["result"]);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(AllExamples, ContractExample, testing::ValuesIn(example_paths()), [](const auto& example) {
  std::string name = example.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '.' || c == '_'; }, 'X');
  return name;
});

TEST(CoreAbi, TellsItsVersion) { EXPECT_EQ(trellis_abi_version(), 2); }

TEST(CoreAbi, WorksWithoutADatabaseWhenTheConfigurationMakesNoSense) {
  for (const std::string config : {"", "null", "[]", "{\"database\": 5}", "\xff\xfe", "{"}) {
    trellis_core* core = trellis_open(config.data(), config.size());
    ASSERT_NE(core, nullptr);
    const std::string request = R"({"jsonrpc":"2.0","id":1,"method":"about","params":{"locale":"en"}})";
    char* answer = trellis_call(core, request.data(), request.size());
    EXPECT_EQ(Json::parse(answer)["result"]["store"]["state"], "none");
    trellis_free(answer);
    trellis_close(core);
  }
}

TEST(CoreAbi, ReleasingNothingIsFine) {
  trellis_free(nullptr);
  trellis_close(nullptr);
}

}  // namespace
