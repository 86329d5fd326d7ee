/*
 * A PKCS#11 library that behaves as a Рутокен ЭЦП 3.0 with firmware 30.2: fifteen slots with the token in one, the
 * vendor's strings, seventy mechanisms of which some are listed and then unknown, ten tries for each PIN counted
 * exactly, C_EX_GetTokenInfoExtended with a structure of 256 bytes, and C_EX_UnblockUserPIN.
 *
 * RSA, objects and sessions are SoftHSM2's (RUTOKEN_SOFTHSM names its library); ГОСТ keys are made and used by the
 * openssl program with its ГОСТ engine (RUTOKEN_OPENSSL_CONF names its configuration). Written from the PKCS#11 v2.40 standard and from what was
 * observed on the device, not from the product's code.
 */
#include <dlfcn.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef unsigned long ulong_t;
typedef unsigned char byte_t;
typedef struct { byte_t major, minor; } version_t;
typedef struct { version_t version; void *function[68]; } function_list_t;
typedef struct { version_t cryptoki; byte_t manufacturer[32]; ulong_t flags; byte_t description[32]; version_t library; } info_t;
typedef struct { byte_t description[64]; byte_t manufacturer[32]; ulong_t flags; version_t hardware, firmware; } slot_info_t;
typedef struct {
  byte_t label[32], manufacturer[32], model[16], serial[16];
  ulong_t flags, max_sessions, sessions, max_rw_sessions, rw_sessions, max_pin, min_pin;
  ulong_t total_public, free_public, total_private, free_private;
  version_t hardware, firmware;
  byte_t time[16];
} token_info_t;
typedef struct { ulong_t slot, state, flags, device_error; } session_info_t;
typedef struct { ulong_t min, max, flags; } mechanism_info_t;
typedef struct { ulong_t mechanism; void *parameter; ulong_t length; } mechanism_t;
typedef struct { ulong_t type; void *value; ulong_t length; } attribute_t;

typedef struct {
  ulong_t size, type, protocol, microcode, order, flags;
  ulong_t max_admin_pin, min_admin_pin, max_user_pin, min_user_pin;
  ulong_t max_admin_retry, admin_left, max_user_retry, user_left;
  byte_t serial[8];
  ulong_t total_memory, free_memory;
  byte_t atr[64];
  ulong_t atr_length, class, voltage, color, checksum, battery, battery_flags;
} extended_info_t;
_Static_assert(sizeof(extended_info_t) == 256, "the structure of a 64-bit Linux");

enum {
  OK = 0, SLOT_ID_INVALID = 3, FUNCTION_FAILED = 6, ARGUMENTS_BAD = 7, ATTRIBUTE_SENSITIVE = 0x11,
  ATTRIBUTE_TYPE_INVALID = 0x12, DATA_LEN_RANGE = 0x21, MECHANISM_INVALID = 0x70, MECHANISM_PARAM_INVALID = 0x71,
  PIN_INCORRECT = 0xa0, PIN_LEN_RANGE = 0xa2, PIN_LOCKED = 0xa4, TEMPLATE_INCOMPLETE = 0xd0,
  TOKEN_NOT_PRESENT = 0xe0, NOT_LOGGED_IN = 0x101, BUFFER_TOO_SMALL = 0x150
};
enum { SLOTS = 15, OUR_SLOT = 3, TRIES = 10, SO = 0, USER = 1, MIN_PIN = 6, MAX_PIN = 249 };

static function_list_t *soft;
static ulong_t soft_slot;
static int left[2] = { TRIES, TRIES };
static const char *factory[2] = { "87654321", "12345678" };
static int is_factory[2] = { 0, 0 };

#define SOFT(index, ...) ((ulong_t(*)())soft->function[index])(__VA_ARGS__)

static void padded(byte_t *field, size_t size, const char *text) {
  memset(field, ' ', size);
  memcpy(field, text, strlen(text));
}

/* ---------------------------------------------------------------- slots and the token */

static ulong_t find_soft_slot(void) {
  ulong_t slots[16], count = 16;
  ulong_t code = SOFT(4, (byte_t)1, slots, &count);
  if (code != OK) return code;
  for (ulong_t i = 0; i < count; i++) {
    token_info_t token;
    if (SOFT(6, slots[i], &token) == OK && (token.flags & 0x400)) {
      soft_slot = slots[i];
      return OK;
    }
  }
  return FUNCTION_FAILED;
}

