/* Reading as a caller sees it: formats, bad files, sizes, limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "record_text.h"
#include "source.h"

struct text_case {
    const char *text;
    const char *expected;
};

static void check_all(const struct text_case *cases, size_t count,
                      enum contacts_format format)
{
    for (size_t i = 0; i < count; i++) {
        struct buffer read = records_of(cases[i].text, strlen(cases[i].text), format);
        assert_string_equal(buffer_string(&read), cases[i].expected);
        buffer_free(&read);
    }
}

static const struct text_case card_cases[] = {
    /* Names. */
    {"BEGIN:VCARD\nFN:Ana Ruiz\nEND:VCARD\n", "1 Ana Ruiz\n"},
    {"begin:vcard\nversion:3.0\nfn:Ana\nend:vcard", "1 Ana\n"},
    {"BEGIN:VCARD\r\nFN:CRLF\r\nEND:VCARD\r\n", "1 CRLF\n"},
    {"BEGIN:VCARD\rFN:Old Mac\rEND:VCARD\r", "1 Old Mac\n"},
    {"\xef\xbb\xbf"
     "BEGIN:VCARD\nFN:Mark\nEND:VCARD\n",
     "1 Mark\n"},
    {"BEGIN:VCARD\nORG:Acme\nEND:VCARD\n", "1 Acme\n  company: Acme\n"},
    {"BEGIN:VCARD\nEMAIL:a@b.example\nEND:VCARD\n",
     "1 a@b.example\n  mail (-): a@b.example\n"},
    {"BEGIN:VCARD\nNICKNAME:Bo\nEND:VCARD\n", "1 Bo\n  card: NICKNAME:Bo|\n"},
    {"BEGIN:VCARD\nFN: \nN:Ruiz;Ana\nEND:VCARD\n",
     "1 Ana Ruiz\n  given: Ana\n  family: Ruiz\n"},
    {"BEGIN:VCARD\nVERSION:3.0\nN:\\;Semi\\,colon;A\\\\b;;;\nEND:VCARD\n",
     "1 A\\b ;Semi,colon\n  given: A\\b\n  family: ;Semi,colon\n"},
    /* Who belongs to whom: what has a link, by UID, name or mail; the line stays. */
    {"BEGIN:VCARD\nVERSION:4.0\nFN:A\n"
     "RELATED;TYPE=colleague:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6\n"
     "RELATED;VALUE=text;TYPE=\"agent,friend\":Tom\\, Field\nEND:VCARD\n",
     "1 A\n  colleague: f81d4fae-7dec-11d0-a765-00a0c91e6bf6\n  assistant: Tom, Field\n"
     "  card: RELATED;TYPE=colleague:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6|"
     "RELATED;VALUE=text;TYPE=\"agent,friend\":Tom\\, Field|\n"},
    {"BEGIN:VCARD\nVERSION:4.0\nFN:A\nRELATED;TYPE=co-worker:mailto:b@c.example\n"
     "RELATED;TYPE=contact;X-TOUCHBASE=\"advocate for\";VALUE=text:Jo\n"
     "RELATED;TYPE=contact;X-TOUCHBASE=nonsense;VALUE=text:Jo\nEND:VCARD\n",
     "1 A\n  colleague: b@c.example\n  advocate for: Jo\n"
     "  card: RELATED;TYPE=co-worker:mailto:b@c.example|"
     "RELATED;TYPE=contact;X-TOUCHBASE=\"advocate for\";VALUE=text:Jo|"
     "RELATED;TYPE=contact;X-TOUCHBASE=nonsense;VALUE=text:Jo|\n"},
    {"BEGIN:VCARD\nVERSION:4.0\nFN:A\nRELATED;TYPE=spouse;VALUE=text:Eva\n"
     "RELATED;TYPE=agent:https://b.example/card\nRELATED;TYPE=agent:\nEND:VCARD\n",
     "1 A\n  card: RELATED;TYPE=spouse;VALUE=text:Eva|"
     "RELATED;TYPE=agent:https://b.example/card|\n"},
    {"BEGIN:VCARD\nVERSION:3.0\nFN:A\nitem1.X-ABRELATEDNAMES;type=pref:Tom\n"
     "item1.X-ABLabel:_$!<Assistant>!$_\nitem2.X-ABRELATEDNAMES:Eva\n"
     "item2.X-ABLabel:_$!<Mother>!$_\nX-EVOLUTION-ASSISTANT:Max\nEND:VCARD\n",
     "1 A\n  assistant: Tom\n  assistant: Max\n"
     "  card: item1.X-ABRELATEDNAMES;type=pref:Tom|item1.X-ABLabel:_$!<Assistant>!$_|"
     "item2.X-ABRELATEDNAMES:Eva|item2.X-ABLabel:_$!<Mother>!$_|X-EVOLUTION-ASSISTANT:"
     "Max|\n"},
    /* Folding: within a word, a character, a parameter; a tab; a fold of nothing. */
    {"BEGIN:VCARD\nFN:An\n a Ru\n\tiz\n \nEND:VCARD\n", "1 Ana Ruiz\n"},
    {"BEGIN:VCARD\nFN:M\xc3\n \xbcller\nEND:VCARD\n", "1 M\xc3\xbcller\n"},
    {"BEGIN:VCARD\nFN:A\nTEL;TY\n PE=CE\n LL:1\nEND:VCARD\n",
     "1 A\n  phone (mobile): 1\n"},
    /* Latin-1 bytes without a word about it. */
    {"BEGIN:VCARD\nFN:M\xfcller\nEND:VCARD\n", "1 M\xc3\xbcller\n"},
    {"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1:M\xfcller\nEND:VCARD\n",
     "1 M\xc3\xbcller\n"},
    {"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-2:\xa3ukasz\nEND:VCARD\n",
     "1 \xc5\x81ukasz\n"},
    {"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=x-unheard-of:M\xc3\xbcller\nEND:VCARD\n",
     "1 M\xc3\xbcller\n"},
    /* Quoted-printable: soft breaks, a last '=' before the end, what is no hex, lower
       case. */
    {"BEGIN:VCARD\nVERSION:2.1\nFN:A\nNOTE;QUOTED-PRINTABLE:x=\ny=\n=3dz=\nEND:VCARD\n",
     "1 A\n  notes: xy=z=\n"},
    {"BEGIN:VCARD\nVERSION:2.1\nFN:A\nNOTE;ENCODING=quoted-printable:5=zz "
     "=4\nEND:VCARD\n",
     "1 A\n  notes: 5=zz =4\n"},
    {"BEGIN:VCARD\nVERSION:3.0\nFN:A\nNOTE:ends with a sign =\nTEL:1\nEND:VCARD\n",
     "1 A\n  phone (-): 1\n  notes: ends with a sign =\n"},
    /* Parameters: quoted colons and semicolons, carets, lists. */
    {"BEGIN:VCARD\nFN:A\nTEL;X-A=\"b:c;d\";TYPE=\"home,cell\":1\nEND:VCARD\n",
     "1 A\n  phone (home mobile): 1\n"},
    {"BEGIN:VCARD\nFN:A\nADR;LABEL=\"a^nb^^c ^'d^'\":;;x;;;;\nEND:VCARD\n",
     "1 A\n  address (-): a|b^c \"d\"\n"},
    /* Preference: 4.0, 3.0, 2.1; the same value twice; order kept otherwise. */
    {"BEGIN:VCARD\nFN:A\nTEL:1\nTEL;PREF=2:2\nTEL;PREF=1:3\nTEL:1\nEND:VCARD\n",
     "1 A\n  phone (-): 3\n  phone (-): 2\n  phone (-): 1\n"},
    {"BEGIN:VCARD\nFN:A\nTEL;TYPE=work:1\nTEL;TYPE=home,PREF:2\nEND:VCARD\n",
     "1 A\n  phone (home): 2\n  phone (work): 1\n"},
    {"BEGIN:VCARD\nVERSION:2.1\nFN:A\nTEL;WORK:1\nTEL;PREF;HOME:2\nEND:VCARD\n",
     "1 A\n  phone (home): 2\n  phone (work): 1\n"},
    /* Values with a scheme. */
    {"BEGIN:VCARD\nFN:A\nEMAIL:mailto:a@b.example\nTEL;VALUE=uri:tel:+1-2;ext=3;x=y\n"
     "UID:urn:uuid:abc\nEND:VCARD\n",
     "1 A\n  uid: abc\n  mail (-): a@b.example\n  phone (-): +1-2 x3\n"},
    /* Zones: names that exist; everything else stays in the card. */
    {"BEGIN:VCARD\nFN:A\nTZ:Europe/Berlin\nEND:VCARD\n", "1 A\n  zone: Europe/Berlin\n"},
    {"BEGIN:VCARD\nFN:A\nTZ:Mars/Base\nTZ:+01:00\nTZ:../etc\nEND:VCARD\n",
     "1 A\n  card: TZ:Mars/Base|TZ:+01:00|TZ:../etc|\n"},
    /* A city alone is no address. */
    {"BEGIN:VCARD\nFN:A\nADR:;;;Bern;;;\nEND:VCARD\n", "1 A\n  city: Bern\n"},
    {"BEGIN:VCARD\nFN:A\nADR:;;;Bern;;;CH\nADR;PREF=1:;;;Basel;;;CH\nEND:VCARD\n",
     "1 A\n  city: Basel\n  address (-): Basel|CH\n  address (-): Bern|CH\n"},
    /* Two notes; unknown lines verbatim, also with a group. */
    {"BEGIN:VCARD\nFN:A\nNOTE:one\nNOTE:two\nx.X-FOO;Y=1:b\\,c\nEND:VCARD\n",
     "1 A\n  notes: one||two\n  card: x.X-FOO;Y=1:b\\,c|\n"},
    {"BEGIN:VCARD\nFN:A\nno property\n;x:y\n:z\nEND:VCARD\n",
     "1 A\n  remark: line 5, which is no vCard property, left out\n"},
    /* A note whose lines were never folded. */
    {"BEGIN:VCARD\nFN:A\nNOTE:one\ntwo\nEND:VCARD\n", "1 A\n  notes: one|two\n"},
    {"BEGIN:VCARD\nVERSION:2.1\nFN:A\nX-B;ENCODING=QUOTED-PRINTABLE:a=0Ab,c\nEND:VCARD\n",
     "1 A\n  card: X-B:a\\nb\\,c|\n"},
    /* The end of things. */
    {"BEGIN:VCARD\nFN:A", "1 BAD the card has no END:VCARD\n"},
    {"BEGIN:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
     "1 BAD the card has no END:VCARD\n2 B\n"},
    {"BEGIN:VCARD\nEND:VCARD\n", "1 BAD no name, company or mail address in the card\n"},
    {"\n\n", "FAILED there is no vCard in it\n"},
    {"x\n", "1 BAD text outside of any card (no BEGIN:VCARD before it)\n"},
};

