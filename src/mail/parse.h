/* One mail's bytes into a plain message. */
#ifndef TOUCHBASE_SRC_MAIL_PARSE_H
#define TOUCHBASE_SRC_MAIL_PARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/model/message.h"

struct mail_parser;

struct mail_parser *mail_parser_create(void);
void mail_parser_destroy(struct mail_parser *parser);

/* Fills out but for source and id; out->cut stays set when it was. False and err when
 * there is no mail in bytes. */
bool mail_parse(struct mail_parser *parser, struct arena *arena, const char *bytes,
                size_t length, struct message *out, struct error *err);

#endif
