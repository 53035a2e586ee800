// SPDX-License-Identifier: MIT
// Any bytes as a program's ladder: refused, or one with which every rung can be compared.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/growth_pack.hpp"
#include "growth/gap.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace content = trellis::content;
  const auto ladder = content::read_ladder_pack({reinterpret_cast<const char*>(data), size});
  if (!ladder) return 0;
  content::Framework framework = content::catalog("en").framework;
  for (const auto& item : ladder->own.competencies) {
    if (framework.find_competency(item.id) != nullptr) std::abort();
    framework.competencies.push_back(item);
  }
  for (const auto& rung : ladder->rungs) {
    const auto states = trellis::growth::compare(rung, framework, {}, 20'000);
    if (states.size() != rung.requirements.size()) std::abort();
  }
  return 0;
}