static void cards(void **state)
{
    (void)state;
    check_all(card_cases, sizeof card_cases / sizeof *card_cases, CONTACTS_VCARD);
}

static const struct text_case row_cases[] = {
    {"name\nAna\n\nBo\n", "2 Ana\n4 Bo\n"},
    {"NAME;E-Mail\nAna;a@b.example\n", "2 Ana\n  mail (-): a@b.example\n"},
    {"Full Name\tphone_number\nAna\t1\n", "2 Ana\n  phone (-): 1\n"},
    {"sep=;\nname;city\nAna;Bern\n", "3 Ana\n  city: Bern\n"},
    {"name,email\r\nAna,a@b.example\r\n", "2 Ana\n  mail (-): a@b.example\n"},
    {"name,email\rAna,a@b.example\rBo,\r", "2 Ana\n  mail (-): a@b.example\n3 Bo\n"},
    {"name,email\nAna,a@b.example", "2 Ana\n  mail (-): a@b.example\n"},
    {"name,notes\nAna,\"x\r\ny\"\nBo,z\n", "2 Ana\n  notes: x|y\n4 Bo\n  notes: z\n"},
    {"\"name\", \"email\"\n \"Ana\" , a@b.example \n",
     "2 Ana\n  mail (-): a@b.example\n"},
    {"first name,last name\nAna,\n,Ruiz\n",
     "2 Ana\n  given: Ana\n3 Ruiz\n  family: Ruiz\n"},
    {"name,e-mail,e-mail 2\nAna,a@b.example,c@d.example\n",
     "2 Ana\n  mail (-): a@b.example\n  mail (-): c@d.example\n"},
    {"name,shoe size,,Shoe Size\nAna,38,x,39\n",
     "2 Ana\nleft out: shoe size\nleft out: Shoe Size\n"},
    {"name,street,zip,city,country\nAna,Way 1,8001,Bern,CH\n",
     "2 Ana\n  city: Bern\n  address (-): Way 1|Bern 8001|CH\n"},
    {"name,phone\nAna,1,2\nBo,1,\nCy\n", "2 BAD 3 fields where the header row has 2: is "
                                         "a value with the separator in it not in "
                                         "quotes?\n3 Bo\n  phone (-): 1\n4 Cy\n"},
    {"name,phone\n,1\n", "2 BAD no name, company or mail address in the row\n"},
    {"email\na@b.example\n", "2 a@b.example\n  mail (-): a@b.example\n"},
    {"name,phone\nM\xfcller,1\n", "2 M\xc3\xbcller\n  phone (-): 1\n"},
    /* Quotes: open to the end of the file; open, then a good row; one within a field. */
    {"name,phone\n\"Ana,1\n",
     "2 BAD a quote (\") that is not closed, or stands within a field\n"},
    {"name,phone\nAna,\"1\nBo,2\n", "2 BAD a quote (\") that is not closed, or stands "
                                    "within a field\n3 Bo\n  phone (-): 2\n"},
    {"name,phone\nAna \"A\",1\n", "2 Ana \"A\"\n  phone (-): 1\n"},
    {"name,phone\nAna \"A\",\"1\nBo,2\n",
     "2 BAD a quote (\") that is not closed, or stands within a field\n3 Bo\n  phone "
     "(-): 2\n"},
    {"name,phone\n", ""},
};

