// SPDX-License-Identifier: MIT
// Any bytes as a content pack, in both languages: refused, or rows and roles of its own with ours as they were.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "abi/core_abi.h"
#include "base/json.hpp"
#include "content/own_pack.hpp"

namespace {

using trellis::base::Json;

/// What stands beside ours is never in place of it.
void look_at(const trellis::content::OwnPack& pack, std::string_view locale) {
  const auto& ours = trellis::content::catalog(locale);
  for (const auto& clause : ours.clauses) {
    const auto* theirs = pack.catalog.find_clause(clause.id);
    if (theirs == nullptr || theirs->text != clause.text) std::abort();
  }
  if (pack.catalog.framework.competencies.size() != ours.framework.competencies.size()) std::abort();
  for (const auto& id : pack.role_ids) {
    if (pack.catalog.find_role(id) == nullptr || ours.find_role(id) != nullptr) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string config = R"({"database": null})";
  static trellis_core* core = trellis_open(config.data(), config.size());
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const std::string_view locale : trellis::content::kLocales) {
    const auto pack = trellis::content::read_own_pack(text, locale);
    if (!pack) continue;
    look_at(*pack, locale);
    Json request = {{"jsonrpc", "2.0"}, {"id", 1}, {"method", "read_pack"}};
    request["params"] = {{"locale", std::string(locale)}, {"pack", text}};
    const std::string bytes = trellis::base::json_text(request);
    char* answer = trellis_call(core, bytes.data(), bytes.size());
    const auto parsed = trellis::base::parse_json(answer);
    if (!parsed || !parsed->contains("result") || !(*parsed)["result"]["pack"].is_object()) std::abort();
    trellis_free(answer);
  }
  return 0;
}
