import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The vendor's side of a JaCarta library: a list of functions in the order of `jcPKCS11f.h` (as many as are needed),
 * packed as that header packs it. Every function that a counter or an action needs is there and writes its name into
 * `called`; every other place of the list ends the process, so that a wrong position cannot pass.
 */
const source = `
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef unsigned long U;
#ifdef PACKED
#pragma pack(push, 1)
#endif
typedef struct { unsigned char exists; U max, errors; } state_t;
typedef struct { unsigned char upper, lower, digits, special, change; U length; } policy_t;
typedef struct {
  unsigned char major, minor, release; U unlocks; unsigned char person[64], checksum[32];
  state_t user, signature, puk; unsigned char sm, puk_enabled; policy_t user_policy, signature_policy; U channel;
} info_t;
#ifdef PACKED
#pragma pack(pop)
#endif
static void wrong(void) { fprintf(stderr, "a function that nobody asked for\\n"); abort(); }
static U laser(U slot, U user, U *out) {
  if (slot != 7) return 3;
  out[0] = user == 1 ? 4 : 9; out[1] = user == 1 ? 5 : 10; out[2] = 3; out[3] = 6;
  return 0;
}
static U unlocked = 0;
U unlocks(void) { return unlocked; }
static U unlock(U slot) { if (slot != 7) return 0x80000016; unlocked++; return 0; }
static U first_generation(U slot, U *out) { (void)slot; out[0] = 15; out[1] = 2; out[2] = 0; return 0; }
static U data_store(U slot, U *out) { (void)slot; out[0] = 10; out[1] = 10; out[2] = 3; out[3] = 1; return 0; }
static U pro(U slot, U user, U *out) { (void)slot; (void)user; out[0] = 15; out[1] = 300; return 0; }
static U errors = 0;
void spoil(void) { errors = 2; }
static U second_generation(U slot, info_t *info) {
  (void)slot;
  memset(info, 0, sizeof *info);
  info->major = 2; info->user.exists = 1; info->user.max = 3; info->user.errors = errors;
  info->puk.exists = 1; info->puk.max = 10;
  return 0;
}
static char given[64];
const char *initialised(void) { return given; }
static U initialise(U slot, const char *pin, U length, const char *label) {
  (void)slot;
  snprintf(given, sizeof given, "%.*s/%.32s", (int)length, pin, label);
  return 0;
}
#pragma pack(push, 1)
static struct { unsigned char major, minor; void *function[200]; } list;
#pragma pack(pop)
U JC_GetFunctionList(void **answer) {
  list.major = 2; list.minor = MINOR;
  for (int i = 0; i < 200; i++) list.function[i] = (void *)wrong;
  list.function[0] = FIRST;
  list.function[11] = (void *)unlock;
  list.function[21] = (void *)second_generation;
  list.function[72] = (void *)first_generation;
  list.function[73] = (void *)data_store;
  list.function[118] = (void *)laser;
  list.function[125] = (void *)initialise;
  list.function[129] = (void *)pro;
  *answer = &list;
  return 0;
}
`;

export interface JacartaManner {
  /** Minor version of the list. */
  readonly minor?: number;
  /** The list begins with the function that gives it, as the header has it. */
  readonly orderly?: boolean;
  /** The compiler packed the library's structures. */
  readonly packed?: boolean;
}

export function jacartaLibrary(folder: string, { minor = 10, orderly = true, packed = true }: JacartaManner): string {
  const name = `jacarta-${minor}-${orderly}-${packed}`;
  const file = join(folder, `${name}.c`);
  const library = join(folder, `lib${name}.so`);
  writeFileSync(file, source);
  const definitions = [`-DMINOR=${minor}`, `-DFIRST=(void *)${orderly ? 'JC_GetFunctionList' : 'wrong'}`];
  if (packed) definitions.push('-DPACKED');
  execFileSync('cc', ['-shared', '-fPIC', ...definitions, '-o', library, file], { stdio: 'pipe' });
  return library;
}