static void rows(void **state)
{
    (void)state;
    check_all(row_cases, sizeof row_cases / sizeof *row_cases, CONTACTS_CSV);
}

static void assert_cannot_open(const char *bytes, size_t length,
                               enum contacts_format format, const char *why)
{
    struct buffer read = records_of(bytes, length, format);
    assert_int_equal(strncmp(buffer_string(&read), "CANNOT OPEN /tmp/", 17), 0);
    if (strstr(buffer_string(&read), why) == NULL) {
        fail_msg("\"%s\" does not say \"%s\"", buffer_string(&read), why);
    }
    buffer_free(&read);
}

static void what_cannot_be_read_is_named(void **state)
{
    (void)state;
    char noise[4096];
    uint32_t random = 7;
    for (size_t i = 0; i < sizeof noise; i++) {
        random = random * 1664525u + 1013904223u;
        noise[i] = (char)(random >> 24);
    }
    assert_cannot_open("", 0, CONTACTS_AUTO, "is empty");
    assert_cannot_open(noise, sizeof noise, CONTACTS_AUTO, "is not a text file");
    assert_cannot_open(noise, sizeof noise, CONTACTS_VCARD, "is not a text file");
    assert_cannot_open("\xff\xfe"
                       "B\0E\0",
                       6, CONTACTS_AUTO, "UTF-16; save or export it again as UTF-8");
    assert_cannot_open("\xfe\xff\0B\0E", 6, CONTACTS_AUTO, "UTF-16");
    assert_cannot_open("Dear all,\nsee you on Monday.\n", 29, CONTACTS_AUTO,
                       "no header row");
    assert_cannot_open("\xef\xbb\xbf", 3, CONTACTS_CSV, "no header row");
}

