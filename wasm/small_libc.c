// SPDX-License-Identifier: MIT
// Functions of the C library that only the JSON parser asks for, and whose results nobody reads. The whole ones bring
// 128-bit floating point and the printf family along: 10 kB of the download. Native builds use the real ones, and
// tests/wasm and tests/contract hold the answers of both together.
#include <math.h>
#include <stddef.h>
#include <string.h>

/// Reads digits as an exponent, no further than where it can still matter.
static int exponent_of(const char* text) {
  const int sign = *text == '-' ? -1 : 1;
  int value = 0;
  if (*text == '-' || *text == '+') ++text;
  for (; *text >= '0' && *text <= '9' && value < 1000000; ++text) value = value * 10 + (*text - '0');
  return sign * value;
}

/// Whether a JSON number is too large for a double (IEEE 754 binary64): from 2^1024 - 2^970 on it rounds to infinity.
static int is_too_large(const char* text) {
  static const char limit[] = "179769313486231580793728971405303415079934";
  char digits[sizeof limit] = {0};
  size_t count = 0;
  int order = -1;  // power of ten of the first digit that is not 0
  int has_point = 0;
  for (; *text != '\0' && *text != 'e' && *text != 'E'; ++text) {
    if (*text == '.') has_point = 1;
    if (*text < '0' || *text > '9') continue;
    if (count == 0 && *text == '0') {
      if (has_point) --order;
      continue;
    }
    if (!has_point) ++order;
    if (count < sizeof digits - 1) digits[count++] = *text;
  }
  if (*text != '\0') order += exponent_of(text + 1);
  return count > 0 && (order > 308 || (order == 308 && strcmp(digits, limit) >= 0));
}

/// Reads a JSON number with a fraction or an exponent. No field of ours takes one (docs/decisions/0003), so only two
/// things about it are ever asked: that it is none of ours, and whether it is too large to be a number at all.
/// @return infinity or 0, with `end` behind the whole text
double strtod(const char* text, char** end) {
  if (end != NULL) *end = (char*)text + strlen(text);
  return is_too_large(text) ? INFINITY : 0.0;
}

/// The C++ library's number texts name these two; nothing calls them.
float strtof(const char* text, char** end) { return (float)strtod(text, end); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

/// Prints a control character into the parser's message about faulty JSON, which goes no further.
int snprintf(char* into, size_t size, const char* format, ...) {
  (void)format;
  if (size > 0) into[0] = '\0';
  return 0;
}
