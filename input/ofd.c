/* ofd.c - read an OFD document (GB/T 33190-2016): a zip archive of pages with characters and lines at their
 * places. */
#include "i18n.h"
#include "ofd_unit.h"

#include <string.h>

/* As of a PDF (pdf/nianbao-pdf.c). MOST_DRAWN: characters and lines of all pages; forty pages have 140,000.
 */
enum { MOST_PAGES = 400, MOST_CHARACTERS = 50000, MOST_RULES = 20000, MOST_DRAWN = 2000000 };
enum { MOST_DOCUMENTS = 20, MOST_TEMPLATES = 100, MOST_RESOURCES = 500 };

/* A page as the document lists it, or one that others are printed over. */
struct ofd_leaf {
    const char *id, *name;
};

/* An OFD file being read. `texts`: where characters' bytes live. `roots`: of each of its documents, the part
 * that lists the pages. */
struct ofd {
    struct nb_arena *texts;
    struct zip zip;
    const char *roots[MOST_DOCUMENTS];
    size_t root_count, room;
    struct ofd_page page; /* being read */
    const char *part;     /* being read, from which others are named */
    size_t chars, unseen; /* on all pages; those drawn without colour */
    /* of one document */
    double box[4];
    struct ofd_leaf pages[MOST_PAGES + 1], templates[MOST_TEMPLATES];
    size_t page_count, template_count;
    const char *resources[MOST_RESOURCES]; /* the names of their parts, of which `loaded` have been read into
                                              `units` */
    size_t resource_count, loaded;
    struct ofd_units units;
};

/* Call `child` at each child of a part's root element. False, with the error filled in, where it cannot be
 * read. */
static bool walk(struct ofd *ofd, const char *name, pull_child *child)
{
    struct zip_part part;
    if (!zip_read(&ofd->zip, name, &part))
        return false;
    if (!part.bytes)
        return refuse(ofd->zip.error, _("an OFD document without one of its parts: the file is damaged"));
    ofd->part = name;
    bool read = pull_part(name, &part, child, ofd, ofd->zip.error);
    zip_part_free(&part);
    return read;
}

/* The text of the element that the reader stands at, without blanks around. */
static const char *words_of(struct ofd *ofd, struct pull *pull)
{
    const char *words = ofd_words(pull, ofd->texts), *start = words + strspn(words, " \t\r\n");
    size_t length = strlen(start);
    while (length && strchr(" \t\r\n", start[length - 1]))
        length--;
    return arena_strndup(ofd->texts, start, length);
}

/* ---- the document ---- */

static void body(struct pull *pull, const char *name, void *state)
{
    struct ofd *ofd = state;
    if (!strcmp(name, "DocRoot") && ofd->root_count < MOST_DOCUMENTS)
        ofd->roots[ofd->root_count++] = zip_name_from(ofd->texts, "", words_of(ofd, pull));
}

static void package(struct pull *pull, const char *name, void *state)
{
    if (!strcmp(name, "DocBody"))
        pull_children(pull, body, state);
}

static void read_box(struct ofd *ofd, struct pull *pull, double *box)
{
    double found[4];
    if (ofd_numbers(words_of(ofd, pull), found, 4) == 4 && found[2] > 0 && found[3] > 0)
        memcpy(box, found, sizeof found);
}

static struct ofd_leaf leaf_of(struct ofd *ofd, struct pull *pull)
{
    const char *id = pull_attribute(pull, "ID"), *name = pull_attribute(pull, "BaseLoc");
    return (struct ofd_leaf){arena_strdup(ofd->texts, id ? id : ""),
                             name ? zip_name_from(ofd->texts, ofd->part, name) : NULL};
}

static void common_area(struct pull *pull, const char *name, void *state)
{
    struct ofd *ofd = state;
    if (!strcmp(name, "PhysicalBox"))
        read_box(ofd, pull, ofd->box);
}

static void resource(struct ofd *ofd, struct pull *pull)
{
    if (ofd->resource_count < MOST_RESOURCES)
        ofd->resources[ofd->resource_count++] = zip_name_from(ofd->texts, ofd->part, words_of(ofd, pull));
}

static void common(struct pull *pull, const char *name, void *state)
{
    struct ofd *ofd = state;
    if (!strcmp(name, "PageArea"))
        pull_children(pull, common_area, ofd);
    else if (!strcmp(name, "PublicRes") || !strcmp(name, "DocumentRes"))
        resource(ofd, pull);
    else if (!strcmp(name, "TemplatePage") && ofd->template_count < MOST_TEMPLATES)
        ofd->templates[ofd->template_count++] = leaf_of(ofd, pull);
}

static void page_listed(struct pull *pull, const char *name, void *state)
{
    struct ofd *ofd = state;
    if (!strcmp(name, "Page") && ofd->page_count <= MOST_PAGES)
        ofd->pages[ofd->page_count++] = leaf_of(ofd, pull);
}

static void document(struct pull *pull, const char *name, void *state)
{
    if (!strcmp(name, "CommonData"))
        pull_children(pull, common, state);
    else if (!strcmp(name, "Pages"))
        pull_children(pull, page_listed, state);
}

/* ---- graphic units ---- */

static void unit(struct pull *pull, const char *name, void *state)
{
    struct ofd *ofd = state;
    if (!strcmp(name, "CompositeGraphicUnit"))
        ofd_unit(pull, &ofd->units, ofd->texts, &ofd->room);
}

static void resources_of(struct pull *pull, const char *name, void *state)
{
    if (!strcmp(name, "CompositeGraphicUnits"))
        pull_children(pull, unit, state);
}