static void folders_and_missing_files_are_named(void **state)
{
    (void)state;
    struct error err;
    assert_null(contacts_open("/tmp", CONTACTS_AUTO, &err));
    assert_string_equal(err.text, "/tmp is a folder; name a .vcf or .csv file in it");
    assert_null(contacts_open("/nonexistent/x.vcf", CONTACTS_AUTO, &err));
    assert_non_null(strstr(err.text, "cannot open /nonexistent/x.vcf"));
    contacts_close(NULL);
}

static void formats_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        enum contacts_format expected;
    } cases[] = {{"BEGIN:VCARD\nFN:A\nEND:VCARD\n", CONTACTS_VCARD},
                 {"\xef\xbb\xbf\n\n begin:vcard\n", CONTACTS_VCARD},
                 {"name\nBEGIN:VCARD\n", CONTACTS_CSV}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char path[32];
        struct error err;
        write_temporary(path, cases[i].bytes, strlen(cases[i].bytes));
        struct contacts_reader *reader = contacts_open(path, CONTACTS_AUTO, &err);
        assert_non_null(reader);
        assert_int_equal(contacts_format(reader), cases[i].expected);
        contacts_close(reader);
        (void)unlink(path);
    }
    enum contacts_format format = CONTACTS_AUTO;
    assert_true(contacts_format_from_name("VCF", &format));
    assert_int_equal(format, CONTACTS_VCARD);
    assert_true(contacts_format_from_name("csv", &format));
    assert_int_equal(format, CONTACTS_CSV);
    assert_false(contacts_format_from_name("xlsx", &format));
}

