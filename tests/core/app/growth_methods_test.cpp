// SPDX-License-Identifier: MIT
// What a person keeps, through the requests that the screens send: hostile or outdated parts of it spoil nothing else.
#include <gtest/gtest.h>

#include "app/dispatch.hpp"
#include "base/json.hpp"

namespace {

using Json = trellis::base::Json;

constexpr const char* kNoon = "2026-11-22T12:00:00Z";

std::string uuid(int number) { return "00000000-0000-4000-8000-00000000000" + std::to_string(number); }

class GrowthMethods : public testing::Test {
 protected:
  /// The result, or the error's data.
  Json ask(const std::string& method, Json params) {
    params["locale"] = "en";
    const Json request = {{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", std::move(params)}};
    Json answer = *trellis::base::parse_json(trellis::app::dispatch(state_, trellis::base::json_text(request)));
    return answer.contains("result") ? answer["result"] : answer["error"]["data"];
  }

  static Json object() { return Json(Json::value_t::object); }

  void keep_ladder(const std::string& text) {
    const Json body = {{"name", "ladder_pack"}, {"value", text}};
    const Json kept = ask("put_entry", {{"entry_id", uuid(1)},
                                        {"series_id", "setting.ladder_pack"},
                                        {"kind", "setting"},
                                        {"body", body},
                                        {"noted_at", kNoon}});
    ASSERT_TRUE(kept.contains("entry")) << kept;
  }

  Json ask_for_view(const std::vector<std::string>& ids) {
    const std::string entropy(96, 'A');  // 72 bytes as base64
    return ask("export_second_view", {{"entry_id", uuid(2)},
                                      {"document_id", uuid(3)},
                                      {"competency_ids", ids},
                                      {"entropy", entropy},
                                      {"noted_at", kNoon}});
  }

  std::vector<std::string> all_ids() {
    std::vector<std::string> ids;
    const Json framework = ask("get_full_framework", object());
    for (const Json& item : framework["framework"]["competencies"]) ids.push_back(item["id"].get<std::string>());
    return ids;
  }

 private:
  trellis::app::State state_{":memory:"};
};

TEST_F(GrowthMethods, GoOnWithOurLadderWhereTheKeptOneCannotBeRead) {
  keep_ladder("a ladder of a Trellis to come");

  EXPECT_GT(all_ids().size(), 31U);
  EXPECT_TRUE(ask("get_form", {{"form", "full"}, {"rung_id", "r5a"}}).contains("items"));
  EXPECT_TRUE(ask("get_further_results", object()).contains("domains"));
  EXPECT_TRUE(ask("get_agenda", {{"points", Json(Json::value_t::array)}}).contains("points"));
  EXPECT_TRUE(ask("get_group_line", {{"levels", {{"SV1", 3}}}}).contains("line"));
  EXPECT_TRUE(ask("rate_competency", {{"rating_id", uuid(4)},
                                      {"competency_id", "SV1"},
                                      {"answer", "level"},
                                      {"level", 3},
                                      {"note", ""},
                                      {"rated_at", kNoon}})
                  .contains("rating"));
  EXPECT_TRUE(ask_for_view({"SV1"}).contains("document"));
  EXPECT_EQ(ask("get_ladder", object())["code"], "ladder.bad_pack");
  EXPECT_EQ(ask("get_gap", {{"rung_id", "r3"}, {"today", "2026-11-22"}})["code"], "ladder.bad_pack");
}

TEST_F(GrowthMethods, CanReadEverySecondViewThatCanBeAskedFor) {
  const std::vector<std::string> ids = all_ids();
  ASSERT_GT(ids.size(), 31U);

  const Json asked = ask_for_view(ids);
  ASSERT_TRUE(asked.contains("document")) << asked;
  const Json read = ask("read_second_view", {{"document", asked["document"]}});

  EXPECT_EQ(read["competency_ids"].size(), ids.size()) << read;
}

TEST_F(GrowthMethods, RefuseALevelForWhatWasNotAsked) {
  const Json asked = ask_for_view({"D1.1"});
  const auto answer = [&](const Json& levels) {
    return ask("answer_second_view", {{"document", asked["document"]}, {"answer_id", uuid(5)}, {"levels", levels}});
  };

  EXPECT_EQ(answer({{"D1.1", 3}, {"D1.9", 3}})["code"], "competency.unknown");
  EXPECT_EQ(answer({{"D1.2", 3}})["code"], "competency.unknown") << "one of ours, and not asked";
  EXPECT_TRUE(answer({{"D1.1", 3}}).contains("document"));
  EXPECT_TRUE(answer(object()).contains("document")) << "not seen is an answer, too";
}

}  // namespace
