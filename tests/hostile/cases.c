#include "cases.h"

#include <string.h>

#define AWAY "I am out of the office until Monday. "

const struct hostile_case hostile_cases[] = {
    {"one endless line", FLOOD_TEXT, AWAY,
     "and I like long lines, Monday or Tuesday or 3 June ", NULL, "\n"},
    {"a million dates", FLOOD_TEXT, AWAY, "3/4 ", NULL, "\n"},
    {"dates with their verbs", FLOOD_TEXT, AWAY, "back 3/4 ", NULL, "\n"},
    {"verbs and reasons", FLOOD_TEXT, AWAY, "away wedding 3/4 ", NULL, "\n"},
    {"weekdays and years", FLOOD_TEXT, AWAY,
     "back on Monday 5 May. Away from Tuesday. Back 1/1/2199. ", NULL, "\n"},
    {"numbers alone", FLOOD_TEXT, AWAY, "%d ", NULL, "\n"},
    {"phone numbers", FLOOD_TEXT, AWAY, "+44 1632 9%05d, ", NULL, "\n"},
    {"digits without end", FLOOD_TEXT, AWAY, "1234567890", NULL, "\n"},
    {"digits in groups", FLOOD_TEXT, AWAY, "12 34-", NULL, "\n"},
    {"addresses", FLOOD_TEXT, AWAY, "u%d@many.example, ", NULL, "\n"},
    {"addresses without blanks", FLOOD_TEXT, AWAY, "u%d@many.example", NULL, "\n"},
    {"at signs", FLOOD_TEXT, AWAY, "@", NULL, "\n"},
    {"line breaks", FLOOD_TEXT, AWAY, "\n", NULL, "\n"},
    {"lines of one letter", FLOOD_TEXT, AWAY, "a\n", NULL, "\n"},
    {"blanks", FLOOD_TEXT, AWAY, " ", NULL, "\n"},
    {"cue phrases", FLOOD_TEXT, AWAY, "out of office until ", NULL, "\n"},
    {"cover phrases", FLOOD_TEXT, AWAY, "please contact Ann Low ", NULL, "\n"},
    {"places", FLOOD_TEXT, AWAY, "I am in The Old Town Of Leeds ", NULL, "\n"},
    {"relatives", FLOOD_TEXT, AWAY, "with my sister's wedding ", NULL, "\n"},
    {"names", FLOOD_TEXT, AWAY, "Ann Low left. ", NULL, "\n"},
    {"names on lines", FLOOD_TEXT, AWAY, "Ann Low Ann\n", NULL, "\n"},
    {"deep quotes", FLOOD_TEXT, AWAY "\n\n", ">", NULL, " deep\n"},
    {"many quotes", FLOOD_TEXT, AWAY "\n\n", "> > quoted\n", NULL, "\n"},
    {"quote marks", FLOOD_TEXT, AWAY, "\"out of office\" ", NULL, "\n"},
    {"old headers", FLOOD_TEXT, AWAY "\n", "From: x\n", NULL, "\n"},
    {"who wrote", FLOOD_TEXT, AWAY "\n", "On Monday x\nwrote:\n", NULL, "\n"},
    {"adverts", FLOOD_TEXT, AWAY "\n\n", "visit our stand\n\n", NULL, "\n"},
    {"right to left", FLOOD_TEXT, AWAY, "\xE2\x80\xAE\xE2\x80\x8F", NULL, "\n"},
    {"no width", FLOOD_TEXT, AWAY, "a\xE2\x80\x8B\xE2\x80\x8D", NULL, "\n"},
    {"marks on one letter", FLOOD_TEXT, AWAY "a", "\xCC\x81", NULL, "\n"},
    {"one long word", FLOOD_TEXT, AWAY, "\xC3\xA4", NULL, "\n"},
    {"hyphens", FLOOD_TEXT, AWAY, "out-of-", NULL, "\n"},
    {"apostrophes", FLOOD_TEXT, AWAY, "a'", NULL, "\n"},
    {"bytes that are no text", FLOOD_TEXT, AWAY, "\xFF\xC3", NULL, "\n"},
    {"deep elements", FLOOD_HTML, AWAY, "<div>", "</div>", ""},
    {"deep spans", FLOOD_HTML, AWAY, "<b><i>", NULL, "x"},
    {"deep tables", FLOOD_HTML, AWAY, "<table><tr><td>", "</td></tr></table>", ""},
    {"deep quotations", FLOOD_HTML, AWAY, "<blockquote>x", "</blockquote>", ""},
    {"deep lists", FLOOD_HTML, AWAY, "<ul><li>x", "</li></ul>", ""},
    {"cells of one row", FLOOD_HTML, AWAY "<table><tr>", "<td>x", NULL, "</table>"},
    {"comments before a cell", FLOOD_HTML, AWAY "<table><tr>", "<!---->", NULL,
     "<td>x</table>"},
    {"paragraphs", FLOOD_HTML, AWAY, "<p>", NULL, ""},
    {"closing tags", FLOOD_HTML, AWAY, "</p></div></b>", NULL, ""},
    {"open brackets", FLOOD_HTML, AWAY, "<", NULL, ""},
    {"entities", FLOOD_HTML, AWAY, "&nbsp;&#x41;&bad", NULL, ""},
    {"links to ring", FLOOD_HTML, AWAY, "<a href=\"tel:+441632960%03d\">x</a>", NULL, ""},
    {"links to write", FLOOD_HTML, AWAY, "<a href=\"mailto:u%d@x.example\">x</a>", NULL,
     ""},
    {"attributes", FLOOD_HTML, AWAY "<p ", "a%d=b ", NULL, ">x"},
    {"a style of blanks", FLOOD_HTML, AWAY "<p style=\"", "\f", NULL, "\">x"},
    {"a style of letters", FLOOD_HTML, AWAY "<p style=\"", "d\fi\f", NULL, "\">x"},
    {"breaks in a page", FLOOD_HTML, AWAY "<pre>", "<br>\n", NULL, "</pre>"},
    {"addressees", FLOOD_HEADER, "To: x@x.example", ",\n \"Ann %d\" <u%d@many.example>",
     NULL, "\n"},
    {"senders", FLOOD_HEADER, "From: x@x.example", ",\n u%d@many.example", NULL, "\n"},
    {"a group of senders", FLOOD_HEADER, "Sender: ", "g:", NULL, ";\n"},
    {"comments in an address", FLOOD_HEADER, "Reply-To: ", "(", ")", "x@x.example\n"},
    {"a long subject", FLOOD_HEADER, "Subject: ", "out of office until ", NULL, "\n"},
    {"open encoded words", FLOOD_HEADER, "Subject: ", "=?utf-8?Q?a", NULL, "\n"},
    {"encoded words", FLOOD_HEADER, "Subject: ", "=?utf-8?B?YQ==?=\n ", NULL, "\n"},
    {"folds", FLOOD_HEADER, "X-Fold: ", "\n a", NULL, "\n"},
    {"fields", FLOOD_HEADER, "", "X-%d: b\n", NULL, ""},
    {"the same field", FLOOD_HEADER, "", "Received: b\n", NULL, ""},
    {"parameters", FLOOD_HEADER, "Content-Disposition: inline", "; a%d=b", NULL, "\n"},
    {"pieces of a parameter", FLOOD_HEADER, "Content-Disposition: inline",
     "; a*%d*=utf-8''b", NULL, "\n"},
    {"references", FLOOD_HEADER, "References: ", "<%d@x.example>\n ", NULL, "\n"},
    {"parts within parts", FLOOD_BODY, "",
     "Content-Type: multipart/mixed; boundary=\"b%d\"\n\n--b%d\n", NULL, "\n" AWAY "\n"},
    {"messages within messages", FLOOD_BODY, "", "Content-Type: message/rfc822\n\n", NULL,
     "\n" AWAY "\n"},
    {"parts beside parts", FLOOD_BODY,
     "Content-Type: multipart/mixed; boundary=\"b\"\n\n", "--b\n\nx\n", NULL, "--b--\n"},
    {"lines like a boundary", FLOOD_BODY,
     "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\n\n", "--\n--c\n", NULL,
     "--b--\n"},
    {"soft breaks", FLOOD_BODY, "Content-Transfer-Encoding: quoted-printable\n\n", "=\n",
     NULL, AWAY "\n"},
    {"flowed lines", FLOOD_BODY, "Content-Type: text/plain; format=flowed\n\n" AWAY,
     "> > x \n", NULL, "\n"},
    {"wide letters", FLOOD_BODY, "Content-Type: text/plain; charset=utf-16\n\n", "a\x01",
     NULL, "\n"},
};
const size_t hostile_case_count = sizeof hostile_cases / sizeof *hostile_cases;

