/* libxml.h - libxml2, which is loaded when the first page or document is read: with the libraries that it needs, and their tables,
 * it took half of the time in which the program starts, and reports in plain text need none of it. */
#ifndef NB_LIBXML_H
#define NB_LIBXML_H

#include <libxml/HTMLparser.h>
#include <libxml/globals.h>
#include <libxml/hash.h>
#include <libxml/xmlreader.h>
#include <stdbool.h>

/* All functions that are called. */
#define LIBXML_FUNCTIONS(X) \
    X(htmlCreateMemoryParserCtxt) \
    X(htmlCtxtUseOptions) \
    X(htmlFreeParserCtxt) \
    X(htmlParseDocument) \
    X(xmlFreeDoc) \
    X(xmlFreeTextReader) \
    X(xmlHashAddEntry) \
    X(xmlHashCreate) \
    X(xmlHashFree) \
    X(xmlHashLookup) \
    X(xmlInitParser) \
    X(xmlReaderForMemory) \
    X(xmlSetGenericErrorFunc) \
    X(xmlSetStructuredErrorFunc) \
    X(xmlStopParser) \
    X(xmlStrcmp) \
    X(xmlTextReaderConstLocalName) \
    X(xmlTextReaderConstValue) \
    X(xmlTextReaderCurrentNode) \
    X(xmlTextReaderDepth) \
    X(xmlTextReaderIsEmptyElement) \
    X(xmlTextReaderNodeType) \
    X(xmlTextReaderRead) \
    X(xmlTextReaderSetStructuredErrorHandler) \
    X(__xmlStructuredError) \
    X(__xmlStructuredErrorContext) \
    X(__xmlGenericError) \
    X(__xmlGenericErrorContext)

/* The functions, by their names; there after xml_set_up() (watch.h). */
struct libxml {
#define X(name) __typeof__(name) *name;
    LIBXML_FUNCTIONS(X)
#undef X
};
extern struct libxml libxml;

/* For xml_set_up(): load libxml2, once, one thread at a time. False where it is not there. */
bool libxml_load(void);

#endif
