/* Floors by tag, from the settings to where the order of need is kept (rule 8). */
#include <string.h>

#include "desk_private.h"
#include "touchbase/model/pace.h"
#include "touchbase/store/floors.h"

/* What a rule's line says of a floor; false when it is about another number. */
static bool read_floor(const struct rules *usual, const struct tag_rule *rule,
                       struct tag_floor *out)
{
    struct rules of_tag = *usual;
    enum stage stage =
        strcmp(rule->rule, "floor_customer") == 0 ? STAGE_CUSTOMER : STAGE_PROSPECT;

    if (strncmp(rule->rule, "floor_", strlen("floor_")) != 0)
        return false;
    rules_set(&of_tag, rule->rule, rule->value);
    *out = (struct tag_floor){.tag = rule->tag,
                              .customer = stage == STAGE_CUSTOMER,
                              .more_days =
                                  floor_days(&of_tag, stage) - floor_days(usual, stage)};
    return true;
}

bool desk_follow_floors(struct desk *desk, struct error *err)
{
    const struct plays *plays = &desk->settings.plays;
    struct arena *arena = arena_create();
    struct tag_floor *floors = arena_array(arena, plays->tag_rule_count, sizeof *floors);
    size_t count = 0;
    bool changed, done;

    for (size_t i = 0; i < plays->tag_rule_count; i++)
        count += read_floor(&plays->rules, &plays->tag_rules[i], &floors[count]);
    done = floors_keep(desk->store, floors, count, &changed, err);
    arena_destroy(arena);
    return done;
}