static ulong_t c_initialize(void *arguments) {
  ulong_t code = SOFT(0, arguments);
  return code == OK ? find_soft_slot() : code;
}

static ulong_t c_get_info(info_t *info) {
  ulong_t code = SOFT(2, info);
  if (code != OK) return code;
  padded(info->manufacturer, 32, "Aktiv Co.");
  padded(info->description, 32, "Rutoken ECP PKCS #11 library");
  info->library = (version_t){ 2, 21 };
  return OK;
}

static ulong_t c_get_slot_list(byte_t present, ulong_t *list, ulong_t *count) {
  ulong_t total = present ? 1 : SLOTS;
  if (list == NULL) {
    *count = total;
    return OK;
  }
  if (*count < total) return BUFFER_TOO_SMALL;
  *count = total;
  if (present) list[0] = OUR_SLOT;
  else for (ulong_t i = 0; i < SLOTS; i++) list[i] = i;
  return OK;
}

static ulong_t c_get_slot_info(ulong_t slot, slot_info_t *info) {
  if (slot >= SLOTS) return SLOT_ID_INVALID;
  memset(info, 0, sizeof *info);
  char name[64];
  snprintf(name, sizeof name, "Aktiv Rutoken ECP 00 %02lu", slot == OUR_SLOT ? 0 : slot);
  padded(info->description, 64, slot == OUR_SLOT ? name : "");
  padded(info->manufacturer, 32, "Aktiv Co.");
  info->flags = slot == OUR_SLOT ? 0x7 : 0x6;
  return OK;
}

static ulong_t in_our_slot(ulong_t slot) {
  if (slot >= SLOTS) return SLOT_ID_INVALID;
  return slot == OUR_SLOT ? OK : TOKEN_NOT_PRESENT;
}

static ulong_t tries_flags(int tries) {
  return tries == 0 ? 0x40000 : tries == 1 ? 0x20000 : tries == 2 ? 0x10000 : 0;
}

static ulong_t c_get_token_info(ulong_t slot, token_info_t *token) {
  ulong_t code = in_our_slot(slot);
  if (code == OK) code = SOFT(6, soft_slot, token);
  if (code != OK) return code;
  if (strncmp((char *)token->label, "blank", 5) == 0) padded(token->label, 32, "Rutoken ECP <no label>");
  padded(token->manufacturer, 32, "Aktiv Co.");
  padded(token->model, 16, "Rutoken ECP");
  padded(token->serial, 16, "12ab34cd");
  token->hardware = (version_t){ 59, 0 };
  token->firmware = (version_t){ 30, 2 };
  token->min_pin = MIN_PIN;
  token->max_pin = MAX_PIN;
  token->flags &= ~0x770000UL;
  token->flags |= tries_flags(left[USER]) | tries_flags(left[SO]) << 4;
  return OK;
}

/* Seventy, as a device of this firmware lists; the last ones it lists and then does not know. */
static const ulong_t mechanisms[70] = {
  0x0, 0x1, 0x3, 0x5, 0x6, 0x9, 0xd, 0xe, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47,
  0x1200, 0x1201, 0x1202, 0x1203, 0x1204, 0x1210, 0x1211, 0x1220, 0x1221, 0x1222, 0x1223, 0x1224,
  0xd4321005, 0xd4321006, 0xd4321007, 0xd4321008, 0xd4321009, 0xd4321012, 0xd4321013, 0xd4321014, 0xd4321015,
  0x210, 0x211, 0x220, 0x221, 0x250, 0x251, 0x255, 0x256, 0x260, 0x261, 0x270, 0x271,
  0x1040, 0x1041, 0x1042, 0x1050, 0x350, 0x360,
  0xd4321018, 0xd4321019, 0xd432101a, 0xd432101b, 0xd432101c, 0xd432101d, 0xd432101e, 0xd432101f,
  0xd4321020, 0xd4321021, 0xd4321022, 0xd4321023, 0xd4321024, 0xd4321025, 0xd4321026
};

static ulong_t c_get_mechanism_list(ulong_t slot, ulong_t *list, ulong_t *count) {
  ulong_t code = in_our_slot(slot);
  if (code != OK) return code;
  if (list != NULL && *count < 70) return BUFFER_TOO_SMALL;
  if (list != NULL) memcpy(list, mechanisms, sizeof mechanisms);
  *count = 70;
  return OK;
}

