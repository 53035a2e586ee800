// SPDX-License-Identifier: MIT
// Any bytes as a request: exactly one answer, valid JSON, and the same core goes on.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "abi/core_abi.h"
#include "base/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string config = R"({"database": ":memory:"})";
  static const std::string about = R"({"jsonrpc":"2.0","id":1,"method":"about","params":{"locale":"en"}})";
  static trellis_core* core = nullptr;
  static int calls = 0;
  if (calls++ % 1000 == 0) {  // now and then an empty store again
    trellis_close(core);
    core = trellis_open(config.data(), config.size());
  }
  for (const std::string_view request :
       {std::string_view(reinterpret_cast<const char*>(data), size), std::string_view(about)}) {
    char* answer = trellis_call(core, request.data(), request.size());
    const auto parsed = answer == nullptr ? std::nullopt : trellis::base::parse_json(answer);
    if (!parsed || parsed->contains("result") == parsed->contains("error")) std::abort();
    trellis_free(answer);
  }
  return 0;
}
