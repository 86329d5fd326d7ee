import { authorityExtensions, issue, makeKey, makeRequest, makeSelfSigned } from '../pki/openssl-authority.ts';
import type { GostOracle } from './openssl-gost.ts';

const gost = { kind: 'gost', set: 'A', bits: 512 } as const;
const rootName = ['C = RU', 'O = Минцифры', 'CN = Тестовый головной центр'];
const authorityName = ['C = RU', 'O = Тестовый удостоверяющий центр', 'CN = Тестовый удостоверяющий центр'];

/** An authority below a root, both of OpenSSL's GOST engine, in the folder of the oracle. */
export function makeAuthority(oracle: GostOracle): void {
  for (const name of ['root', 'authority', 'stranger']) makeKey(oracle, name, gost);
  makeSelfSigned(oracle, 'root', gost, rootName);
  makeRequest(oracle, 'authority', gost, authorityName, authorityExtensions);
  issue(oracle, 'authority', 'root', gost, authorityExtensions, '3650');
  // The same name and another key: whoever stands in for the root.
  makeSelfSigned(oracle, 'stranger', gost, rootName);
}

/**
 * Certifies a request as it stands.
 * @param request PKCS#10, DER
 * @param dates as `openssl ca` takes them; `null`: from now on, fifteen months
 */
export function certify(
  oracle: GostOracle,
  request: Uint8Array,
  dates: { readonly from: string; readonly to: string } | null = null,
): void {
  oracle.write('wizard.p10', request);
  oracle.run(['req', '-inform', 'DER', '-in', 'wizard.p10', '-verify', '-out', 'wizard.csr']);
  oracle.write('wizard.ext', 'subjectKeyIdentifier = hash\nauthorityKeyIdentifier = keyid\n');
  if (dates === null) {
    oracle.run(
      ['x509', '-req', '-in', 'wizard.csr', '-CA', 'authority.crt', '-CAkey', 'authority.key'].concat(
        ['-set_serial', '0x77', '-days', '455', '-md_gost12_512', '-copy_extensions', 'copyall'],
        ['-extfile', 'wizard.ext', '-out', 'wizard.crt'],
      ),
    );
    return;
  }
  oracle.write(
    'ca.cnf',
    '[ca]\ndefault_ca = own\n[own]\ndatabase = index.txt\nnew_certs_dir = .\nserial = serial\ndefault_md = md_gost12_512\npolicy = any\ncopy_extensions = copyall\nunique_subject = no\n[any]\ncommonName = supplied\n',
  );
  oracle.write('index.txt', '');
  oracle.write('serial', '0078\n');
  oracle.run(
    ['ca', '-batch', '-preserveDN', '-config', 'ca.cnf', '-in', 'wizard.csr', '-cert', 'authority.crt'].concat(
      ['-keyfile', 'authority.key', '-startdate', dates.from, '-enddate', dates.to],
      ['-extfile', 'wizard.ext', '-notext', '-out', 'wizard.crt'],
    ),
  );
}

/** The certificates of these names in one PKCS#7 file, as authorities give them out. */
export const bundle = (oracle: GostOracle, ...names: readonly string[]): Uint8Array =>
  Uint8Array.from(
    oracle.run(['crl2pkcs7', '-nocrl', '-outform', 'DER', ...names.flatMap((name) => ['-certfile', `${name}.crt`])]),
  );