static ulong_t c_get_mechanism_info(ulong_t slot, ulong_t mechanism, mechanism_info_t *info) {
  ulong_t code = in_our_slot(slot);
  if (code != OK) return code;
  int listed = 0;
  for (int i = 0; i < 70; i++) listed |= mechanisms[i] == mechanism;
  if (!listed || (mechanism >= 0xd4321018 && mechanism <= 0xd4321026)) return MECHANISM_INVALID;
  switch (mechanism) {
    case 0x0: *info = (mechanism_info_t){ 512, 4096, 0x10001 }; break;
    case 0x1200: *info = (mechanism_info_t){ 256, 256, 0x10001 }; break;
    case 0xd4321005: *info = (mechanism_info_t){ 512, 512, 0x10001 }; break;
    case 0x1040: *info = (mechanism_info_t){ 256, 256, 0x10001 }; break;
    default: *info = (mechanism_info_t){ 0, 4096, 0x2801 };
  }
  return OK;
}

/* ---------------------------------------------------------------- sessions and PINs */

static int logged_in(ulong_t session, int role) {
  session_info_t info;
  if (SOFT(15, session, &info) != OK) return 0;
  return role == SO ? info.state == 4 : info.state == 1 || info.state == 3;
}

static ulong_t c_open_session(ulong_t slot, ulong_t flags, void *application, void *notify, ulong_t *session) {
  ulong_t code = in_our_slot(slot);
  return code == OK ? SOFT(12, soft_slot, flags, application, notify, session) : code;
}

static ulong_t c_close_all_sessions(ulong_t slot) {
  ulong_t code = in_our_slot(slot);
  return code == OK ? SOFT(14, soft_slot) : code;
}

static ulong_t c_get_session_info(ulong_t session, session_info_t *info) {
  ulong_t code = SOFT(15, session, info);
  if (code == OK) info->slot = OUR_SLOT;
  return code;
}

/* After ten wrong PINs the token is locked, though the tenth answer still says "incorrect"; the eleventh says it. */
static ulong_t counted(int role, ulong_t code) {
  if (code == PIN_INCORRECT) left[role]--;
  if (code == OK) left[role] = TRIES;
  return code;
}

static ulong_t c_login(ulong_t session, ulong_t user, byte_t *pin, ulong_t length) {
  if (user > USER) return SOFT(18, session, user, pin, length);
  if (left[user] == 0) return PIN_LOCKED;
  ulong_t code = counted((int)user, SOFT(18, session, user, pin, length));
  if (code == OK) is_factory[user] = length == 8 && memcmp(pin, factory[user], 8) == 0;
  return code;
}

static ulong_t c_set_pin(ulong_t session, byte_t *old, ulong_t old_length, byte_t *fresh, ulong_t length) {
  if (!logged_in(session, USER) && !logged_in(session, SO)) return NOT_LOGGED_IN;
  int role = logged_in(session, USER) ? USER : SO;
  if (length < MIN_PIN || length > MAX_PIN) return PIN_LEN_RANGE;
  if (left[role] == 0) return PIN_LOCKED;
  ulong_t code = counted(role, SOFT(11, session, old, old_length, fresh, length));
  if (code == OK) is_factory[role] = length == 8 && memcmp(fresh, factory[role], 8) == 0;
  return code;
}

static ulong_t c_init_pin(ulong_t session, byte_t *pin, ulong_t length) {
  if (length < MIN_PIN || length > MAX_PIN) return PIN_LEN_RANGE;
  ulong_t code = SOFT(10, session, pin, length);
  if (code == OK) {
    left[USER] = TRIES;
    is_factory[USER] = length == 8 && memcmp(pin, factory[USER], 8) == 0;
  }
  return code;
}

static ulong_t c_init_token(ulong_t slot, byte_t *pin, ulong_t length, byte_t *label) {
  ulong_t code = in_our_slot(slot);
  if (code != OK) return code;
  if (left[SO] == 0) return PIN_LOCKED;
  return counted(SO, SOFT(9, soft_slot, pin, length, label));
}

/* ---------------------------------------------------------------- ГОСТ keys */

#define OPENSSL "OPENSSL_CONF=\"$RUTOKEN_OPENSSL_CONF\" openssl"

