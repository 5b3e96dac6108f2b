#ifndef PODCTL_CSCAN_H
#define PODCTL_CSCAN_H

#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Which of the 64 bytes from `at` on equal `byte`, the first one in the lowest bit. All 64 must be readable.
static inline uint64_t cscan_matches(const uint8_t *at, uint8_t byte) {
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t bits = 0;
  for (int part = 0; part < 4; part++) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(at + 16 * part));
    bits |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted)) << (16 * part);
  }
  return bits;
#else
  uint64_t bits = 0;
  for (int index = 0; index < 64; index++) bits |= (uint64_t)(at[index] == byte) << index;
  return bits;
#endif
}

/// Asks for the memory at `at` to be brought near; any address will do, for nothing is read.
static inline void cscan_prefetch(const void *at) { __builtin_prefetch(at, 1, 3); }

#endif
