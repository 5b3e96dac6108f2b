// Swift cannot import the library's state: it holds arrays of 65,000 elements. So it stays behind a pointer.
#include <isa-l.h>
#include <stdlib.h>

typedef struct {
  const uint8_t *next_in;
  uint32_t avail_in;
  uint8_t *next_out;
  uint32_t avail_out;
} isal_window;

// A state at the start of a gzip member; null when there is no memory.
static inline void *isal_gzip_open(void) {
  struct inflate_state *state = malloc(sizeof(*state));
  if (state) {
    isal_inflate_init(state);
    state->crc_flag = ISAL_GZIP;
  }
  return state;
}

static inline void isal_gzip_close(void *state) { free(state); }

// Goes on to a further member.
static inline void isal_gzip_reset(void *state) {
  isal_inflate_reset(state);
  ((struct inflate_state *)state)->crc_flag = ISAL_GZIP;
}

// Inflates from the window's input to its output and moves both on. 1 at the end of a member, whose checksum and length
// are right; 0 when more input or output is wanted; negative for what is no gzip.
static inline int isal_gzip_inflate(void *opaque, isal_window *window) {
  struct inflate_state *state = opaque;
  state->next_in = (uint8_t *)window->next_in;
  state->avail_in = window->avail_in;
  state->next_out = window->next_out;
  state->avail_out = window->avail_out;
  int outcome = isal_inflate(state);
  window->next_in = state->next_in;
  window->avail_in = state->avail_in;
  window->next_out = state->next_out;
  window->avail_out = state->avail_out;
  if (outcome != ISAL_DECOMP_OK && outcome != ISAL_END_INPUT) return outcome < 0 ? outcome : -1;
  return state->block_state == ISAL_BLOCK_FINISH;
}
