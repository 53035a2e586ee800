// SPDX-License-Identifier: MIT
#include "base/order.hpp"

#include <algorithm>
#include <numeric>

namespace trellis::base {

std::vector<std::uint32_t> ordered_positions(std::size_t count, const void* rows,
                                             bool (*before)(const void* rows, std::uint32_t a, std::uint32_t b)) {
  std::vector<std::uint32_t> positions(count);
  std::iota(positions.begin(), positions.end(), 0U);
  std::sort(positions.begin(), positions.end(), [rows, before](std::uint32_t a, std::uint32_t b) {
    if (before(rows, a, b)) return true;
    return a < b && !before(rows, b, a);
  });
  return positions;
}

}  // namespace trellis::base
