/* docx.c - read a Word document: find its parts by their relationships, as the format has it, and lower the
 * body. */
#include "docx_parts.h"
#include "i18n.h"
#include "pull.h"
#include "table.h"

#include <string.h>
#include <strings.h>

/* What has been unpacked and read; freed at the end of read_docx(). */
struct docx {
    struct nb_arena *scratch;
    struct zip zip;
    struct zip_part document, styles, numbering, comments, chunk; /* chunk: a page that is the document */
    struct word_styles style_table;
    struct numbering number_table;
};

/* A part looked for among the relationships of another one, by the last word of the relationship's type. */
struct wanted {
    struct nb_arena *arena;
    const char *type;
    const char *part; /* that has the relationships */
    const char *name; /* found */
};

static void relationship(struct pull *pull, const char *name, void *state)
{
    struct wanted *wanted = state;
    const char *type = pull_attribute(pull, "Type"), *target = pull_attribute(pull, "Target");
    const char *last = type ? strrchr(type, '/') : NULL;
    if (wanted->name || strcmp(name, "Relationship") || !last || strcmp(last + 1, wanted->type) || !target)
        return;
    wanted->name = zip_name_from(wanted->arena, wanted->part, target);
}

/* The name of the part that `part` ("" for the package) relates to by `type`; *name is NULL if there is none.
 */
static bool find_related(struct docx *docx, const char *part, const char *type, const char **name)
{
    const char *slash = strrchr(part, '/'), *file = slash ? slash + 1 : part;
    struct wanted wanted = {.arena = docx->scratch, .type = type, .part = part};
    struct zip_part relationships;
    *name = NULL;
    if (!zip_read(&docx->zip,
                  arena_printf(docx->scratch, "%.*s_rels/%s.rels", (int)(file - part), part, file),
                  &relationships))
        return false;
    bool read = pull_part("relationships", &relationships, relationship, &wanted, docx->zip.error);
    zip_part_free(&relationships);
    *name = wanted.name;
    return read;
}

/* A zip archive that is something else: say what. */
static bool refuse_archive(struct docx *docx)
{
    static const char text[] = "application/vnd.oasis.opendocument.text";
    struct zip_part type;
    if (!zip_read(&docx->zip, "mimetype", &type))
        return false;
    bool is_text = type.length >= sizeof text - 1 && !memcmp(type.bytes, text, sizeof text - 1);
    zip_part_free(&type);
    return refuse(docx->zip.error,
                  is_text
                      ? _("an OpenDocument text: open it with Word or WPS and save it as .docx")
                      : _("a zip archive without a Word document in it; unpack it and give the files in it"));
}

static bool is_document(struct docx *docx, const char *name)
{
    if (!name)
        return refuse_archive(docx);
    if (!strncasecmp(name, "xl/", 3))
        return refuse(docx->zip.error, _("an Excel workbook (XLSX), not a Word document"));
    if (!strncasecmp(name, "ppt/", 4))
        return refuse(docx->zip.error, _("a PowerPoint presentation (PPTX), not a Word document"));
    return true;
}

static bool read_part(struct docx *docx, const char *of, const char *type, struct zip_part *part)
{
    const char *name;
    return find_related(docx, of, type, &name) && (!name || zip_read(&docx->zip, name, part));
}

/* *name: of the document. */
static bool read_parts(struct docx *docx, const char **name)
{
    if (!find_related(docx, "", "officeDocument", name) || !is_document(docx, *name))
        return false;
    if (!zip_read(&docx->zip, *name, &docx->document))
        return false;
    if (!docx->document.bytes)
        return refuse(docx->zip.error, _("a DOCX without its document: the file is damaged"));
    return read_part(docx, *name, "styles", &docx->styles) &&
           read_part(docx, *name, "numbering", &docx->numbering) &&
           read_part(docx, *name, "comments", &docx->comments);
}

static bool read_body(struct docx *docx, struct docx_block **blocks, struct docx_comment **comments)
{
    struct nb_error *error = docx->zip.error;
    return word_styles_read(&docx->style_table, docx->scratch, &docx->styles, error) &&
           numbering_read(&docx->number_table, docx->scratch, &docx->style_table, &docx->numbering, error) &&
           docx_body_read(blocks, docx->scratch, &docx->document, &docx->style_table, &docx->number_table,
                          error) &&
           docx_comments_read(comments, docx->scratch, &docx->comments, error);
}

static void docx_free(struct docx *docx)
{
    zip_part_free(&docx->document);
    zip_part_free(&docx->styles);
    zip_part_free(&docx->numbering);
    zip_part_free(&docx->comments);
    zip_part_free(&docx->chunk);
    word_styles_free(&docx->style_table);
    numbering_free(&docx->number_table);
    arena_free(docx->scratch);
}

/* What converters of pages write: a document with the page in it, which Word converts when it opens it. */
static struct nb_text *read_chunk(struct nb_arena *arena, const struct input *input,
                                  const struct zip_part *chunk, struct nb_error *error)
{
    struct input page = *input;
    page.bytes = arena_strndup(arena, chunk->bytes, chunk->length);
    page.length = chunk->length;
    page.owned = NULL;
    return read_html(arena, &page, error);
}

struct nb_text *read_docx(struct nb_arena *arena, const struct input *input, struct nb_error *error)
{
    struct docx docx = {.scratch = arena_new()};
    struct docx_block *blocks = NULL;
    struct docx_comment *comments = NULL;
    struct nb_text *text = NULL;
    const char *name;
    docx.zip = (struct zip){.bytes = input->bytes, .length = input->length, .error = error};
    docx.zip.max_size = input_most(input);
    if (read_parts(&docx, &name) && read_body(&docx, &blocks, &comments)) {
        if (blocks)
            text =
                read_tables_between(arena, docx_lower(arena, docx.scratch, blocks, comments), input->lexicon);
        else if (read_part(&docx, name, "aFChunk", &docx.chunk) && docx.chunk.bytes)
            text = read_chunk(arena, input, &docx.chunk, error);
        else
            refuse(error, _("the document holds no text"));
    }
    docx_free(&docx);
    return text;
}