static void progress_reaches_the_size(void **state)
{
    (void)state;
    char path[32];
    struct error err;
    struct contacts_record record;
    struct arena *arena = arena_create();
    static const char text[] =
        "\xef\xbb\xbf"
        "BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n";
    write_temporary(path, text, sizeof text - 1);
    struct contacts_reader *reader = contacts_open(path, CONTACTS_AUTO, &err);
    assert_int_equal(contacts_size(reader), sizeof text - 1);
    assert_int_equal(contacts_position(reader), 3);
    assert_int_equal(contacts_next(reader, arena, &record, &err), CONTACTS_RECORD);
    assert_int_equal(contacts_position(reader), 30);
    assert_int_equal(contacts_next(reader, arena, &record, &err), CONTACTS_RECORD);
    assert_int_equal(contacts_next(reader, arena, &record, &err), CONTACTS_END);
    assert_int_equal(contacts_position(reader), sizeof text - 1);
    assert_int_equal(contacts_next(reader, arena, &record, &err), CONTACTS_END);
    contacts_close(reader);
    (void)unlink(path);
    arena_destroy(arena);
}

static void a_pipe_has_no_size(void **state)
{
    (void)state;
    struct error err;
    struct buffer out = {0};
    int ends[2];
    int saved = dup(STDIN_FILENO);
    static const char text[] = "name,phone\nAna,1\n";
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], text, sizeof text - 1), sizeof text - 1);
    assert_int_equal(close(ends[1]), 0);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    struct contacts_reader *reader = contacts_open("-", CONTACTS_AUTO, &err);
    assert_non_null(reader);
    assert_int_equal(contacts_size(reader), 0);
    add_records(&out, reader);
    assert_string_equal(buffer_string(&out), "2 Ana\n  phone (-): 1\n");
    contacts_close(reader);
    buffer_free(&out);
    (void)close(ends[0]);
    (void)dup2(saved, STDIN_FILENO);
    (void)close(saved);
}

/* head, then size bytes of 'x', then tail. */
static struct buffer records_around(const char *head, size_t size, const char *tail,
                                    enum contacts_format format)
{
    char path[32];
    char block[1 << 16];
    struct buffer out = {0};
    memset(block, 'x', sizeof block);
    write_temporary(path, head, strlen(head));
    FILE *file = fopen(path, "ab");
    assert_non_null(file);
    for (size_t left = size; left > 0;) {
        size_t piece = left < sizeof block ? left : sizeof block;
        assert_int_equal(fwrite(block, 1, piece, file), piece);
        left -= piece;
    }
    assert_int_equal(fwrite(tail, 1, strlen(tail), file), strlen(tail));
    assert_int_equal(fclose(file), 0);
    add_file(&out, path, format);
    (void)unlink(path);
    return out;
}

#define HUGE_LINE ((size_t)100 << 20)

/* Kilobytes of the most this process ever had. */
static long peak(void)
{
    struct rusage usage;
    assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
    return usage.ru_maxrss;
}

static void a_line_of_100_megabytes_costs_its_record(void **state)
{
    (void)state;
    static const struct {
        enum contacts_format format;
        const char *head;
        const char *tail;
        const char *expected;
    } cases[] = {
        {CONTACTS_VCARD, "BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nNOTE:",
         "\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
         "1 A\n4 BAD line 5 is longer than 1024 KiB\n7 B\n"},
        {CONTACTS_VCARD, "BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:", "\nTEL:1\nEND:VCARD\n",
         "1 A\n  phone (-): 1\n  remark: line 3, a PHOTO of more than 1024 KiB, left "
         "out\n"},
        {CONTACTS_VCARD, "BEGIN:VCARD\nFN:A\nEND:VCARD\n",
         "\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
         "1 A\n4 BAD a line of more than 1024 KiB outside of any card\n5 B\n"},
        {CONTACTS_CSV, "name,phone\nAna,1\n", "\nBo,2\n",
         "2 Ana\n  phone (-): 1\n3 BAD the line is longer than 1024 KiB\n4 Bo\n"
         "  phone (-): 2\n"},
    };
    long before = peak();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out =
            records_around(cases[i].head, HUGE_LINE, cases[i].tail, cases[i].format);
        assert_string_equal(buffer_string(&out), cases[i].expected);
        buffer_free(&out);
    }
    assert_true(peak() - before < 32 * 1024);
}