enum { GOST_OBJECTS = 32, ATTRIBUTES = 32, HANDLES = 0x70000000 };
typedef struct {
  int used, private, point_length;
  char key[64];
  attribute_t attribute[ATTRIBUTES];
  int attributes;
} gost_object_t;

static gost_object_t objects[GOST_OBJECTS];
static char folder[] = "/tmp/rutoken-library-XXXXXX";
static int has_folder;
static struct { ulong_t session; gost_object_t *key; int hashes; } signing;
static struct { ulong_t session; ulong_t handle[64]; int count, next, ours; } search;

static int run(const char *format, ...) {
  char command[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(command, sizeof command, format, arguments);
  va_end(arguments);
  return system(command);
}

static long read_file(const char *name, byte_t *content, size_t room) {
  char path[256];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (file == NULL) return -1;
  long size = (long)fread(content, 1, room, file);
  fclose(file);
  return size;
}

static int write_file(const char *name, const byte_t *content, size_t size) {
  char path[256];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "wb");
  if (file == NULL) return -1;
  fwrite(content, 1, size, file);
  return fclose(file);
}

static void remove_folder(void) { run("rm -rf %s", folder); }

static void keep(gost_object_t *object, ulong_t type, const void *value, ulong_t length) {
  if (object->attributes == ATTRIBUTES) return;
  attribute_t *kept = &object->attribute[object->attributes++];
  *kept = (attribute_t){ type, malloc(length ? length : 1), length };
  memcpy(kept->value, value, length);
}

static attribute_t *attribute_of(attribute_t *list, ulong_t count, ulong_t type) {
  for (ulong_t i = 0; i < count; i++) if (list[i].type == type) return &list[i];
  return NULL;
}

static gost_object_t *gost_object(ulong_t handle) {
  if (handle < HANDLES || handle >= HANDLES + GOST_OBJECTS) return NULL;
  gost_object_t *object = &objects[handle - HANDLES];
  return object->used ? object : NULL;
}

static const struct { const char *der; size_t length; const char *name; } parameter_sets[] = {
  { "\x06\x07\x2a\x85\x03\x02\x02\x23\x01", 9, "A" },
  { "\x06\x07\x2a\x85\x03\x02\x02\x24\x00", 9, "XA" },
  { "\x06\x09\x2a\x85\x03\x07\x01\x02\x01\x01\x01", 11, "TCA" },
  { "\x06\x09\x2a\x85\x03\x07\x01\x02\x01\x01\x02", 11, "TCB" },
};

static gost_object_t *add_object(attribute_t *template, ulong_t count, ulong_t class, const char *key, ulong_t *handle) {
  for (int i = 0; i < GOST_OBJECTS; i++) {
    if (objects[i].used) continue;
    gost_object_t *object = &objects[i];
    memset(object, 0, sizeof *object);
    object->used = 1;
    object->private = class == 3;
    snprintf(object->key, sizeof object->key, "%s", key);
    ulong_t type = 0x30;
    for (ulong_t j = 0; j < count; j++)
      if (template[j].type != 0 && template[j].type != 0x100)
        keep(object, template[j].type, template[j].value, template[j].length);
    keep(object, 0, &class, sizeof class);
    keep(object, 0x100, &type, sizeof type);
    *handle = HANDLES + (ulong_t)i;
    return object;
  }
  return NULL;
}

static ulong_t generate_gost(attribute_t *public, ulong_t publics, attribute_t *private, ulong_t privates,
                             ulong_t *public_handle, ulong_t *private_handle) {
  static int number;
  attribute_t *parameters = attribute_of(public, publics, 0x250);
  if (parameters == NULL) return TEMPLATE_INCOMPLETE;
  const char *set = NULL;
  for (size_t i = 0; i < sizeof parameter_sets / sizeof *parameter_sets; i++)
    if (parameters->length == parameter_sets[i].length &&
        memcmp(parameters->value, parameter_sets[i].der, parameters->length) == 0)
      set = parameter_sets[i].name;
  if (set == NULL) return 0x13;
  if (!has_folder) {
    if (mkdtemp(folder) == NULL) return FUNCTION_FAILED;
    has_folder = 1;
    atexit(remove_folder);
  }
  char key[64];
  snprintf(key, sizeof key, "key-%d", ++number);
  if (run(OPENSSL " genpkey -algorithm gost2012_256 -pkeyopt paramset:%s -out %s/%s 2>/dev/null", set, folder, key) ||
      run(OPENSSL " pkey -in %s/%s -pubout -outform DER -out %s/public 2>/dev/null", folder, key, folder))
    return FUNCTION_FAILED;
  byte_t info[512];
  long size = read_file("public", info, sizeof info);
  /* The SubjectPublicKeyInfo ends with the point as the token gives it: X, then Y, each little-endian. */
  if (size < 64) return FUNCTION_FAILED;
  gost_object_t *object = add_object(public, publics, 2, key, public_handle);
  if (object == NULL) return 0x31;
  keep(object, 0x11, info + size - 64, 64);
  return add_object(private, privates, 3, key, private_handle) ? OK : 0x31;
}

