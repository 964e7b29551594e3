/* Files in and out: reminders, the print list of cards, contacts, a copy of the desk. */
#include "actions.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/exchange.h"
#include "touchbase/desk/print_list.h"
#include "verbs.h"

static void say_left_out(void *context, const char *words)
{
    struct workspace *workspace = context;

    notice_set(&workspace->notice, NOTICE_WARNING, "left out: %s", words);
}

/* Of those left out the last is named; the shell names all. */
static void print_cards(struct workspace *workspace, const char *path)
{
    const struct print_options options = {
        .path = path, .left_out = say_left_out, .context = workspace};
    struct print_totals totals;
    struct error err;

    if (!desk_print_list(workspace->desk, &options, &totals, &err))
        workspace_error(workspace, &err);
    else if (totals.left_out == 0)
        notice_set(&workspace->notice, NOTICE_PLAIN, "%d to write, printed to %s",
                   totals.written, path);
}

static void export_answer(struct workspace *workspace, const char *text)
{
    struct export_options options = {0};
    struct export_totals totals;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    options.path = file_expand(workspace->asking, text);
    if (print_list_is(options.path))
        print_cards(workspace, options.path);
    else if (!desk_export(workspace->desk, &options, &totals, &err))
        workspace_error(workspace, &err);
    else if (totals.folder)
        notice_set(&workspace->notice, NOTICE_PLAIN,
                   "%lld touches in %s: %lld written, %lld removed",
                   (long long)totals.count, options.path, (long long)totals.written,
                   (long long)totals.removed);
    else
        notice_set(&workspace->notice, NOTICE_PLAIN, "%lld touches written to %s",
                   (long long)totals.count, options.path);
}

static void import_answer(struct workspace *workspace, const char *text)
{
    struct import_options options = {0};
    struct import_totals totals;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    options.path = file_expand(workspace->asking, text);
    if (verb_import_is_calendar(options.path)) {
        verb_import_calendar(workspace, options.path);
        return;
    }
    if (desk_import(workspace->desk, &options, &totals, &err))
        notice_set(&workspace->notice, NOTICE_PLAIN,
                   "%lld new, %lld filled up, %lld known, %lld could not be taken",
                   (long long)totals.added, (long long)totals.filled,
                   (long long)totals.known, (long long)totals.bad);
    else
        workspace_error(workspace, &err);
    workspace_settle(workspace);
}

static void backup_answer(struct workspace *workspace, const char *text)
{
    struct error err;
    const char *path;

    if (text == NULL || *text == '\0')
        return;
    path = file_expand(workspace->asking, text);
    if (desk_backup(workspace->desk, path, &err))
        notice_set(&workspace->notice, NOTICE_PLAIN, "the desk is copied to %s", path);
    else
        workspace_error(workspace, &err);
}

bool verb_files_act(struct workspace *workspace, int action)
{
    if (action != DO_EXPORT && action != DO_IMPORT && action != DO_BACKUP)
        return false;
    ask_begin(workspace);
    if (action == DO_EXPORT)
        ask_line(workspace, "export reminders to .ics, cards to .txt: ", NULL,
                 "~/touchbase.ics", export_answer);
    else if (action == DO_IMPORT)
        ask_line(workspace, "import contacts (.vcf, .csv) or a calendar (.ics): ", NULL,
                 NULL, import_answer);
    else
        ask_line(workspace, "copy the desk to: ", NULL, NULL, backup_answer);
    return true;
}

bool verb_files_named(struct workspace *workspace, int action, const char *words)
{
    switch (action) {
    case DO_EXPORT:
        export_answer(workspace, words);
        return true;
    case DO_IMPORT:
        import_answer(workspace, words);
        return true;
    case DO_BACKUP:
        backup_answer(workspace, words);
        return true;
    default:
        return false;
    }
}
