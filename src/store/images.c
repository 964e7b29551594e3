/* Images of rows: per cell a type byte, then 8 bytes of a number, or 4 bytes of length
 * and the text; least significant byte first, so that a desk can travel. */
#include "rows.h"
#include "touchbase/base/fnv.h"

#include <string.h>

static void add_bytes(struct buffer *out, uint64_t number, int bytes)
{
    for (int i = 0; i < bytes; i++)
        buffer_add_char(out, (char)(unsigned char)(number >> (8 * i)));
}

static bool take_bytes(const char **at, const char *end, uint64_t *number, int bytes)
{
    if (end - *at < bytes)
        return false;
    *number = 0;
    for (int i = 0; i < bytes; i++)
        *number |= (uint64_t)(unsigned char)(*at)[i] << (8 * i);
    *at += bytes;
    return true;
}

void image_add(struct buffer *out, const struct cell *cells, int count)
{
    for (int i = 0; i < count; i++) {
        add_bytes(out, (uint64_t)cells[i].type, 1);
        if (cells[i].type == CELL_NUMBER)
            add_bytes(out, (uint64_t)cells[i].number, 8);
        if (cells[i].type != CELL_TEXT)
            continue;
        add_bytes(out, cells[i].length, 4);
        buffer_add(out, cells[i].text, cells[i].length);
    }
}

static bool read_cell(const char **at, const char *end, struct cell *cell)
{
    uint64_t type, number;
    if (!take_bytes(at, end, &type, 1) || type > CELL_TEXT)
        return false;
    *cell = (struct cell){.type = (enum cell_type)type};
    if (type == CELL_NULL)
        return true;
    if (!take_bytes(at, end, &number, type == CELL_NUMBER ? 8 : 4))
        return false;
    if (type == CELL_NUMBER) {
        cell->number = (int64_t)number;
        return true;
    }
    if (number > (uint64_t)(end - *at))
        return false;
    cell->text = *at;
    cell->length = (size_t)number;
    *at += number;
    return true;
}

bool image_read(const char **at, const char *end, struct cell *cells, int count)
{
    for (int i = 0; i < count; i++) {
        if (!read_cell(at, end, &cells[i]))
            return false;
    }
    return true;
}

int64_t image_checksum(const void *a, size_t a_length, const void *b, size_t b_length)
{
    uint64_t sum = fnv_on(fnv_on(FNV_START, a, a_length), "\xFF", 1);
    return (int64_t)fnv_on(sum, b, b_length);
}
