import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { GostOracle } from '../oracle/openssl-gost.ts';
import type { SoftHsm } from '../oracle/softhsm.ts';

/**
 * Compiles a PKCS#11 library that behaves as a Рутокен ЭЦП 3.0 and that the product was not written against. It holds
 * the first token of SoftHSM2; its ГОСТ keys are OpenSSL's. For this process and those it starts.
 */
export function rutokenLibrary(softHsm: SoftHsm, gost: GostOracle): string {
  const source = join(import.meta.dirname, 'rutoken-library/rutoken.c');
  const library = join(softHsm.folder, 'librutoken-like.so');
  execFileSync('cc', ['-Wall', '-Wextra', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread'], {
    stdio: 'pipe',
  });
  process.env.RUTOKEN_SOFTHSM = softHsm.library;
  process.env.RUTOKEN_OPENSSL_CONF = join(gost.folder, 'openssl-gost.cnf');
  return library;
}
