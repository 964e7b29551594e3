/* What touchbase-worker does for its client: reads mails, writes calendars, one request
 * after another (design.md section 6). What a hostile message can break is the process
 * that calls this. */
#ifndef TOUCHBASE_SERVE_SERVE_H
#define TOUCHBASE_SERVE_SERVE_H

/* Serves the records of wire/record.h that come in on one descriptor, answers on the
 * other, and returns when the client closes its end or sends what cannot be understood; a
 * calendar that was not ended leaves no file behind. The caller has SIGPIPE ignored and
 * keeps both descriptors. */
void serve_pipe(int in, int out);

#endif
