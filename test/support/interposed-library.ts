import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What happens at every look at the slots, before the real library answers. */
const mischiefs = {
  prints: 'printf("slots!\\n"); fflush(stdout); fputs("slots!\\n", stderr);',
  leaks: 'memset(malloc(SIZE), 1, SIZE);',
} as const;

const sourceOf = (mischief: string, real: string): string => `
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define SIZE (16ul << 20)
typedef unsigned long ck;
/* CK_FUNCTION_LIST: a version, then 68 functions, C_GetSlotList the fifth (PKCS#11 v2.40, 3.6). */
struct list { unsigned char version[2]; void *functions[68]; };
static struct list ours;
static ck (*slots)(unsigned char, ck *, ck *);
static ck look(unsigned char present, ck *list, ck *count) { ${mischief} return slots(present, list, count); }
ck C_GetFunctionList(struct list **out) {
  void *library = dlopen("${real}", RTLD_NOW | RTLD_LOCAL);
  ck (*get)(struct list **) = (ck (*)(struct list **))dlsym(library, "C_GetFunctionList");
  struct list *theirs;
  ck answer = get(&theirs);
  ours = *theirs;
  slots = (ck (*)(unsigned char, ck *, ck *))ours.functions[4];
  ours.functions[4] = (void *)look;
  *out = &ours;
  return answer;
}
`;

/** Compiles a PKCS#11 library that works through another one and misbehaves at every look at the slots. */
export function interposedLibrary(folder: string, manner: keyof typeof mischiefs, real: string): string {
  const source = join(folder, `${manner}.c`);
  const library = join(folder, `lib${manner}.so`);
  writeFileSync(source, sourceOf(mischiefs[manner], real));
  execFileSync('cc', ['-shared', '-fPIC', '-O0', '-o', library, source, '-ldl'], { stdio: 'pipe' });
  return library;
}
