#include "touchbase/store/callees.h"

#include "connection.h"
#include "statements.h"
#include "touchbase/model/touch.h"

bool callee_by_id(struct store *store, int64_t contact_id, day_number today,
                  int64_t since_utc, struct arena *arena, struct callee *callee,
                  bool *known, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_CALLEE, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, contact_id);
    bind_number(s, 2, since_utc);
    bind_number(s, 3, OUTCOME_DROPPED);
    bind_number(s, 4, today);
    if (!statement_row(store, s, known, err))
        return false;
    if (*known)
        *callee = (struct callee){.name = column_text(s, 0, arena),
                                  .company = column_text(s, 1, arena),
                                  .zone = column_text(s, 2, arena),
                                  .do_not_contact = column_number(s, 3) != 0,
                                  .away = column_number(s, 4) != 0,
                                  .called = column_number(s, 5) != 0};
    statement_end(s);
    return true;
}
