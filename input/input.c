/* input.c - tell the format of a file by its bytes and call its reader. */
#include "config.h"

#include "bounds.h"
#include "html_mime.h"
#include "i18n.h"
#include "input.h"
#include "spelled.h"
#include "table.h"
#include "watch.h"

#include <ctype.h>
#include <string.h>

enum { SNIFFED = 4096 };

struct format_reader {
    const char *format;
    struct nb_text *(*read)(struct nb_arena *arena, const struct input *input, struct nb_error *error);
    bool needs_xml;
};

static const struct format_reader readers[] = {{"text", read_text, false},
                                               {"html", read_html, true},
                                               {"docx", read_docx, true},
                                               {"pdf", read_pdf, false},
                                               {"ofd", read_ofd, true}};

/* Files that another program must convert first, by the bytes they start with. */
struct foreign_format {
    const char *magic;
    size_t length;
    const char *message;
};

static const struct foreign_format foreigners[] = {
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8,
     N_("an old Word or WPS document (.doc, .wps): open it with Word or WPS and save it as .docx")},
    {"{\\rtf", 5, N_("a rich text document (.rtf): open it with Word or WPS and save it as .docx")},
    {"%PDF-", 5,
     N_("a PDF document: nianbao-pdf prints it in the form that is read here (nianbao-pdf < FILE)")},
};

static bool starts_with(const struct input *input, const char *magic, size_t length)
{
    return input->length >= length && !memcmp(input->bytes, magic, length);
}

/* The tag, comment or declaration that the file opens with, behind a byte order mark and blanks, in any
 * encoding: what stands behind its "<", as far as there is room and in lower case, without the zeros of
 * UTF-16. False: it opens with no such thing. */
static bool opening_tag(const struct input *input, char *tag, size_t room)
{
    size_t count = 0;
    bool opened = false, closed = false;
    for (size_t i = 0; i < input->length && i < SNIFFED && !closed; i++) {
        unsigned char byte = (unsigned char)input->bytes[i];
        if (!byte || (!opened && (isspace(byte) || (byte >= 0x80 && i < 4))))
            continue;
        if (!opened && byte != '<')
            return false;
        closed = count && byte == '>';
        if (opened && count + 1 < room)
            tag[count++] = (char)tolower(byte);
        opened = true;
    }
    tag[count] = '\0';
    return closed && (isalpha((unsigned char)*tag) || *tag == '!' || *tag == '?');
}

/* Whether a line draws the columns of a table: nothing but dashes and the blanks between them. */
static bool is_drawn_line(const char *line, size_t length)
{
    size_t runs = 0, dashes = 0;
    for (size_t i = 0; i < length; i++) {
        if (!memchr("-= ", line[i], 3))
            return false;
        dashes = line[i] == '-' || line[i] == '=' ? dashes + 1 : 0;
        runs += dashes == 3;
    }
    return runs > 1;
}

/* Whether a line is a heading, or begins a table, as Markdown or a wiki writes them. */
static bool is_marked_line(const char *line, size_t length)
{
    size_t sharps = 0, equals = 0, last = length;
    while (sharps < length && line[sharps] == '#')
        sharps++;
    while (equals < length && line[equals] == '=')
        equals++;
    while (last && isspace((unsigned char)line[last - 1]))
        last--;
    return (sharps && sharps <= 6 && sharps + 1 < last && line[sharps] == ' ') ||
           (equals && equals <= 6 && equals + 2 < last && line[equals] == ' ' && line[last - 1] == '=') ||
           (last > 2 && (!memcmp(line, "|--", 3) || !memcmp(line, "|:-", 3) || !memcmp(line, "| -", 3))) ||
           (last >= 2 && !memcmp(line, "{|", 2)) || is_drawn_line(line, last);
}

/* Whether the file opens with a tag and is HTML: with what begins a page, or with an element that no line of
 * a lighter language follows, for Markdown and wiki texts may hold elements, too. */
