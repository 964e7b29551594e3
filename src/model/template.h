/* Wordings with variables: "How was {place}?". What stands in [brackets] falls away when
 * a variable in it is not known; \n is a new line, and \\ \{ \[ \] \} are those
 * characters. Brackets do not nest. */
#ifndef TOUCHBASE_MODEL_TEMPLATE_H
#define TOUCHBASE_MODEL_TEMPLATE_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/plays.h"

/* What a wording may name. The words are documented in data/plays.ini. */
enum variable {
    VARIABLE_FIRST,
    VARIABLE_NAME,
    VARIABLE_COMPANY,
    VARIABLE_PLACE,
    VARIABLE_WITH,
    VARIABLE_EVENT,
    VARIABLE_FIRST_DAY,
    VARIABLE_BACK,
    VARIABLE_LANDING,
    VARIABLE_MATTER,
    VARIABLE_COVER,
    VARIABLE_PROMISED,
    VARIABLE_COUNT
};

/* What is known; NULL where it is not. */
struct facts {
    const char *values[VARIABLE_COUNT];
};

const char *variable_name(enum variable variable);

/* Sets first, name and company. */
void facts_of_contact(struct arena *arena, const struct contact *contact,
                      struct facts *facts);
/* "Monday 9 March", for a text another person reads; NULL for DAY_NONE. */
const char *facts_day(struct arena *arena, day_number day);
/* The same, with "at 15:00" behind it unless it is a day alone. */
const char *facts_wall(struct arena *arena, struct wall wall);

/* NULL when text is well formed, else what is wrong with it, in arena. */
const char *template_problem(struct arena *arena, const char *text);
/* The text filled in; NULL when a variable outside of brackets is not known. text has no
 * problem. */
const char *template_fill(struct arena *arena, const char *text,
                          const struct facts *facts);
/* The first wording that can be filled, or NULL. */
const char *template_choose(struct arena *arena, const struct wordings *wordings,
                            const struct facts *facts);

#endif
