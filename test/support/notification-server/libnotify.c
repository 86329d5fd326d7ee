/* Stands in for libnotify and the server behind it: writes down each notice and answers it as NOTICE_ANSWER says
   (pressed, closed, ignored, refused). What Electron calls of libnotify is here, declared by hand as its headers have
   it, and so are the few functions of GLib, which Electron itself brings along. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { unsigned long type; const char *name; unsigned class_size, instance_size; } Query;
extern void g_type_query(unsigned long, Query *);
extern unsigned long g_type_register_static_simple(unsigned long, const char *, unsigned, void *, unsigned, void *, int);
extern void *g_object_new(unsigned long, const char *, ...);
extern unsigned g_signal_new(const char *, unsigned long, int, unsigned, void *, void *, void *, unsigned long, unsigned, ...);
extern void g_signal_emit_by_name(void *, const char *, ...);
extern unsigned g_idle_add(int (*)(void *), void *);
extern void *g_list_append(void *, void *);
extern char *g_strdup(const char *);
extern unsigned g_quark_from_string(const char *);
extern void g_set_error_literal(void *, unsigned, int, const char *);

typedef void (*Action)(void *, char *, void *);
static Action action;
static void *action_data;

static int answers(const char *how) {
  const char *answer = getenv("NOTICE_ANSWER");
  return answer != NULL && strcmp(answer, how) == 0;
}

int notify_init(const char *name) { (void)name; return 1; }
int notify_is_initted(void) { return 1; }
void *notify_get_server_caps(void) { return g_list_append(NULL, g_strdup("actions")); }
int notify_get_server_info(char **name, char **vendor, char **version, char **spec) {
  if (name) *name = g_strdup("stand-in");
  if (vendor) *vendor = g_strdup("tests");
  if (version) *version = g_strdup("1");
  if (spec) *spec = g_strdup("1.2");
  return 1;
}

void *notify_notification_new(const char *title, const char *body, const char *icon) {
  static unsigned long type = 0;
  (void)icon;
  if (type == 0) {
    Query object;
    g_type_query(20 << 2 /* G_TYPE_OBJECT */, &object);
    type = g_type_register_static_simple(20 << 2, "StandInNotice", object.class_size, NULL, object.instance_size, NULL, 0);
    g_signal_new("closed", type, 2 /* G_SIGNAL_RUN_LAST */, 0, NULL, NULL, NULL, 1 << 2 /* G_TYPE_NONE */, 0);
  }
  FILE *book = fopen(getenv("NOTICE_BOOK"), "a");
  if (book) { fprintf(book, "%s\t%s\n", title, body); fclose(book); }
  return g_object_new(type, NULL);
}

void notify_notification_add_action(void *n, const char *id, const char *label, Action call, void *data, void *free) {
  (void)n; (void)label; (void)free;
  if (strcmp(id, "default") == 0) { action = call; action_data = data; }
}
void notify_notification_set_hint(void *n, const char *key, void *value) { (void)n; (void)key; (void)value; }
void notify_notification_set_image_from_pixbuf(void *n, void *image) { (void)n; (void)image; }
void notify_notification_set_timeout(void *n, int timeout) { (void)n; (void)timeout; }
void notify_notification_set_urgency(void *n, int urgency) { (void)n; (void)urgency; }
int notify_notification_close(void *n, void *error) { (void)n; (void)error; return 1; }

static int press(void *n) { action(n, "default", action_data); return 0; }
static int put_away(void *n) { g_signal_emit_by_name(n, "closed"); return 0; }

int notify_notification_show(void *n, void *error) {
  if (answers("refused")) {
    g_set_error_literal(error, g_quark_from_string("stand-in"), 1, "nobody shows notices here");
    return 0;
  }
  if (answers("pressed")) g_idle_add(press, n);
  if (answers("closed")) g_idle_add(put_away, n);
  return 1;
}
