// SPDX-License-Identifier: MIT
// A text locked with a passphrase: one header line with everything needed to try a passphrase, then the sealed bytes.
// Format: contract/sealed.md. Random bytes come from the caller; no file, no clock, nothing kept between calls.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "seal/key.hpp"

namespace trellis::seal {

inline constexpr int kFormatVersion = 1;
/// Shorter passphrases are not set; NIST SP 800-63B asks for 8 characters at least.
inline constexpr std::size_t kPassphraseBytesMin = 8;
inline constexpr std::size_t kPassphraseBytesMax = 1024;
/// Random bytes that every sealing takes: 16 of salt, 24 of nonce, 32 for a key where one is made.
inline constexpr std::size_t kEntropyBytes = 72;
/// Range of what a header may ask for; anything else is refused before memory is taken. The lower ends are OWASP's
/// least settings for Argon2id, the upper ones what a phone can still do.
inline constexpr int kPassesMin = 3;
inline constexpr int kPassesMax = 10;
inline constexpr int kMemoryKibMin = 12 * 1024;
inline constexpr int kMemoryKibMax = 256 * 1024;

/// What is in it. Part of the header, so that one kind cannot be passed off as the other.
enum class Kind { key, backup };

/// What one try at a passphrase costs.
struct Cost {
  int passes = kPassesMin;
  int memory_kib = 64 * 1024;
};

/// A sealed text taken apart. Views into that text, which must stay.
struct Sealed {
  std::string_view header;
  Cost cost;
  std::string salt;
  std::string nonce;
  std::string_view body;  // base64
};

/// True for a text that claims to be sealed; it may still be damaged.
bool is_sealed(std::string_view text);

/// Takes a sealed text apart. Every header has one spelling only.
/// @errors seal.newer_format, seal.damaged (also: cost outside the range above)
Result<Sealed> parse(Kind kind, std::string_view text);

/// @param passphrase  UTF-8, normalised (NFC) by the caller; any length up to kPassphraseBytesMax
/// @errors seal.passphrase_too_long, seal.not_ready, seal.no_memory
Result<Key> derive_key(const Sealed& sealed, std::string_view passphrase);

/// @errors seal.wrong_passphrase (or changed since it was sealed: the two cannot be told apart), seal.not_ready
Result<std::string> open(const Sealed& sealed, const Key& key);

/// parse, derive_key and open in one.
Result<std::string> open(Kind kind, std::string_view text, std::string_view passphrase);

/// Seals `plain`. Where memory is short the cost goes down by halves, to no less than kMemoryKibMin.
/// @param entropy  kEntropyBytes fresh random bytes, of which the first 40 are used
/// @errors seal.passphrase_too_short, seal.passphrase_too_long, seal.not_ready, seal.no_memory
Result<std::string> close(Kind kind, std::string_view plain, std::string_view passphrase, std::string_view entropy,
                          Cost cost = {});

}  // namespace trellis::seal
