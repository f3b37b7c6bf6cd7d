#ifndef CTSITE_CPANGO_SHIM_H
#define CTSITE_CPANGO_SHIM_H

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

// Pango's own headers want the compiler's option -pthread, of which SwiftPM warns in every build.
// These are its declarations of what is used here and in the tests, which have been the same since Pango 1.44
// (pango-font.h, pango-layout.h, pango-context.h, pango-attributes.h, pangocairo.h,
// pangofc-fontmap.h; glib/gslist.h, gobject/gobject.h).

typedef struct _PangoContext PangoContext;
typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoAttrList PangoAttrList;
typedef struct _PangoLanguage PangoLanguage;

typedef struct {
  PangoLayout *layout;
  int start_index;
  int length;
} PangoLayoutLine;

typedef struct {
  const void *klass;
  unsigned int start_index;
  unsigned int end_index;
} PangoAttribute;

typedef struct {
  int x, y, width, height;
} PangoRectangle;

// PANGO_SCALE, and values of PangoDirection, PangoWrapMode and PangoWeight.
enum { ctsite_pango_scale = 1024 };
enum { ctsite_pango_left_to_right = 0, ctsite_pango_right_to_left = 1 };
enum { ctsite_pango_wrap_words = 0, ctsite_pango_wrap_words_or_letters = 2 };
enum { ctsite_pango_normal = 400, ctsite_pango_bold = 700 };

PangoFontMap *pango_cairo_font_map_get_default(void);
PangoFontMap *pango_cairo_font_map_new_for_font_type(cairo_font_type_t type);
void pango_cairo_font_map_set_default(PangoFontMap *map);
cairo_font_type_t pango_cairo_font_map_get_font_type(PangoFontMap *map);
void pango_fc_font_map_set_config(PangoFontMap *map, FcConfig *fonts);
PangoContext *pango_font_map_create_context(PangoFontMap *map);

void pango_cairo_context_set_font_options(PangoContext *context, const cairo_font_options_t *options);
void pango_cairo_context_set_resolution(PangoContext *context, double dpi);
void pango_context_set_round_glyph_positions(PangoContext *context, int rounds);
void pango_context_set_language(PangoContext *context, PangoLanguage *language);
PangoLanguage *pango_language_from_string(const char *tag);
void pango_context_set_base_dir(PangoContext *context, int direction);

PangoFontDescription *pango_font_description_new(void);
void pango_font_description_free(PangoFontDescription *font);
void pango_font_description_set_family(PangoFontDescription *font, const char *families);
void pango_font_description_set_absolute_size(PangoFontDescription *font, double size);
void pango_font_description_set_weight(PangoFontDescription *font, int weight);

PangoLayout *pango_layout_new(PangoContext *context);
void pango_layout_set_auto_dir(PangoLayout *layout, int is_auto);
void pango_layout_set_text(PangoLayout *layout, const char *text, int length);
void pango_layout_set_width(PangoLayout *layout, int width);
void pango_layout_set_wrap(PangoLayout *layout, int mode);
void pango_layout_set_font_description(PangoLayout *layout, const PangoFontDescription *font);
void pango_layout_set_attributes(PangoLayout *layout, PangoAttrList *attributes);
int pango_layout_get_line_count(PangoLayout *layout);
PangoLayoutLine *pango_layout_get_line_readonly(PangoLayout *layout, int line);
void pango_layout_index_to_pos(PangoLayout *layout, int index, PangoRectangle *place);
void pango_layout_line_get_extents(PangoLayoutLine *line, PangoRectangle *ink, PangoRectangle *logical);
void pango_cairo_show_layout_line(cairo_t *canvas, PangoLayoutLine *line);

PangoAttrList *pango_attr_list_new(void);
void pango_attr_list_unref(PangoAttrList *attributes);
void pango_attr_list_insert(PangoAttrList *attributes, PangoAttribute *attribute);
PangoAttribute *pango_attr_scale_new(double factor);
PangoAttribute *pango_attr_insert_hyphens_new(int inserts);

void g_object_unref(void *object);

// A context with these fonts and no others. Pango keeps a font map for each thread; one that has the
// fonts already is left as it is.
static inline PangoContext *ctsite_pango_context(FcConfig *fonts) {
  PangoFontMap *map = pango_cairo_font_map_get_default();
  if (pango_cairo_font_map_get_font_type(map) != CAIRO_FONT_TYPE_FT) {
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_cairo_font_map_set_default(map);
    g_object_unref(map);
  }
  pango_fc_font_map_set_config(map, fonts);
  return pango_font_map_create_context(map);
}

#endif
