/* libxml.h - the functions of libxml2 that are called, loaded with it where a page or an archive is first read.
 *
 * Linked, it and what it stands on (ICU, the C++ library) are 3.0 of the 3.7 million instructions of a start, and half of its
 * time. */
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

#ifdef LIBXML_NAME
#define LIBXML_FUNCTIONS(X)                                                                                                      \
    X(__xmlGenericError)                                                                                                         \
    X(__xmlGenericErrorContext)                                                                                                  \
    X(__xmlStructuredError)                                                                                                      \
    X(__xmlStructuredErrorContext)                                                                                               \
    X(htmlCreateMemoryParserCtxt)                                                                                                \
    X(htmlCtxtUseOptions)                                                                                                        \
    X(htmlFreeParserCtxt)                                                                                                        \
    X(htmlParseDocument)                                                                                                         \
    X(xmlDictExists)                                                                                                             \
    X(xmlFreeDoc)                                                                                                                \
    X(xmlFreeTextReader)                                                                                                         \
    X(xmlGetGlobalState)                                                                                                         \
    X(xmlHashAddEntry)                                                                                                           \
    X(xmlHashCreate)                                                                                                             \
    X(xmlHashFree)                                                                                                               \
    X(xmlHashLookup)                                                                                                             \
    X(xmlInitParser)                                                                                                             \
    X(xmlIsMainThread)                                                                                                           \
    X(xmlReaderForMemory)                                                                                                        \
    X(xmlResetLastError)                                                                                                         \
    X(xmlSetGenericErrorFunc)                                                                                                    \
    X(xmlSetStructuredErrorFunc)                                                                                                 \
    X(xmlStopParser)                                                                                                             \
    X(xmlTextReaderConstLocalName)                                                                                               \
    X(xmlTextReaderConstValue)                                                                                                   \
    X(xmlTextReaderCurrentNode)                                                                                                  \
    X(xmlTextReaderDepth)                                                                                                        \
    X(xmlTextReaderIsEmptyElement)                                                                                               \
    X(xmlTextReaderNodeType)                                                                                                     \
    X(xmlTextReaderRead)                                                                                                         \
    X(xmlTextReaderSetStructuredErrorHandler)

extern struct libxml {
#define X(name) __typeof__(name) *name;
    LIBXML_FUNCTIONS(X)
#undef X
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
