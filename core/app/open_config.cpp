// SPDX-License-Identifier: MIT
#include "app/open_config.hpp"

#include "app/params.hpp"
#include "content/bundle.hpp"

namespace trellis::app {

std::optional<std::string> database_of(std::string_view config) {
  const auto parsed = parse_request(config);
  if (!parsed || !parsed->is_object()) return std::nullopt;
  const auto found = parsed->find("database");
  if (found == parsed->end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

bool add_content(std::string_view pack) { return content::add_pack(pack); }

}  // namespace trellis::app
