/* Keys of messages (mail.h, mail_memory): 64 bits, of which a million collide once in
 * thirty million times. */
#ifndef TOUCHBASE_SRC_MAIL_KEY_H
#define TOUCHBASE_SRC_MAIL_KEY_H

#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

/* The beginning of all keys of a place: a folder or an mbox. */
uint64_t mail_key_place(const char *path);
/* name: up to a colon, without cur/ or new/. */
uint64_t mail_key_maildir(uint64_t place, const char *name);
uint64_t mail_key_file(uint64_t place, const char *name, const struct stat *status);
uint64_t mail_key_boxed(uint64_t place, const char *bytes, size_t length);

#endif
