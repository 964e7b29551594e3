#include "touchbase/base/place.h"

#include <stddef.h>
#include <string.h>
#include <sys/vfs.h>

/* The numbers are those of linux/magic.h and of the file systems' own sources; FUSE is
 * what sshfs and cloud folders are made with. */
static const struct {
    unsigned long type;
    const char *words;
} types[] = {
    {0x6969, "a network file system (NFS)"},
    {0xFF534D42, "a network file system (CIFS)"},
    {0xFE534D42, "a network file system (SMB)"},
    {0x517B, "a network file system (SMB)"},
    {0x01021997, "a network file system (9p)"},
    {0x00C36400, "a network file system (Ceph)"},
    {0x5346414F, "a network file system (AFS)"},
    {0x6B414653, "a network file system (AFS)"},
    {0x65735546, "a file system of another program (FUSE)"},
};

static const struct {
    const char *name;
    const char *words;
} folders[] = {
    {"Dropbox", "a folder that Dropbox keeps in step"},
    {"OneDrive", "a folder that OneDrive keeps in step"},
    {"Nextcloud", "a folder that Nextcloud keeps in step"},
    {"ownCloud", "a folder that ownCloud keeps in step"},
    {"Syncthing", "a folder that Syncthing keeps in step"},
    {"Google Drive", "a folder that Google Drive keeps in step"},
};

const char *place_risk_of_type(unsigned long type)
{
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (types[i].type == (type & 0xFFFFFFFF))
            return types[i].words;
    }
    return NULL;
}

/* A whole part of the path, wherever it stands. */
static int has_part(const char *path, const char *name)
{
    size_t length = strlen(name);

    for (const char *at = strstr(path, name); at != NULL; at = strstr(at + 1, name)) {
        if ((at == path || at[-1] == '/') && (at[length] == '/' || at[length] == '\0'))
            return 1;
    }
    return 0;
}

const char *place_risk_of_path(const char *path)
{
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        if (has_part(path, folders[i].name))
            return folders[i].words;
    }
    return NULL;
}

const char *place_risk(const char *folder)
{
    struct statfs status;
    const char *words = NULL;

    if (statfs(folder, &status) == 0)
        words = place_risk_of_type((unsigned long)status.f_type);
    return words != NULL ? words : place_risk_of_path(folder);
}
