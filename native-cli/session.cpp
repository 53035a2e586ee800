// SPDX-License-Identifier: MIT
#include "session.hpp"

#include <string.h>  // NOLINT(modernize-deprecated-headers): explicit_bzero

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>

#include "abi/core_abi.h"
#include "content/catalog.hpp"
#include "passphrase.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

trellis_core* open_core(const std::string& database) {
  const Json config = {{"database", database.empty() ? Json(nullptr) : Json(database)}};
  const std::string text = base::json_text(config);
  trellis_core* core = trellis_open(text.data(), text.size());
  if (core == nullptr) {
    std::cerr << "trellis: out of memory\n";
    std::exit(kUsage);
  }
  return core;
}

std::string two_digits(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

Session::Session(Settings settings) : settings_(std::move(settings)), core_(open_core(settings_.database)) {}

Session::~Session() { trellis_close(core_); }

std::optional<Json> Session::call(std::string_view method, Json params) {
  params["locale"] = settings_.locale;
  const Json request = {{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", std::move(params)}};
  // Bytes that are no UTF-8 must reach the core as they are, so that it can say what is wrong with them.
  std::string text = base::json_text(request);
  Json response = Json::parse(raw(text));
  explicit_bzero(text.data(), text.size());  // it can hold a passphrase
  if (response.contains("result")) return std::move(response["result"]);
  const Json& failure = response["error"]["data"];
  last_error_code_ = failure["code"].get<std::string>();
  std::cerr << "trellis: " << printable(file_) << (file_.empty() ? "" : ": ") << failure["message"].get<std::string>()
            << '\n'
            << "  " << failure["next_step"].get<std::string>() << '\n';
  return std::nullopt;
}

int Session::unlock() {
  const auto about = call("about", Json::object());
  if (!about) return kUsage;
  if ((*about)["store"]["state"] != "locked") return kDone;
  name_file(settings_.database);
  const auto passphrase = ask_passphrase(*this, "passphrase.database");
  if (!passphrase) return kUsage;
  if (!call("unlock", {{"passphrase", passphrase->text}})) return failure_status();
  name_file({});
  return kDone;
}

int Session::failure_status() const {
  const std::string_view code = last_error_code_;
  for (const std::string_view refused :
       {"backup.", "text.", "seal.", "ladder.", "rung.", "rating.", "entry.bad_body", "second_view.", "group.",
        "store.damaged", "store.not_a_database", "store.newer_schema", "store.protected", "store.not_protected"}) {
    if (code.starts_with(refused)) return kConcerns;
  }
  return kUsage;
}

std::string Session::raw(std::string_view request) {
  char* answer = trellis_call(core_, request.data(), request.size());
  std::string text = answer == nullptr ? std::string() : std::string(answer);
  trellis_free(answer);
  return text;
}

std::string Session::words(std::string_view key) const {
  const auto& phrases = content::catalog(settings_.locale).phrases;
  const auto found = phrases.find(std::string(key));
  return found == phrases.end() ? std::string(key) : found->second;
}

int print_json(const Json& answer) {
  std::cout << answer.dump(2) << '\n';
  return kDone;
}

std::string make_uuid() {
  std::random_device device;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (int i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
    auto nibble = device() & 0xFU;
    if (i == 12) nibble = 4;                     // version
    if (i == 16) nibble = 8U | (nibble & 0x3U);  // variant
    text += digits[nibble];
  }
  return text;
}

std::string now_utc() {
  using namespace std::chrono;
  const auto now = floor<seconds>(system_clock::now());
  const auto day = floor<days>(now);
  const year_month_day date{day};
  const hh_mm_ss time{now - day};
  return std::to_string(static_cast<int>(date.year())) + "-" + two_digits(static_cast<unsigned>(date.month())) + "-" +
         two_digits(static_cast<unsigned>(date.day())) + "T" + two_digits(static_cast<unsigned>(time.hours().count())) +
         ":" + two_digits(static_cast<unsigned>(time.minutes().count())) + ":" +
         two_digits(static_cast<unsigned>(time.seconds().count())) + "Z";
}

std::string locale_from_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("es") ? "es" : "en";
  }
  return "en";
}

}  // namespace trellis::cli
