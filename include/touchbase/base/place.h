/* Where a file lies: what a desk must not be trusted to (endurance.md 17). */
#ifndef TOUCHBASE_BASE_PLACE_H
#define TOUCHBASE_BASE_PLACE_H

/* "a network file system (NFS)", "a folder that Dropbox keeps in step"; NULL where
 * nothing is known against the folder. */
const char *place_risk(const char *folder);
/* The same of a file system's type (statfs f_type), and of a path alone. */
const char *place_risk_of_type(unsigned long type);
const char *place_risk_of_path(const char *path);

#endif
