// SPDX-License-Identifier: MIT
// Any bytes as the line of one person in a group: refused, or the same after being written and read again.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "growth/group.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace growth = trellis::growth;
  const auto& framework = trellis::content::catalog("en").framework;
  const auto answers = growth::read_group_line({reinterpret_cast<const char*>(data), size}, framework);
  if (!answers) return 0;
  const auto line = growth::write_group_line(*answers, framework);
  if (!line) std::abort();
  const auto again = growth::read_group_line(*line, framework);
  if (!again || *again != *answers) std::abort();
  const std::vector<growth::GroupAnswers> people(4, *answers);
  for (const auto& row : growth::tally(people, framework)) {
    if (row.counts) std::abort();  // four are too few to be shown
  }
  return 0;
}
