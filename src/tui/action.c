#include "touchbase/tui/action.h"

const struct context_row action_contexts[] = {
    {"move", NULL, true},      {"reader", NULL, true},  {"text", NULL, false},
    {"prompt", "text", false}, {"note", "text", false},
};

const size_t action_context_count = sizeof action_contexts / sizeof action_contexts[0];

const struct action_row action_rows[] = {
    {ACTION_DOWN, "down", "move", "j Down ^N", NULL, "Next row"},
    {ACTION_UP, "up", "move", "k Up ^P", NULL, "Previous row"},
    {ACTION_HALF_DOWN, "half-page-down", "move", "^D", NULL, "Half a page down"},
    {ACTION_HALF_UP, "half-page-up", "move", "^U", NULL, "Half a page up"},
    {ACTION_PAGE_DOWN, "page-down", "move", "^F PgDn", NULL, "A page down"},
    {ACTION_PAGE_UP, "page-up", "move", "^B PgUp", NULL, "A page up"},
    {ACTION_FIRST, "first", "move", "gg Home", NULL, "First row"},
    {ACTION_LAST, "last", "move", "G End", NULL, "Last row"},
    {ACTION_WINDOW_TOP, "window-top", "move", "H", NULL, "Top row of the window"},
    {ACTION_WINDOW_MIDDLE, "window-middle", "move", "M", NULL,
     "Middle row of the window"},
    {ACTION_WINDOW_BOTTOM, "window-bottom", "move", "L", NULL,
     "Bottom row of the window"},
    {ACTION_FIND_NEXT, "find-next", "move", "n", NULL, "Next match"},
    {ACTION_FIND_PREVIOUS, "find-previous", "move", "N", NULL, "Previous match"},

    {ACTION_DOWN, "down", "reader", "j Down Enter", NULL, "A line down"},
    {ACTION_UP, "up", "reader", "k Up", NULL, "A line up"},
    {ACTION_HALF_DOWN, "half-page-down", "reader", "d ^D", NULL, "Half a page down"},
    {ACTION_HALF_UP, "half-page-up", "reader", "u ^U", NULL, "Half a page up"},
    {ACTION_PAGE_DOWN, "page-down", "reader", "Space f ^F PgDn", "page", "A page down"},
    {ACTION_PAGE_UP, "page-up", "reader", "b ^B PgUp", "back", "A page up"},
    {ACTION_FIRST, "first", "reader", "gg Home", "top", "First line"},
    {ACTION_LAST, "last", "reader", "G End", "end",
     "Last line, or the line of that number"},
    {ACTION_FIND_NEXT, "find-next", "reader", "n", NULL, "Next match"},
    {ACTION_FIND_PREVIOUS, "find-previous", "reader", "N", NULL, "Previous match"},

    {ACTION_TEXT_LEFT, "left", "text", "Left ^B", NULL, "Back a character"},
    {ACTION_TEXT_RIGHT, "right", "text", "Right ^F", NULL, "On a character"},
    {ACTION_TEXT_WORD_LEFT, "word-left", "text", "M-b C-Left M-Left", NULL,
     "Back a word"},
    {ACTION_TEXT_WORD_RIGHT, "word-right", "text", "M-f C-Right M-Right", NULL,
     "On a word"},
    {ACTION_TEXT_HOME, "line-start", "text", "^A Home", NULL, "Start of the line"},
    {ACTION_TEXT_END, "line-end", "text", "^E End", NULL, "End of the line"},
    {ACTION_TEXT_BACKSPACE, "delete-before", "text", "Backspace", NULL,
     "Delete the character before"},
    {ACTION_TEXT_DELETE, "delete-after", "text", "Del", NULL,
     "Delete the character under"},
    {ACTION_TEXT_KILL_END, "kill-line-end", "text", "^K", NULL,
     "Cut to the end of the line"},
    {ACTION_TEXT_KILL_START, "kill-line-start", "text", "^U", NULL,
     "Cut to the start of the line"},
    {ACTION_TEXT_KILL_WORD, "kill-word", "text", "^W M-Backspace", NULL,
     "Cut the word before"},
    {ACTION_TEXT_YANK, "yank", "text", "^Y", NULL, "Put back what was cut"},
    {ACTION_TEXT_UNDO, "undo-typing", "text", "C-_", NULL, "Undo typing"},

    {ACTION_TEXT_UP, "line-up", "note", "Up ^P", NULL, "A line up"},
    {ACTION_TEXT_DOWN, "line-down", "note", "Down ^N", NULL, "A line down"},
    {ACTION_TEXT_FIRST, "text-start", "note", "C-Home M-<", NULL, "Start of the text"},
    {ACTION_TEXT_LAST, "text-end", "note", "C-End M->", NULL, "End of the text"},
    {ACTION_TEXT_NEWLINE, "newline", "note", "Enter", NULL, "New line"},

    {ACTION_PROMPT_TAKE, "take", "prompt", "Enter", "take", "Take what is typed"},
    {ACTION_PROMPT_CANCEL, "cancel", "prompt", "Esc ^G ^C", "cancel", "Leave it"},
    {ACTION_PROMPT_COMPLETE, "complete", "prompt", "Tab", "complete",
     "Complete the word"},
    {ACTION_PROMPT_OLDER, "older", "prompt", "Up ^P", NULL, "The answer given before"},
    {ACTION_PROMPT_NEWER, "newer", "prompt", "Down ^N", NULL, "The answer given after"},
};

const size_t action_row_count = sizeof action_rows / sizeof action_rows[0];
