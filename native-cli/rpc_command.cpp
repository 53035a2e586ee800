// SPDX-License-Identifier: MIT
// `trellis rpc`: one JSON-RPC request a line in, one response a line out. For tests and for programs.
#include <iostream>

#include "commands.hpp"

namespace trellis::cli {

int rpc(Session& session) {
  for (std::string line; std::getline(std::cin, line);) std::cout << session.raw(line) << '\n' << std::flush;
  return kDone;
}

}  // namespace trellis::cli
