/* The words of one language that dates are made of: the sections [dates ...] of
 * data/phrases/LANG.ini, whose head describes them. */
#ifndef TOUCHBASE_DATES_LEXICON_H
#define TOUCHBASE_DATES_LEXICON_H

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/base/ini.h"
#include "touchbase/dates/phrase.h"

struct date_lexicon;

/* Reads the sections about dates of a parsed lexicon file. The lexicon belongs to arena,
 * its books to shelf, which must live as long. NULL and err, which names the line, when a
 * key or a value is not known. */
struct date_lexicon *date_lexicon_read(struct arena *arena, struct phrase_shelf *shelf,
                                       const struct ini *ini, struct error *err);
/* The same from the embedded file of a language ("en"). NULL and err also when there is
 * none. */
struct date_lexicon *date_lexicon_open(struct arena *arena, const char *language,
                                       struct error *err);

#endif
