/* Which channel an entry of a calendar is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touchbase/model/appointment.h"
#include "touchbase/model/touch.h"

static void the_first_word_that_tells_is_the_channel(void **state)
{
    static const struct {
        const char *title, *place;
        bool task;
        enum channel channel;
    } rows[] = {
        {"Call Dana", NULL, false, CHANNEL_CALL},
        {"Weekly (phone)", "Room 4", false, CHANNEL_CALL},
        {"Review", "Microsoft Teams Meeting", false, CHANNEL_CALL},
        {"Review", "https://example.zoom.us/j/1", false, CHANNEL_CALL},
        {"LUNCH with Ana", "call me there", false, CHANNEL_VISIT},
        {"Meeting about the phone system", NULL, false, CHANNEL_VISIT},
        {"Review", NULL, false, CHANNEL_VISIT},
        {"Recall the pumps, recalling", NULL, false, CHANNEL_VISIT},
        {NULL, NULL, false, CHANNEL_VISIT},
        {"Review", NULL, true, CHANNEL_CALL},
        {"E-Mail the offer", NULL, true, CHANNEL_EMAIL},
        {"Card to Lena", NULL, true, CHANNEL_CARD},
        {"Leave a voicemail", NULL, true, CHANNEL_VOICEMAIL},
        {"WhatsApp", NULL, true, CHANNEL_MESSAGE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct appointment one = {
            .title = rows[i].title, .place = rows[i].place, .task = rows[i].task};
        if (appointment_channel(&one) != (int)rows[i].channel)
            fail_msg("%s: %s", rows[i].title,
                     channel_name((enum channel)appointment_channel(&one)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_word_that_tells_is_the_channel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
