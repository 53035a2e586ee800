// SPDX-License-Identifier: MIT
#include "growth/entry_body.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

#include "base/instant.hpp"
#include "base/text.hpp"

namespace trellis::growth {
namespace {

using base::Json;

enum class Type : std::uint8_t { text, optional_text, date, number, choice };

struct Field {
  std::string_view key;
  Type type = Type::text;
  int max = 0;                    // characters of a text, or the largest number; the smallest is 0
  std::string_view choices = {};  // "open|done"
  bool nullable = false;
};

constexpr int kIdMax = 100;
constexpr int kMinutesMax = 60 * 100'000;  // a working life
constexpr int kSettingBytesMax = 300;
constexpr int kPackMax = 60 * 1024;

constexpr Field kGoal[] = {
    {"text", Type::text, 300},
    {"next_action", Type::optional_text, 300},
    {"due_on", Type::date, 0, {}, true},
    {"state", Type::choice, 0, "open|done"},
    {"competency_id", Type::text, kIdMax, {}, true},
    {"requirement_id", Type::text, kIdMax, {}, true},
};
constexpr Field kLog[] = {
    {"what", Type::choice, 0, "work|training|continuing_education|supervision_received|supervision_given"},
    {"on", Type::date},
    {"minutes", Type::number, kMinutesMax},
    {"peer_minutes", Type::number, kMinutesMax},
    {"title", Type::optional_text, 200},
    {"provider", Type::optional_text, 200},
};
constexpr Field kCertificate[] = {
    {"name", Type::text, 200},
    {"issuer", Type::optional_text, 200},
    {"issued_on", Type::date, 0, {}, true},
    {"renew_by", Type::date, 0, {}, true},
    {"certificate_id", Type::text, kIdMax, {}, true},
};
constexpr Field kDrift[] = {
    {"on", Type::date},
    {"family", Type::text, kIdMax},
    {"rule_id", Type::text, kIdMax, {}, true},
    {"setting_id", Type::text, kIdMax, {}, true},
    {"how_often", Type::choice, 0, "once|sometimes|often|always"},
    {"what_i_did", Type::choice, 0, "did_it|said_no|offered_another_way|asked_for_backing|still_thinking"},
    {"what_happened", Type::choice, 0, "settled|asked_again|pressure|not_known"},
    {"feeling", Type::choice, 0, "fine|uneasy|upset|proud|tired", true},
    {"words", Type::optional_text, 200},
};
constexpr Field kCondition[] = {
    {"item", Type::choice, 0, "supervision|isolation|pay|tasks_asked"},
    {"level", Type::number, 5, {}, true},
    {"note", Type::optional_text, 300},
};
constexpr Field kAgreement[] = {
    {"competency_id", Type::text, kIdMax},
    {"next_step", Type::text, 300},
    {"agreed_on", Type::date},
};
constexpr Field kSecondView[] = {
    {"competency_ids", Type::text, 2000},
    {"levels", Type::text, 500},
    {"salt", Type::text, kIdMax},
};
constexpr Field kSetting[] = {
    {"name", Type::choice, 0, "role_id|rung_id|form|ladder_pack|interview_questions"},
    {"value", Type::text, kPackMax},
};
constexpr Field kPractice[] = {
    {"dilemma_id", Type::text, kIdMax},
    {"option_id", Type::text, kIdMax},
};
constexpr Field kWorkplace[] = {
    {"voice", Type::choice, 0, "organization|seeker"},
    {"on", Type::date},
    {"answers", Type::optional_text, 2000},    // a line each: "RD01 2", or "RD02 ?" for "could not find out"
    {"percent", Type::number, 100, {}, true},  // of a result whose answers were not kept
    {"known_count", Type::number, 100, {}, true},
};
constexpr Field kPackText[] = {
    {"pack_id", Type::text, kIdMax},
    {"text", Type::text, kPackMax},
};

std::span<const Field> fields_of(Kind kind) {
  switch (kind) {
    case Kind::goal: return kGoal;
    case Kind::log: return kLog;
    case Kind::certificate: return kCertificate;
    case Kind::drift: return kDrift;
    case Kind::condition: return kCondition;
    case Kind::agreement: return kAgreement;
    case Kind::second_view: return kSecondView;
    case Kind::setting: return kSetting;
    case Kind::practice: return kPractice;
    case Kind::workplace: return kWorkplace;
    case Kind::pack: return kPackText;
  }
  return {};
}

/// Code points of valid UTF-8.
int length(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_choice(std::string_view choices, std::string_view text) {
  while (!choices.empty()) {
    const std::size_t end = std::min(choices.find('|'), choices.size());
    if (choices.substr(0, end) == text) return true;
    choices.remove_prefix(std::min(end + 1, choices.size()));
  }
  return false;
}

bool is_text(const Field& field, std::string_view text) {
  switch (field.type) {
    case Type::date: return base::is_date(text);
    case Type::choice: return is_choice(field.choices, text);
    case Type::text:
      if (text.empty()) return false;
      [[fallthrough]];
    default: return base::is_valid_utf8(text) && text.find('\0') == text.npos && length(text) <= field.max;
  }
}

bool is_value(const Field& field, const Json& value) {
  if (value.is_null()) return field.nullable;
  if (field.type != Type::number) return value.is_string() && is_text(field, value.get_ref<const std::string&>());
  if (!value.is_number_integer()) return false;
  const auto number = value.get<std::int64_t>();
  return number >= 0 && number <= field.max && (!value.is_number_unsigned() || value.get<std::uint64_t>() <= INT32_MAX);
}

/// What one key cannot say alone.
Result<void> check_together(Kind kind, const Json& body) {
  if (kind == Kind::log && body_number(body, "peer_minutes") > body_number(body, "minutes")) {
    return fail("entry.bad_body", "peer_minutes");
  }
  if (kind == Kind::log && body_number(body, "minutes") == 0) return fail("entry.bad_body", "minutes");
  if (kind == Kind::condition && body["level"] == 0) return fail("entry.bad_body", "level");
  if (kind == Kind::setting && body_text(body, "name") != "ladder_pack" &&
      body_text(body, "value").size() > static_cast<std::size_t>(kSettingBytesMax)) {
    return fail("entry.bad_body", "value");
  }
  return {};
}

}  // namespace

Result<std::string> canonical_body(Kind kind, const Json& body) {
  if (!body.is_object()) return fail("entry.bad_body", "keys");
  Json whole(Json::value_t::object);
  std::size_t known = 0;
  for (const Field& field : fields_of(kind)) {
    const std::string key(field.key);
    const auto at = body.find(key);
    if (at != body.end()) ++known;
    const Json value = at == body.end() ? Json() : *at;
    if (!is_value(field, value)) return fail("entry.bad_body", field.key);
    whole[key] = value;
  }
  if (known != body.size()) return fail("entry.bad_body", "keys");
  if (auto together = check_together(kind, whole); !together) return tl::unexpected<Error>(together.error());
  return base::json_text(whole);
}

std::vector<std::string> body_keys(Kind kind) {
  std::vector<std::string> keys;
  for (const Field& field : fields_of(kind)) keys.emplace_back(field.key);
  return keys;
}

bool has_fixed_series(Kind kind) {
  return kind == Kind::condition || kind == Kind::setting || kind == Kind::practice || kind == Kind::pack;
}

std::string fixed_series(Kind kind, const Json& body) {
  if (!has_fixed_series(kind)) return {};
  const std::string_view key = fields_of(kind).front().key;
  return std::string(to_string(kind)) + "." + body_text(body, key);
}

std::string body_text(const Json& body, std::string_view key) {
  const auto at = body.find(std::string(key));
  return at != body.end() && at->is_string() ? at->get<std::string>() : std::string();
}

int body_number(const Json& body, std::string_view key) {
  const auto at = body.find(std::string(key));
  return at != body.end() && at->is_number_integer() ? at->get<int>() : 0;
}

}  // namespace trellis::growth
