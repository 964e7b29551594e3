/* A page made harmless for libxml2, which compares each attribute of a tag with every
 * other. */
#ifndef TOUCHBASE_SRC_MAIL_HTML_GUARD_H
#define TOUCHBASE_SRC_MAIL_HTML_GUARD_H

#include <stddef.h>

#include "touchbase/base/buffer.h"

/* Appends the page without the tags that may have more than a thousand attributes, and
 * without those of Office's own. */
void mail_html_guard(struct buffer *out, const char *page, size_t length);

#endif
