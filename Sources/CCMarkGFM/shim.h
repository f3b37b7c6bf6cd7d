#ifndef CTSITE_CCMARKGFM_SHIM_H
#define CTSITE_CCMARKGFM_SHIM_H

// node.h is included for the length of literals: the getters of cmark-gfm.h return C strings, and
// copy every literal to end it with a zero.
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// glibc declares it only where GNU extensions are asked for.
extern void *memmem(const void *text, size_t text_length, const void *part, size_t part_length);

// Where the first place of a part in a text begins, in time linear in both; nil when there is none.
static inline const void *ctsite_find(
    const void *text, size_t text_length, const void *part, size_t part_length) {
  return memmem(text, text_length, part, part_length);
}

// How many bytes come before the first of a kind; all of them when there is none.
static inline size_t ctsite_length_before(
    unsigned char byte, const unsigned char *text, size_t length) {
  const unsigned char *found = length > 0 ? memchr(text, byte, length) : NULL;
  return found ? (size_t)(found - text) : length;
}

// The extensions' node types are variables that no installed header declares; they are written
// once, when the extensions are registered.
extern cmark_node_type CMARK_NODE_STRIKETHROUGH, CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW,
    CMARK_NODE_TABLE_CELL;

enum ctsite_kind {
  CTSITE_DOCUMENT,
  CTSITE_BLOCK_QUOTE,
  CTSITE_LIST,
  CTSITE_ITEM,
  CTSITE_CODE_BLOCK,
  CTSITE_HTML_BLOCK,
  CTSITE_PARAGRAPH,
  CTSITE_HEADING,
  CTSITE_THEMATIC_BREAK,
  CTSITE_FOOTNOTE_DEFINITION,
  CTSITE_TABLE,
  CTSITE_TABLE_ROW,
  CTSITE_TABLE_CELL,
  CTSITE_TEXT,
  CTSITE_SOFT_BREAK,
  CTSITE_LINE_BREAK,
  CTSITE_CODE,
  CTSITE_HTML_INLINE,
  CTSITE_EMPHASIS,
  CTSITE_STRONG,
  CTSITE_LINK,
  CTSITE_IMAGE,
  CTSITE_FOOTNOTE_REFERENCE,
  CTSITE_STRIKETHROUGH,
  CTSITE_OTHER
};

// What a node is, extensions included.
static inline int ctsite_node_kind(const cmark_node *node) {
  switch (node->type) {
  case CMARK_NODE_DOCUMENT: return CTSITE_DOCUMENT;
  case CMARK_NODE_BLOCK_QUOTE: return CTSITE_BLOCK_QUOTE;
  case CMARK_NODE_LIST: return CTSITE_LIST;
  case CMARK_NODE_ITEM: return CTSITE_ITEM;
  case CMARK_NODE_CODE_BLOCK: return CTSITE_CODE_BLOCK;
  case CMARK_NODE_HTML_BLOCK: return CTSITE_HTML_BLOCK;
  case CMARK_NODE_PARAGRAPH: return CTSITE_PARAGRAPH;
  case CMARK_NODE_HEADING: return CTSITE_HEADING;
  case CMARK_NODE_THEMATIC_BREAK: return CTSITE_THEMATIC_BREAK;
  case CMARK_NODE_FOOTNOTE_DEFINITION: return CTSITE_FOOTNOTE_DEFINITION;
  case CMARK_NODE_TEXT: return CTSITE_TEXT;
  case CMARK_NODE_SOFTBREAK: return CTSITE_SOFT_BREAK;
  case CMARK_NODE_LINEBREAK: return CTSITE_LINE_BREAK;
  case CMARK_NODE_CODE: return CTSITE_CODE;
  case CMARK_NODE_HTML_INLINE: return CTSITE_HTML_INLINE;
  case CMARK_NODE_EMPH: return CTSITE_EMPHASIS;
  case CMARK_NODE_STRONG: return CTSITE_STRONG;
  case CMARK_NODE_LINK: return CTSITE_LINK;
  case CMARK_NODE_IMAGE: return CTSITE_IMAGE;
  case CMARK_NODE_FOOTNOTE_REFERENCE: return CTSITE_FOOTNOTE_REFERENCE;
  default: break;
  }
  if (node->type == CMARK_NODE_STRIKETHROUGH) return CTSITE_STRIKETHROUGH;
  if (node->type == CMARK_NODE_TABLE) return CTSITE_TABLE;
  if (node->type == CMARK_NODE_TABLE_ROW) return CTSITE_TABLE_ROW;
  if (node->type == CMARK_NODE_TABLE_CELL) return CTSITE_TABLE_CELL;
  return CTSITE_OTHER;
}

// The text of a node: of a text, code, HTML, code block, footnote or reference to one.
static inline const unsigned char *ctsite_node_literal(const cmark_node *node, size_t *length) {
  const cmark_chunk *chunk =
      node->type == CMARK_NODE_CODE_BLOCK ? &node->as.code.literal : &node->as.literal;
  *length = (size_t)chunk->len;
  return chunk->data;
}

static inline const unsigned char *ctsite_node_info(const cmark_node *node, size_t *length) {
  *length = (size_t)node->as.code.info.len;
  return node->as.code.info.data;
}

static inline const unsigned char *ctsite_node_url(const cmark_node *node, size_t *length) {
  *length = (size_t)node->as.link.url.len;
  return node->as.link.url.data;
}

static inline const unsigned char *ctsite_node_title(const cmark_node *node, size_t *length) {
  *length = (size_t)node->as.link.title.len;
  return node->as.link.title.data;
}

static inline cmark_node *ctsite_node_next(const cmark_node *node) { return node->next; }
static inline cmark_node *ctsite_node_previous(const cmark_node *node) { return node->prev; }
static inline cmark_node *ctsite_node_parent(const cmark_node *node) { return node->parent; }
static inline cmark_node *ctsite_node_first_child(const cmark_node *node) {
  return node->first_child;
}

static inline int ctsite_node_start_line(const cmark_node *node) { return node->start_line; }
static inline int ctsite_node_end_line(const cmark_node *node) { return node->end_line; }
static inline int ctsite_heading_level(const cmark_node *node) { return node->as.heading.level; }

static inline bool ctsite_list_is_ordered(const cmark_node *node) {
  return node->as.list.list_type == CMARK_ORDERED_LIST;
}
static inline int ctsite_list_start(const cmark_node *node) { return node->as.list.start; }
static inline bool ctsite_list_is_tight(const cmark_node *node) { return node->as.list.tight; }

// True for an item that the task list extension recognised.
static inline bool ctsite_item_is_task(const cmark_node *node) { return node->extension != NULL; }
static inline bool ctsite_item_is_checked(const cmark_node *node) { return node->as.list.checked; }

// The note that a reference names, and how many references name a note.
static inline cmark_node *ctsite_reference_definition(const cmark_node *node) {
  return node->parent_footnote_def;
}
static inline int ctsite_definition_references(const cmark_node *node) {
  return node->footnote.def_count;
}

#endif
