/* Reading plays that have a trigger: [play NAME] with trigger, touch, opener, draft. */
#ifndef TOUCHBASE_MODEL_EVENT_PLAY_KEY_H
#define TOUCHBASE_MODEL_EVENT_PLAY_KEY_H

#include "plays_key.h"

/* Reads an entry of the play named so. *known false: there is no such play, and the entry
 * does not begin one by saying its trigger. */
bool key_event_play(struct key_reader *reader, const struct ini_entry *entry,
                    const char *name, bool *known);

#endif