static void a_file_of_one_line_is_refused(void **state)
{
    (void)state;
    struct buffer out = records_around("", HUGE_LINE, "", CONTACTS_CSV);
    assert_non_null(strstr(buffer_string(&out), "CANNOT OPEN"));
    assert_non_null(strstr(buffer_string(&out), "no header row"));
    buffer_free(&out);
}

static void an_open_quote_does_not_swallow_the_rest(void **state)
{
    (void)state;
    struct buffer text = {0};
    struct buffer out;
    buffer_add_string(&text, "name,phone\n\"Ana,1\n");
    for (int i = 0; i < 100000; i++) {
        buffer_add_string(&text, "Bo,2222222222222222\n");
    }
    out = records_of(text.data, text.length, CONTACTS_CSV);
    static const char *const start =
        "2 BAD a quote (\") that is not closed, or stands within a field\n3 Bo\n";
    assert_int_equal(strncmp(buffer_string(&out), start, strlen(start)), 0);
    assert_non_null(strstr(buffer_string(&out), "\n100002 Bo\n"));
    buffer_free(&text);
    buffer_free(&out);
}

static void a_card_without_end_has_a_limit(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_add_string(&text, "BEGIN:VCARD\nFN:A\n");
    for (int i = 0; i < 500000; i++) {
        buffer_add_format(&text, "TEL:%d\n", i);
    }
    buffer_add_string(&text, "END:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n");
    struct buffer out = records_of(text.data, text.length, CONTACTS_VCARD);
    assert_string_equal(buffer_string(&out),
                        "1 BAD the card is larger than 4 MiB\n500004 B\n");
    buffer_free(&text);
    buffer_free(&out);
}

static void points_and_kept_lines_have_limits(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_add_string(&text, "BEGIN:VCARD\nFN:A\n");
    for (int i = 0; i < 600; i++) {
        buffer_add_format(&text, "TEL:%d\n", i);
    }
    buffer_add_string(&text, "END:VCARD\nBEGIN:VCARD\nFN:B\nPHOTO;ENCODING=b:");
    for (int i = 0; i < 600 * 1024; i++) {
        buffer_add_char(&text, 'A');
    }
    buffer_add_string(&text, "\nEND:VCARD\n");
    struct buffer out = records_of(text.data, text.length, CONTACTS_VCARD);
    assert_non_null(
        strstr(buffer_string(&out), "only the first 500 mails and numbers taken"));
    assert_non_null(
        strstr(buffer_string(&out), "\n604 B\n  remark: PHOTO of 600 KiB left out"));
    buffer_free(&text);
    buffer_free(&out);
}

/* Every prefix of a good file ends, and damaged bytes break nothing but records. */
static void damaged_files_are_read_to_their_end(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;QUOTED-PRINTABLE:=41;=\r\n=42\r\n"
        "a.TEL;PREF;TYPE=\"x,y\":1\r\nPHOTO;BASE64:\r\n "
        "AAAA\r\n\r\nADR;LABEL=\"q^n\":;;s;c\r\n"
        "END:VCARD\r\nBEGIN:VCARD\r\nFN:B\r\nEND:VCARD\r\n",
        "name,\"e-mail\",address 1 - city\r\n\"A \"\"x\"\"\",a@b.example ::: "
        "c,\"B\r\nC\"\r\n"};
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        size_t length = strlen(texts[t]);
        uint32_t random = 3;
        for (size_t i = 1; i <= length; i++) {
            char *copy = memory_string(texts[t]);
            random = random * 1664525u + 1013904223u;
            copy[random % length] = (char)(random >> 24);
            struct buffer prefix = records_of(texts[t], i, CONTACTS_AUTO);
            struct buffer damaged = records_of(copy, length, CONTACTS_AUTO);
            buffer_free(&prefix);
            buffer_free(&damaged);
            free(copy);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_of_100_megabytes_costs_its_record),
        cmocka_unit_test(a_file_of_one_line_is_refused),
        cmocka_unit_test(cards),
        cmocka_unit_test(rows),
        cmocka_unit_test(what_cannot_be_read_is_named),
        cmocka_unit_test(folders_and_missing_files_are_named),
        cmocka_unit_test(formats_are_found),
        cmocka_unit_test(progress_reaches_the_size),
        cmocka_unit_test(a_pipe_has_no_size),
        cmocka_unit_test(an_open_quote_does_not_swallow_the_rest),
        cmocka_unit_test(a_card_without_end_has_a_limit),
        cmocka_unit_test(points_and_kept_lines_have_limits),
        cmocka_unit_test(damaged_files_are_read_to_their_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
