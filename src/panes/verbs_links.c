/* Links of the current person (rule 16): made, taken away, followed. */
#include "actions.h"
#include "sheets.h"
#include "touchbase/desk/links.h"
#include "verbs.h"

static void link_answer(struct workspace *workspace, const char *text)
{
    struct arena *arena;
    struct tie_line done;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    arena = arena_create();
    if (desk_link(workspace->desk, workspace->shared.person_id, text, arena, &done, &err))
        workspace_made(workspace, NOTICE_PLAIN, "%s: %s%s %s",
                       workspace->shared.person_name, done.remove ? "no longer " : "",
                       tie_words(&done.tie), done.tie.with.name);
    else
        ask_again(workspace, &err, text, link_answer);
    arena_destroy(arena);
}

static void ask(struct workspace *workspace)
{
    ask_begin(workspace);
    if (workspace_has_person(workspace))
        ask_completed(workspace,
                      verb_label(workspace, "link (advocate WHO, -takes off): "), NULL,
                      verb_complete(DO_LINK), link_answer);
}

/* gp: the first person linked, 2gp the second; the desk follows there. */
static void follow(struct workspace *workspace)
{
    struct arena *arena = ask_begin(workspace);
    size_t wanted = workspace->verb_count > 0 ? (size_t)workspace->verb_count : 1, count;
    struct tie *ties;
    struct error err;

    if (!workspace_has_person(workspace))
        return;
    if (!desk_links(workspace->desk, workspace->shared.person_id, LINKS_READ, arena,
                    &ties, &count, &err)) {
        workspace_error(workspace, &err);
    } else if (count == 0) {
        notice_set(&workspace->notice, NOTICE_WARNING, "nobody is linked with %s; %s",
                   workspace->shared.person_name,
                   workspace_hint(workspace, "{link} links them"));
    } else {
        const struct linked *to = &ties[wanted < count ? wanted - 1 : count - 1].with;

        workspace_go_person(workspace, to->contact_id);
        shared_set(&workspace->shared, to->contact_id, to->name, 0, 0);
        workspace_open(workspace, SHEET_CONTACT, NULL);
    }
}

bool verb_link_act(struct workspace *workspace, int action)
{
    if (action == DO_LINK)
        ask(workspace);
    else if (action == DO_GO_LINKED)
        follow(workspace);
    else
        return false;
    return true;
}
