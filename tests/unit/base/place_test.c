#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/place.h"

static void of_types(void **state)
{
    static const struct {
        unsigned long type;
        const char *word;
    } rows[] = {
        {0x6969, "NFS"},      {0xFF534D42, "CIFS"},
        {0xFE534D42, "SMB"},  {0x01021997, "9p"},
        {0x00C36400, "Ceph"}, {0x5346414F, "AFS"},
        {0x65735546, "FUSE"}, {(unsigned long)-1 << 32 | 0xFF534D42, "CIFS"},
    };
    static const unsigned long local[] = {0xEF53, 0x01021994, 0x9123683E, 0x58465342, 0};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_non_null(place_risk_of_type(rows[i].type));
        assert_non_null(strstr(place_risk_of_type(rows[i].type), rows[i].word));
    }
    for (size_t i = 0; i < sizeof local / sizeof local[0]; i++)
        assert_null(place_risk_of_type(local[i]));
}

static void of_paths(void **state)
{
    (void)state;
    assert_non_null(strstr(place_risk_of_path("/home/ana/Dropbox/desk"), "Dropbox"));
    assert_non_null(strstr(place_risk_of_path("/home/ana/OneDrive"), "OneDrive"));
    assert_non_null(strstr(place_risk_of_path("Nextcloud"), "Nextcloud"));
    assert_null(place_risk_of_path("/home/ana/Dropboxes/desk"));
    assert_null(place_risk_of_path("/home/ana/NotDropbox"));
    assert_null(place_risk_of_path("/home/ana/.local/share/touchbase"));
    assert_null(place_risk_of_path(""));
    assert_null(place_risk("/no/such/folder"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_types),
        cmocka_unit_test(of_paths),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
