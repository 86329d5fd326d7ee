import type { GostOracle } from './openssl-gost.ts';

/**
 * An authority of OpenSSL under the name by which EGAIS' own is known, so that what it certifies is an access key. It
 * has nothing else of the real one.
 */
export interface EgaisAuthority {
  /** Certifies a PKCS#10 (DER); answers the certificate in DER. */
  certify(request: Uint8Array, subject?: string): Uint8Array;
  /** The authority's own certificate, DER. */
  readonly certificate: Uint8Array;
  /** A PKCS#7 bundle (DER) of these certificates (DER). */
  bundle(certificates: readonly Uint8Array[]): Uint8Array;
}

/** @param commonName `pki.fsrar.ru` unless the test wants another authority */
export function openEgaisAuthority(oracle: GostOracle, commonName = 'pki.fsrar.ru'): EgaisAuthority {
  const name = `egais-${commonName}`;
  oracle.run(
    [
      'req',
      '-new',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '3650',
      '-subj',
      `/O=Test/CN=${commonName}`,
    ].concat(['-keyout', `${name}.key`, '-out', `${name}.crt`]),
  );
  let serial = 100;
  return {
    certificate: Uint8Array.from(oracle.run(['x509', '-in', `${name}.crt`, '-outform', 'DER'])),
    certify(request, subject) {
      serial += 1;
      oracle.write('in.csr', request);
      const issuing = [
        'x509',
        '-req',
        '-in',
        'in.csr',
        '-inform',
        'DER',
        '-CA',
        `${name}.crt`,
        '-CAkey',
        `${name}.key`,
      ];
      const rest = ['-set_serial', String(serial), '-days', '365', '-sha256', '-outform', 'DER', '-out', 'out.crt'];
      oracle.run([...issuing, ...(subject === undefined ? [] : ['-subj', subject]), ...rest]);
      return oracle.read('out.crt');
    },
    bundle(certificates) {
      const files = certificates.map((der, index) => {
        oracle.write(`part-${index}.der`, der);
        oracle.run(['x509', '-inform', 'DER', '-in', `part-${index}.der`, '-out', `part-${index}.pem`]);
        return ['-certfile', `part-${index}.pem`];
      });
      oracle.run(['crl2pkcs7', '-nocrl', ...files.flat(), '-outform', 'DER', '-out', 'bundle.p7b']);
      return oracle.read('bundle.p7b');
    },
  };
}