static ulong_t c_generate_key_pair(ulong_t session, mechanism_t *mechanism, attribute_t *public, ulong_t publics,
                                   attribute_t *private, ulong_t privates, ulong_t *public_handle,
                                   ulong_t *private_handle) {
  if (mechanism->mechanism == 0x1200) {
    if (mechanism->length != 0) return MECHANISM_PARAM_INVALID;
    if (!logged_in(session, USER)) return NOT_LOGGED_IN;
    return generate_gost(public, publics, private, privates, public_handle, private_handle);
  }
  if (mechanism->mechanism != 0) return MECHANISM_INVALID;
  return SOFT(59, session, mechanism, public, publics, private, privates, public_handle, private_handle);
}

static int matches(gost_object_t *object, attribute_t *template, ulong_t count) {
  for (ulong_t i = 0; i < count; i++) {
    attribute_t *own = attribute_of(object->attribute, (ulong_t)object->attributes, template[i].type);
    if (own == NULL || own->length != template[i].length) return 0;
    if (memcmp(own->value, template[i].value, own->length) != 0) return 0;
  }
  return 1;
}

static ulong_t c_find_objects_init(ulong_t session, attribute_t *template, ulong_t count) {
  ulong_t code = SOFT(26, session, template, count);
  if (code != OK) return code;
  search.session = session;
  search.count = search.next = 0;
  for (int i = 0; i < GOST_OBJECTS; i++) {
    if (!objects[i].used || !matches(&objects[i], template, count)) continue;
    if (objects[i].private && !logged_in(session, USER)) continue;
    search.handle[search.count++] = HANDLES + (ulong_t)i;
  }
  return OK;
}

static ulong_t c_find_objects(ulong_t session, ulong_t *list, ulong_t room, ulong_t *count) {
  ulong_t own = 0;
  while (session == search.session && search.next < search.count && own < room) list[own++] = search.handle[search.next++];
  ulong_t others = 0;
  ulong_t code = own < room ? SOFT(27, session, list + own, room - own, &others) : OK;
  *count = own + others;
  return code;
}

static ulong_t c_get_attribute_value(ulong_t session, ulong_t handle, attribute_t *wanted, ulong_t count) {
  gost_object_t *object = gost_object(handle);
  if (object == NULL) return SOFT(24, session, handle, wanted, count);
  ulong_t code = OK;
  for (ulong_t i = 0; i < count; i++) {
    attribute_t *own = attribute_of(object->attribute, (ulong_t)object->attributes, wanted[i].type);
    if (own == NULL) {
      code = object->private && wanted[i].type == 0x11 ? ATTRIBUTE_SENSITIVE : ATTRIBUTE_TYPE_INVALID;
      wanted[i].length = (ulong_t)-1;
      continue;
    }
    if (wanted[i].value != NULL && wanted[i].length < own->length) {
      code = BUFFER_TOO_SMALL;
      wanted[i].length = (ulong_t)-1;
      continue;
    }
    if (wanted[i].value != NULL) memcpy(wanted[i].value, own->value, own->length);
    wanted[i].length = own->length;
  }
  return code;
}

static ulong_t c_destroy_object(ulong_t session, ulong_t handle) {
  gost_object_t *object = gost_object(handle);
  if (object == NULL) return SOFT(22, session, handle);
  if (!logged_in(session, USER)) return NOT_LOGGED_IN;
  object->used = 0;
  return OK;
}

static ulong_t c_sign_init(ulong_t session, mechanism_t *mechanism, ulong_t handle) {
  gost_object_t *object = gost_object(handle);
  signing.key = NULL;
  if (object == NULL) return SOFT(42, session, mechanism, handle);
  if (!object->private) return 0x68;
  if (mechanism->mechanism != 0x1201 && mechanism->mechanism != 0xd4321008) return MECHANISM_INVALID;
  signing.session = session;
  signing.key = object;
  signing.hashes = mechanism->mechanism == 0xd4321008;
  return OK;
}

