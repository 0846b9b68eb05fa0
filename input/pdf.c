/* pdf.c - read what nianbao-pdf prints of a PDF (pdf/README.md), or nianbao-ocr of a scan: pages of
 * characters with boxes, and lines. */
#include "i18n.h"
#include "input.h"
#include "sheet.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

/* No page, nor all of them, has more of anything. */
enum { MOST = 10000000 };

/* The lines being read. `left`: bytes behind `at`. */
struct pdf_lines {
    const char *at, *end;
    bool bad;
};

static bool word(struct pdf_lines *lines, const char *text)
{
    size_t length = strlen(text);
    if ((size_t)(lines->end - lines->at) < length || memcmp(lines->at, text, length) != 0)
        return false;
    lines->at += length;
    return true;
}

/* The next whole number on the line. */
static long number(struct pdf_lines *lines)
{
    bool minus = word(lines, " -");
    long value = 0;
    if (!minus && !word(lines, " "))
        lines->bad = true;
    if (lines->at == lines->end || !isdigit((unsigned char)*lines->at))
        lines->bad = true;
    while (lines->at < lines->end && isdigit((unsigned char)*lines->at) && value < MOST)
        value = 10 * value + (*lines->at++ - '0');
    return minus ? -value : value;
}

static float points(struct pdf_lines *lines)
{
    return (float)number(lines) / 100;
}

static void end_line(struct pdf_lines *lines)
{
    lines->bad |= !word(lines, "\n");
}

static struct sheet_char character(struct pdf_lines *lines)
{
    struct sheet_char c = {.length = 1};
    lines->bad |= !word(lines, "c");
    c.x0 = points(lines), c.y0 = points(lines), c.x1 = points(lines), c.y1 = points(lines);
    lines->bad |= !word(lines, " ") || lines->at >= lines->end || (unsigned char)*lines->at <= ' ';
    if (lines->bad)
        return c;
    c.text = lines->at;
    c.length = (unsigned)utf8_length((unsigned char)*c.text);
    if ((size_t)(lines->end - lines->at) < c.length || utf8_valid(c.text, c.length) < c.length)
        lines->bad = true;
    else
        lines->at += c.length;
    end_line(lines);
    return c;
}

static struct sheet_rule rule(struct pdf_lines *lines)
{
    struct sheet_rule rule = {.vertical = word(lines, "v")};
    lines->bad |= !rule.vertical && !word(lines, "h");
    rule.at = points(lines), rule.from = points(lines), rule.to = points(lines);
    end_line(lines);
    return rule;
}

/* How many things of a size, each a line, may follow; more than the bytes left are none. */
static size_t count(struct pdf_lines *lines)
{
    long value = number(lines);
    if (value < 0 || value > lines->end - lines->at)
        lines->bad = true;
    return lines->bad ? 0 : (size_t)value;
}

static struct sheet_page page(struct pdf_lines *lines, struct nb_arena *scratch, bool *layer)
{
    struct sheet_page page = {.width = points(lines), .height = points(lines)};
    page.char_count = count(lines);
    page.rule_count = count(lines);
    page.picture = word(lines, " picture");
    *layer |= word(lines, " recognised");
    end_line(lines);
    page.chars = arena_alloc(scratch, page.char_count * sizeof *page.chars + 1);
    page.rules = arena_alloc(scratch, page.rule_count * sizeof *page.rules + 1);
    for (size_t i = 0; i < page.char_count && !lines->bad; i++)
        page.chars[i] = character(lines);
    for (size_t i = 0; i < page.rule_count && !lines->bad; i++)
        page.rules[i] = rule(lines);
    return page;
}

/* What the program says in place of pages. */
static const char *refusal(struct pdf_lines *lines)
{
    static const char *const reasons[][2] = {
        {"damaged\n", N_("the PDF is damaged: no pages can be read from it")},
        {"encrypted\n", N_("the PDF is encrypted: save it without a password first")},
        {"pages\n", N_("more pages than any annual report has (400)")},
        {"picture\n", N_("the picture is damaged, or no picture of a page")},
        {"languages\n",
         N_("nianbao-ocr finds no data of Tesseract's for Chinese and digits (Debian: tesseract-ocr-chi-sim, "
            "tesseract-ocr-eng)")},
        {"size\n", N_("a page is larger, or has more on it, than any annual report")},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (word(lines, reasons[i][0]))
            return _(reasons[i][1]);
    return NULL;
}

static bool read_pages(struct pdf_lines *lines, struct nb_arena *scratch, struct sheets *sheets)
{
    size_t room = 0;
    if (!word(lines, "nianbao-sheets 1"))
        return false;
    sheets->recognised = word(lines, " ocr");
    end_line(lines);
    for (const char *at = lines->at; at < lines->end && (at = memchr(at, '\n', (size_t)(lines->end - at)));
         at++)
        room += at + 5 < lines->end && !memcmp(at + 1, "page", 4);
    room += lines->end - lines->at > 4 && !memcmp(lines->at, "page", 4);
    sheets->pages = arena_alloc(scratch, (room + 1) * sizeof *sheets->pages);
    while (sheets->page_count < room && !lines->bad && word(lines, "page"))
        sheets->pages[sheets->page_count++] = page(lines, scratch, &sheets->layer);
    return !lines->bad;
}

static bool has_text(const struct sheets *sheets)
{
    for (size_t i = 0; i < sheets->page_count; i++)
        if (sheets->pages[i].char_count)
            return true;
    return false;
}

static struct nb_text *lower(struct nb_arena *arena, struct nb_arena *scratch, const struct input *input,
                             struct nb_error *error)
{
    struct sheets sheets = {0};
    /* Cells are cut from the text, which has its own copy of each character. */
    struct pdf_lines lines = {input->bytes, input->bytes + input->length, false};
    bool read = read_pages(&lines, scratch, &sheets);
    const char *why = word(&lines, "error ") ? refusal(&lines) : NULL;
    if (why)
        return refuse(error, "%s", why);
    if (!read || !word(&lines, "end") || number(&lines) != (long)sheets.page_count)
        return refuse(error, _("what %s printed is not complete"),
                      sheets.recognised ? "nianbao-ocr" : "nianbao-pdf");
    if (word(&lines, " misnamed"))
        return refuse(error, _("the fonts of the PDF name other characters than it shows: save the report as "
                               "PDF with another program, or "
                               "have its text recognised (OCR)"));
    if (!has_text(&sheets) && (sheets.recognised || sheets.layer))
        return refuse(error, _("no words could be recognised on its pages"));
    if (!has_text(&sheets))
        return refuse(error, _("the PDF has pictures but no text: its text must be recognised (OCR) first"));
    return sheet_lower(arena, scratch, &sheets, input->lexicon);
}

struct nb_text *read_pdf(struct nb_arena *arena, const struct input *input, struct nb_error *error)
{
    struct nb_arena *scratch = arena_new();
    struct nb_text *text = lower(arena, scratch, input, error);
    arena_free(scratch);
    return text;
}
