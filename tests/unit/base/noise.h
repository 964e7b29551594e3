/* Hostile text that is the same on every run: letters of many scripts, marks, controls,
 * bidi, emoji parts and bytes that are no UTF-8. */
#ifndef TESTS_UNIT_BASE_NOISE_H
#define TESTS_UNIT_BASE_NOISE_H

#include "random.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"

static inline uint32_t noise_code(struct random *random)
{
    static const struct {
        uint32_t first, count;
    } ranges[] = {{0x20, 0x5F},     {0x00, 0x20},    {0x7F, 0x21},    {0xA0, 0x160},
                  {0x300, 0x70},    {0x370, 0x90},   {0x5B0, 0x150},  {0x900, 0x80},
                  {0xE00, 0x60},    {0x1100, 0x100}, {0x200B, 0x25},  {0x2060, 0x10},
                  {0x20D0, 0x20},   {0x2764, 1},     {0x3000, 0x100}, {0x4E00, 0x100},
                  {0xAC00, 0x100},  {0xFE00, 0x10},  {0xFF00, 0x100}, {0xFEFF, 1},
                  {0xE000, 0x10},   {0xFFF0, 0x10},  {0x1F1E6, 26},   {0x1F3FB, 5},
                  {0x1F400, 0x100}, {0x1FAE0, 0x20}, {0xE0000, 0x80}, {0xE0100, 0xF0},
                  {0x10FFF0, 0x10}};
    uint32_t which = random_below(random, sizeof ranges / sizeof *ranges);

    return ranges[which].first + random_below(random, ranges[which].count);
}

/* Up to pieces code points or stray bytes; out is emptied first. */
static inline void noise_make(struct random *random, struct buffer *out, uint32_t pieces)
{
    uint32_t count = random_below(random, pieces + 1);

    buffer_clear(out);
    for (uint32_t i = 0; i < count; i++) {
        if (random_below(random, 8) == 0)
            buffer_add_char(out, (char)(0x80 + random_below(random, 0x80)));
        else if (random_below(random, 3) == 0)
            buffer_add_char(out, (char)(0x20 + random_below(random, 0x5F)));
        else
            text_append(out, noise_code(random));
    }
}

#endif
