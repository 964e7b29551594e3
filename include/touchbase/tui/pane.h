/* A pane: a table of a few operations filled by name, and its own state. A pane draws
 * when told and answers an action with what must happen next; it never redraws, loads, or
 * calls another pane. */
#ifndef TOUCHBASE_TUI_PANE_H
#define TOUCHBASE_TUI_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"
#include "touchbase/term/canvas.h"
#include "touchbase/term/key.h"

/* What must happen next. Bits. */
enum {
    PANE_HANDLED =
        1, /* it was mine; without it the action goes on to whoever is behind */
    PANE_REPAINT = 2, /* draw */
    PANE_RELOAD =
        4,          /* what I show has changed: load the visible panes again, then draw */
    PANE_OPEN = 8,  /* open what pane->request names */
    PANE_BACK = 16, /* close me */
    PANE_QUIT = 32, /* leave the program */
    PANE_MESSAGE = 64, /* show pane->message */
    PANE_FAILED = 128, /* show the error */
    PANE_MOVED = 256,  /* another current row: the panes that follow want to know */
    PANE_BELL = 512,
};

struct pane;
struct list;

/* One action on its way to a pane. */
struct pane_call {
    int action;
    int count;        /* 0: none was typed */
    const char *text; /* what a prompt or a paste brought, NULL: nothing */
    size_t length;    /* of text, bytes */
};

struct pane_ops {
    const char *name;    /* for settings and the command line: "prospects" */
    const char *context; /* its keys in the keymap; on a text the context of that text */
    const void *of; /* what operations that several kinds of pane share go by; theirs */
    size_t state_size; /* bytes; zeroed before open */
    /* Optional but draw. setup is what the opener handed over. */
    bool (*open)(struct pane *pane, void *setup, struct error *err);
    void (*close)(struct pane *pane);
    /* Reads what it shows, when stale; rows and columns of the inside are known. */
    bool (*load)(struct pane *pane, struct error *err);
    void (*title)(const struct pane *pane, struct buffer *out);
    void (*draw)(const struct pane *pane, struct area area);
    unsigned (*act)(struct pane *pane, const struct pane_call *call, struct error *err);
    /* Goes on with what takes longer than a key may, while the pane is busy; ends early
     * when stop says so, and stays busy then. May be NULL. */
    unsigned (*work)(struct pane *pane, bool (*stop)(void *context), void *context,
                     struct error *err);
    /* Of a pane that shows a list: the list, where narrowed from the whole inside to the
     * part it stands in. */
    struct list *(*list)(struct pane *pane, struct rect *where);
    /* A key that no binding of its context took (text being typed), and pastes. */
    unsigned (*type)(struct pane *pane, const struct key *key, struct error *err);
};

struct pane {
    const struct pane_ops *ops;
    void *state; /* ops->state_size bytes */
    struct arena
        *memory;  /* lives as long as the pane; the pane and its state are in it */
    void *shared; /* what the panes of one program share; theirs */
    int rows;     /* of the inside, as last drawn or set */
    int columns;
    bool focus;
    bool stale; /* load before the next draw */
    bool busy;  /* has work to do when no key is at hand; sets it itself */
    /* With PANE_OPEN: which and with what; with PANE_MESSAGE: the words. Cleared before
     * every call. */
    struct {
        int what;
        void *setup;
    } request;
    struct buffer message;
};

/* Opens a pane of a kind; NULL and err when its open said no. It is stale. */
struct pane *pane_open(const struct pane_ops *ops, void *shared, void *setup,
                       struct error *err);
void pane_close(struct pane *pane); /* NULL is allowed */
/* Tells the size of its inside; another one makes it stale. */
void pane_resize(struct pane *pane, int rows, int columns);
/* Loads when stale; on an error it stays stale. */
bool pane_load(struct pane *pane, struct error *err);
/* Hands an action or a key over; 0 when the pane has no such operation. PANE_RELOAD makes
 * it stale itself. */
unsigned pane_act(struct pane *pane, const struct pane_call *call, struct error *err);
unsigned pane_type(struct pane *pane, const struct key *key, struct error *err);
unsigned pane_work(struct pane *pane, bool (*stop)(void *context), void *context,
                   struct error *err);
/* Frame with title (lines shared with neighbours join) and the inside; frame is the
 * rectangle with its border. Draw from the top down: a title stands on a shared line. */
void pane_draw(const struct pane *pane, struct area area, struct rect frame);
/* The inside of a frame: one less on each side, never negative. */
struct rect pane_inside(struct rect frame);

#endif
