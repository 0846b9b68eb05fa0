/* libxml.h - the functions of libxml2 that are called, loaded with it where a page or an archive is first
 * read.
 *
 * Linked, it and what it stands on (ICU, the C++ library) are 3.0 of the 3.7 million instructions of a start,
 * and half of its time. */
#ifndef NB_LIBXML_H
#define NB_LIBXML_H

#include "config.h"

#include <libxml/HTMLparser.h>
#include <libxml/dict.h>
#include <libxml/globals.h>
#include <libxml/hash.h>
#include <libxml/threads.h>
#include <libxml/xmlreader.h>
#include <stdbool.h>

/* Load it; false: it is not there, or not the one that this was built with. By one thread at a time. */
bool libxml_load(void);

#if defined LIBXML_NAME && !defined LIBXML_LINKED /* as it is in a web page */
#define LIBXML_LOADED
extern struct libxml {
#define FUNCTION(name) __typeof__(name) *name;
#include "libxml.def"
#undef FUNCTION
} libxml;

#ifndef LIBXML_LOADER /* which speaks of them by their own names */
#define __xmlGenericError libxml.__xmlGenericError
#define __xmlGenericErrorContext libxml.__xmlGenericErrorContext
#define __xmlStructuredError libxml.__xmlStructuredError
#define __xmlStructuredErrorContext libxml.__xmlStructuredErrorContext
#define htmlCreateMemoryParserCtxt libxml.htmlCreateMemoryParserCtxt
#define htmlCtxtUseOptions libxml.htmlCtxtUseOptions
#define htmlFreeParserCtxt libxml.htmlFreeParserCtxt
#define htmlParseDocument libxml.htmlParseDocument
#define xmlDictExists libxml.xmlDictExists
#define xmlFreeDoc libxml.xmlFreeDoc
#define xmlFreeTextReader libxml.xmlFreeTextReader
#define xmlGetGlobalState libxml.xmlGetGlobalState
#define xmlHashAddEntry libxml.xmlHashAddEntry
#define xmlHashCreate libxml.xmlHashCreate
#define xmlHashFree libxml.xmlHashFree
#define xmlHashLookup libxml.xmlHashLookup
#define xmlInitParser libxml.xmlInitParser
#define xmlIsMainThread libxml.xmlIsMainThread
#define xmlReaderForMemory libxml.xmlReaderForMemory
#define xmlResetLastError libxml.xmlResetLastError
#define xmlSetGenericErrorFunc libxml.xmlSetGenericErrorFunc
#define xmlSetStructuredErrorFunc libxml.xmlSetStructuredErrorFunc
#define xmlStopParser libxml.xmlStopParser
#define xmlTextReaderConstLocalName libxml.xmlTextReaderConstLocalName
#define xmlTextReaderConstValue libxml.xmlTextReaderConstValue
#define xmlTextReaderCurrentNode libxml.xmlTextReaderCurrentNode
#define xmlTextReaderDepth libxml.xmlTextReaderDepth
#define xmlTextReaderIsEmptyElement libxml.xmlTextReaderIsEmptyElement
#define xmlTextReaderNodeType libxml.xmlTextReaderNodeType
#define xmlTextReaderRead libxml.xmlTextReaderRead
#define xmlTextReaderSetStructuredErrorHandler libxml.xmlTextReaderSetStructuredErrorHandler
#endif
#endif

#endif
