import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const manners = {
  crashes: '#include <stdlib.h>\nunsigned long C_GetFunctionList(void *list) { abort(); }\n',
  hangs: '#include <unistd.h>\nunsigned long C_GetFunctionList(void *list) { for (;;) pause(); }\n',
  'is-no-pkcs11': 'int something(void) { return 0; }\n',
} as const;

/** Compiles a PKCS#11 library that misbehaves for real. Needs the C compiler that pkcs11js needs as well. */
export function brokenLibrary(folder: string, manner: keyof typeof manners): string {
  const source = join(folder, `${manner}.c`);
  const library = join(folder, `lib${manner}.so`);
  writeFileSync(source, manners[manner]);
  execFileSync('cc', ['-shared', '-fPIC', '-o', library, source], { stdio: 'pipe' });
  return library;
}
