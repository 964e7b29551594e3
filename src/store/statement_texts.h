/* The texts, one array for each stretch of enum statement, and the column lists they
 * share. */
#ifndef TOUCHBASE_STORE_STATEMENT_TEXTS_H
#define TOUCHBASE_STORE_STATEMENT_TEXTS_H

#include "statements.h"

extern const char *const statement_texts_row[STATEMENT_ROW_END];
extern const char
    *const statement_texts_contact[STATEMENT_CONTACT_END - STATEMENT_ROW_END];
extern const char
    *const statement_texts_record[STATEMENT_RECORD_END - STATEMENT_CONTACT_END];
extern const char *const statement_texts_desk[STATEMENT_COUNT - STATEMENT_RECORD_END];

#endif
