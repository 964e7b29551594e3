/* Reading touches from statements. */
#ifndef TOUCHBASE_STORE_TOUCHES_READ_H
#define TOUCHBASE_STORE_TOUCHES_READ_H

#include "statements.h"
#include "touchbase/model/touch.h"

/* The columns TOUCH_COLUMNS in statement_texts_record.c, and how many they are. */
enum { TOUCH_COLUMN_COUNT = 33 };
void touch_read(sqlite3_stmt *s, struct arena *arena, struct touch *touch);

#endif