static bool looks_like_html(const struct input *input)
{
    char tag[8];
    if (!opening_tag(input, tag, sizeof tag))
        return false;
    static const char *const page[] = {"!",     "?",      "html",  "head", "body", "meta",
                                       "title", "script", "style", "link", NULL};
    if (string_begins_any(tag, page))
        return true;
    for (size_t at = 0, end; at < input->length; at = end + 1) {
        const char *stop = memchr(input->bytes + at, '\n', input->length - at);
        end = stop ? (size_t)(stop - input->bytes) : input->length;
        if (is_marked_line(input->bytes + at, end - at))
            return false;
    }
    return true;
}

static const char *detect_format(const struct input *input)
{
    if (starts_with(input, "PK\3\4", 4))
        return is_ofd(input) ? "ofd" : "docx";
    if (starts_with(input, "nianbao-sheets ", 15))
        return "pdf";
    return looks_like_html(input) || html_is_message(input->bytes, input->length) ? "html" : "text";
}

static bool is_blank(const struct nb_text *text)
{
    return strspn(text->bytes, " \t\n\f") == text->length;
}

/* Readers of formats whose cells may span rows and columns refuse sooner. */
static bool has_too_many_cells(const struct nb_text *text)
{
    size_t count = 0;
    for (size_t at = 0; text->length > LIMIT_CELLS && at < text->length; at++)
        count += text->bytes[at] == UNIT_SEPARATOR;
    return count > LIMIT_CELLS;
}

/* What a reader makes of a file is a report's text only if it is none that exhausts the machine, or empty. */
static struct nb_text *take(struct nb_text *text, const struct lexicon *lexicon, struct nb_error *error)
{
    if (text && lexicon)
        text = read_lowered_tables(text, lexicon);
    if (text && is_blank(text))
        return refuse(error, _("the file is empty"));
    if (text && has_too_many_cells(text))
        return refuse(error, _("tables of more than %d cells, covered ones included"), LIMIT_CELLS);
    return text;
}

/* Whether it is a document with a password, which Word keeps in a container like that of its old files
 * (MS-OFFCRYPTO 2.3.4.4). */
static bool is_encrypted_docx(const struct input *input)
{
    static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
                      stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    return starts_with(input, ole, sizeof ole - 1) &&
           memmem(input->bytes, input->length, stream, sizeof stream);
}

size_t input_most(const struct input *input)
{
    size_t most = input->max_size ? input->max_size : NB_MAX_SIZE;
    return most < LIMIT_TEXT ? most : LIMIT_TEXT;
}

static struct nb_text *read_as(struct nb_arena *arena, const char *format, const struct input *input,
                               struct nb_error *error)
{
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (!strcmp(format, readers[i].format) && readers[i].needs_xml && !xml_enter())
            return refuse(error, _("libxml2 cannot be loaded (Debian: libxml2)"));
        else if (!strcmp(format, readers[i].format))
            return take(readers[i].read(arena, input, error), input->lexicon, error);
    return refuse(error, _("unknown format"));
}

struct nb_text *input_read(struct nb_arena *arena, const struct input *input, struct nb_error *error)
{
    if (input->length > LIMIT_TEXT)
        return refuse(error, _("larger than %zu bytes (see --max-size)"), (size_t)LIMIT_TEXT);
    if (input->length > input_most(input))
        return refuse(error, _("larger than %zu bytes (--max-size allows more)"), input_most(input));
    if (!input->length)
        return refuse(error, _("the file is empty"));
    if (is_encrypted_docx(input))
        return refuse(error, _("the archive is encrypted"));
    size_t mark = starts_with(input, "\xEF\xBB\xBF", 3) ? 3 : 0; /* a byte order mark changes nothing */
    const struct input behind = {.bytes = input->bytes + mark, .length = input->length - mark};
    for (size_t i = 0; i < sizeof foreigners / sizeof *foreigners; i++)
        if (starts_with(&behind, foreigners[i].magic, foreigners[i].length))
            return refuse(error, "%s", _(foreigners[i].message));
    struct input spelled = *input;
    if (read_spelled(arena, &spelled.bytes, &spelled.length)) {
        input_done(input);
        spelled.owned = NULL;
    }
    return read_as(arena, input->format ? input->format : detect_format(&spelled), &spelled, error);
}
