/* schema.c - the schemas of the output formats, kept as files beside this one and built in. */
#include "nianbao.h"

#include "schemas.h"

#include <string.h>

const char *nb_schema(const char *format)
{
    if (!strcmp(format, "json") || !strcmp(format, "ndjson"))
        return schema_json;
    if (!strcmp(format, "xml"))
        return schema_xml;
    return !strcmp(format, "csv") ? schema_csv : NULL;
}