/* Draw the units that the page uses; the resources are read where a page uses any. */
static bool draw_units(struct ofd *ofd)
{
    for (; ofd->page.use_count && ofd->loaded < ofd->resource_count; ofd->loaded++)
        if (!walk(ofd, ofd->resources[ofd->loaded], resources_of))
            return false;
    return ofd_draw_units(&ofd->units, &ofd->page) ||
           refuse(ofd->zip.error, _("an OFD document without one of its parts: the file is damaged"));
}

/* ---- pages ---- */

static void page_area(struct pull *pull, const char *name, void *state)
{
    struct ofd *ofd = state;
    if (!strcmp(name, "PhysicalBox"))
        read_box(ofd, pull, ofd->page.box);
}

static void template_content(struct pull *pull, const char *name, void *state)
{
    struct ofd *ofd = state;
    if (!strcmp(name, "PageRes"))
        resource(ofd, pull);
    else if (!strcmp(name, "Content"))
        ofd_objects(pull, &ofd->page);
}

static void page_content(struct pull *pull, const char *name, void *state)
{
    struct ofd *ofd = state;
    if (!strcmp(name, "Area"))
        pull_children(pull, page_area, ofd);
    else
        template_content(pull, name, ofd);
}

static void page_template(struct pull *pull, const char *name, void *state)
{
    struct ofd *ofd = state;
    const char *id = pull_attribute(pull, "TemplateID");
    if (strcmp(name, "Template") || !id)
        return;
    for (size_t i = 0; i < ofd->template_count; i++)
        if (!strcmp(ofd->templates[i].id, id) && ofd->templates[i].name &&
            !walk(ofd, ofd->templates[i].name, template_content))
            pull_fail(pull, _("its template page cannot be read"));
}

static bool read_page(struct ofd *ofd, const struct ofd_leaf *leaf, struct sheet_page *sheet)
{
    ofd->page = (struct ofd_page){.arena = ofd->texts, .room = &ofd->room};
    memcpy(ofd->page.box, ofd->box, sizeof ofd->box);
    if (!leaf->name)
        return refuse(ofd->zip.error, _("an OFD document without one of its parts: the file is damaged"));
    if (!walk(ofd, leaf->name, page_content) || !walk(ofd, leaf->name, page_template) || !draw_units(ofd))
        return false;
    ofd_rules(&ofd->page);
    *sheet = ofd->page.sheet;
    sheet->width = (float)(ofd->page.box[2] * 72 / 25.4);
    sheet->height = (float)(ofd->page.box[3] * 72 / 25.4);
    ofd->chars += sheet->char_count;
    ofd->unseen += ofd->page.unseen;
    return (ofd->room && sheet->char_count <= MOST_CHARACTERS && sheet->rule_count <= MOST_RULES) ||
           refuse(ofd->zip.error, _("a page is larger, or has more on it, than any annual report"));
}

static bool is_encrypted(struct ofd *ofd)
{
    struct zip_part part;
    bool read = zip_read(&ofd->zip, "Encryptions.xml", &part), found = part.bytes != NULL;
    zip_part_free(&part);
    return !read || found;
}

static bool read_document(struct ofd *ofd, const char *root, struct sheets *sheets)
{
    memcpy(ofd->box, (double[]){0, 0, 210, 297}, sizeof ofd->box);
    ofd->page_count = ofd->template_count = ofd->resource_count = ofd->loaded = 0;
    ofd->units = (struct ofd_units){0};
    if (!walk(ofd, root, document))
        return false;
    if (sheets->page_count + ofd->page_count > MOST_PAGES)
        return refuse(ofd->zip.error, _("the document has more pages than any annual report (400)"));
    for (size_t i = 0; i < ofd->page_count; i++)
        if (!read_page(ofd, &ofd->pages[i], &sheets->pages[sheets->page_count++]))
            return false;
    return true;
}

static bool read_pages(struct ofd *ofd, struct sheets *sheets)
{
    if (is_encrypted(ofd))
        return refuse(ofd->zip.error, _("the OFD document is encrypted: save it without a password first"));
    if (!walk(ofd, "OFD.xml", package))
        return false;
    if (!ofd->root_count)
        return refuse(ofd->zip.error, _("an OFD document without one of its parts: the file is damaged"));
    sheets->pages = arena_alloc(ofd->texts, MOST_PAGES * sizeof *sheets->pages);
    for (size_t i = 0; i < ofd->root_count; i++)
        if (!read_document(ofd, ofd->roots[i], sheets))
            return false;
    sheets->layer = 2 * ofd->unseen > ofd->chars;
    return ofd->chars ||
           refuse(ofd->zip.error,
                  _("the OFD document has pictures but no text: its text must be recognised (OCR) first"));
}

bool is_ofd(const struct input *input)
{
    struct nb_error error;
    struct zip zip = {
        .bytes = input->bytes, .length = input->length, .max_size = input_most(input), .error = &error};
    struct zip_part part;
    bool found = zip_read(&zip, "OFD.xml", &part) && part.bytes;
    zip_part_free(&part);
    return found;
}

struct nb_text *read_ofd(struct nb_arena *arena, const struct input *input, struct nb_error *error)
{
    struct nb_arena *scratch = arena_new();
    struct ofd *ofd = arena_alloc(scratch, sizeof *ofd);
    struct sheets sheets = {0};
    *ofd = (struct ofd){.texts = scratch, .room = MOST_DRAWN};
    ofd->zip = (struct zip){.bytes = input->bytes, .length = input->length, .error = error};
    ofd->zip.max_size = input_most(input);
    struct nb_text *read =
        read_pages(ofd, &sheets) ? sheet_lower(arena, scratch, &sheets, input->lexicon) : NULL;
    if (read && !sheets.layer)
        read->format = "ofd";
    arena_free(scratch);
    return read;
}