/* %d of a unit is the number of the unit, written out by hand: a unit may hold any
 * other sign. */
static void add_unit(struct buffer *out, const char *unit, int number)
{
    for (const char *at = unit; *at; at++) {
        size_t digits = strspn(at + 1, "0123456789");
        if (*at != '%' || at[1 + digits] != 'd') {
            buffer_add_char(out, *at);
            continue;
        }
        buffer_add_format(out, "%0*d", digits > 0 ? at[digits] - '0' : 1, number);
        at += 1 + digits;
    }
}

static void add_fields(struct buffer *out, const struct hostile_case *hostile)
{
    buffer_add_string(out, "Date: Mon, 2 Mar 2026 10:00:00 +0000\n");
    if (hostile->flood != FLOOD_HEADER || strncmp(hostile->before, "From", 4) != 0)
        buffer_add_string(out, "From: Ann Low <ann@low.example>\n");
    if (hostile->flood != FLOOD_HEADER || strncmp(hostile->before, "Subject", 7) != 0)
        buffer_add_string(out, "Subject: Automatic reply: x\n");
    if (hostile->flood == FLOOD_HTML)
        buffer_add_string(out, "Content-Type: text/html; charset=utf-8\n");
    if (hostile->flood == FLOOD_TEXT || hostile->flood == FLOOD_HTML)
        buffer_add_char(out, '\n');
}

void hostile_message(struct buffer *out, const struct hostile_case *hostile, size_t bytes)
{
    add_fields(out, hostile);
    buffer_add_string(out, hostile->before);
    size_t start = out->length;
    int count = 0;
    while (out->length - start < bytes)
        add_unit(out, hostile->unit, count++);
    for (int i = 0; hostile->close && i < count; i++)
        buffer_add_string(out, hostile->close);
    buffer_add_string(out, hostile->after);
    if (hostile->flood == FLOOD_HEADER)
        buffer_add_string(out, "\n" AWAY "\n");
}
