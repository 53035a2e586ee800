// SPDX-License-Identifier: MIT
// Strings in, strings out; nothing throws across this line. No decisions are made here.
#include "abi/core_abi.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/dispatch.hpp"
#include "app/open_config.hpp"
#include "app/state.hpp"
#include "base/fence.hpp"

struct trellis_core {
  trellis::app::State state;
};

using trellis::base::fenced;

extern "C" {

int trellis_abi_version(void) { return trellis::app::kAbiVersion; }

trellis_core* trellis_open(const char* config, size_t size) {
  const auto open = [&] {
    const auto database = trellis::app::database_of(std::string_view(config, size));
    return std::make_unique<trellis_core>(trellis_core{trellis::app::State(database)}).release();
  };
  return fenced(open, [](const char*) -> trellis_core* { return nullptr; });
}

int trellis_add_content(const char* pack, size_t size) {
  return fenced([&] { return trellis::app::add_content(std::string_view(pack, size)) ? 1 : 0; },
                [](const char*) { return 0; });
}

char* trellis_call(trellis_core* core, const char* request, size_t size) {
  const auto call = [&] {
    const std::string response = trellis::app::dispatch(core->state, std::string_view(request, size));
    void* memory = std::malloc(response.size() + 1);
    if (memory != nullptr) std::memcpy(memory, response.c_str(), response.size() + 1);
    return static_cast<char*>(memory);
  };
  return fenced(call, [](const char*) -> char* { return nullptr; });
}

void trellis_free(char* response) { std::free(response); }

void trellis_close(trellis_core* core) { std::unique_ptr<trellis_core>{core}.reset(); }

}  // extern "C"
