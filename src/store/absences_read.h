/* Reading absences from statements. */
#ifndef TOUCHBASE_STORE_ABSENCES_READ_H
#define TOUCHBASE_STORE_ABSENCES_READ_H

#include "connection.h"
#include "touchbase/store/absences.h"

/* Covers and evidence of an absence in order; ids, unless NULL, gets their ids. */
bool covers_read(struct store *store, int64_t id, struct arena *arena,
                 struct cover **covers, int64_t **ids, size_t *count, struct error *err);
bool evidence_read(struct store *store, int64_t id, struct arena *arena,
                   struct evidence **evidence, int64_t **ids, size_t *count,
                   struct error *err);

#endif