static ulong_t c_sign(ulong_t session, byte_t *data, ulong_t size, byte_t *signature, ulong_t *length) {
  if (signing.key == NULL || signing.session != session) return SOFT(43, session, data, size, signature, length);
  if (signature == NULL || *length < 64) {
    ulong_t code = signature == NULL ? OK : BUFFER_TOO_SMALL;
    *length = 64;
    return code;
  }
  const char *key = signing.key->key;
  int hashes = signing.hashes;
  signing.key = NULL;
  if (!hashes && size != 32) return DATA_LEN_RANGE;
  if (write_file("data", data, size) != 0) return FUNCTION_FAILED;
  int failed = hashes
    ? run(OPENSSL " dgst -md_gost12_256 -sign %s/%s -out %s/signature %s/data 2>/dev/null", folder, key, folder, folder)
    : run(OPENSSL " pkeyutl -sign -inkey %s/%s -in %s/data -out %s/signature 2>/dev/null", folder, key, folder, folder);
  if (failed || read_file("signature", signature, 64) != 64) return FUNCTION_FAILED;
  *length = 64;
  return OK;
}

/* ---------------------------------------------------------------- the vendor's own functions */

ulong_t C_EX_GetTokenInfoExtended(ulong_t slot, extended_info_t *info) {
  ulong_t code = in_our_slot(slot);
  if (code != OK) return code;
  if (info == NULL || info->size != sizeof *info) return ARGUMENTS_BAD;
  memset(info, 0, sizeof *info);
  info->size = sizeof *info;
  info->type = 1;
  info->flags = 0x3UL | (is_factory[SO] ? 0 : 0x4) | (is_factory[USER] ? 0 : 0x8);
  info->max_admin_pin = info->max_user_pin = MAX_PIN;
  info->min_admin_pin = info->min_user_pin = MIN_PIN;
  info->max_admin_retry = info->max_user_retry = TRIES;
  info->admin_left = (ulong_t)left[SO];
  info->user_left = (ulong_t)left[USER];
  memcpy(info->serial, "\x00\x00\x00\x00\x12\xab\x34\xcd", 8);
  info->total_memory = 131072;
  info->free_memory = 98304;
  info->class = 1;
  info->color = 1;
  return OK;
}

ulong_t C_EX_UnblockUserPIN(ulong_t session) {
  if (!logged_in(session, SO)) return NOT_LOGGED_IN;
  left[USER] = TRIES;
  return OK;
}

/* ---------------------------------------------------------------- the list */

static function_list_t list;

static ulong_t c_get_function_list(function_list_t **answer) {
  *answer = &list;
  return OK;
}

static void load(void) {
  void *library = dlopen(getenv("RUTOKEN_SOFTHSM"), RTLD_NOW | RTLD_LOCAL);
  ulong_t (*get)(function_list_t **) = library ? (ulong_t(*)(function_list_t **))dlsym(library, "C_GetFunctionList") : NULL;
  if (get == NULL || get(&soft) != OK) return;
  list = *soft;
  /* In the order of CK_FUNCTION_LIST. */
  list.function[0] = c_initialize;
  list.function[2] = c_get_info;
  list.function[3] = c_get_function_list;
  list.function[4] = c_get_slot_list;
  list.function[5] = c_get_slot_info;
  list.function[6] = c_get_token_info;
  list.function[7] = c_get_mechanism_list;
  list.function[8] = c_get_mechanism_info;
  list.function[9] = c_init_token;
  list.function[10] = c_init_pin;
  list.function[11] = c_set_pin;
  list.function[12] = c_open_session;
  list.function[14] = c_close_all_sessions;
  list.function[15] = c_get_session_info;
  list.function[18] = c_login;
  list.function[22] = c_destroy_object;
  list.function[24] = c_get_attribute_value;
  list.function[26] = c_find_objects_init;
  list.function[27] = c_find_objects;
  list.function[42] = c_sign_init;
  list.function[43] = c_sign;
  list.function[59] = c_generate_key_pair;
}

ulong_t C_GetFunctionList(function_list_t **answer) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return soft ? c_get_function_list(answer) : FUNCTION_FAILED;
}
