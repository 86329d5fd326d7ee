import type { Certificate } from '../../../src/shared/domain/certificate.ts';
import type { Applet, AppletKind, Device, PinFacts, TokenCertificate } from '../../../src/shared/domain/token.ts';
import { accessKey, qualified, soleProprietor } from './certificates.ts';

export const pin = (facts: Partial<PinFacts> = {}): PinFacts => ({
  tries: 'untouched',
  left: null,
  max: null,
  initialised: true,
  mustChange: false,
  factory: null,
  minLength: 6,
  maxLength: 32,
  ...facts,
});

const entry = (certificate: Certificate, privateKey: TokenCertificate['privateKey'] = 'unknown'): TokenCertificate => ({
  keyId: certificate.fingerprint.slice(0, 16),
  label: certificate.holder.name,
  der: '',
  certificate,
  problem: null,
  chain: [],
  privateKey,
});

export const applet = (
  kind: AppletKind,
  certificates: readonly Certificate[],
  facts: Partial<Applet> = {},
): Applet => ({
  kind,
  slot: kind === 'pki' ? '1' : '0',
  reader: 'Aladdin R.D. JaCarta 0',
  label: 'EGAIS',
  model: 'JaCarta',
  manufacturer: 'Aladdin R.D.',
  serial: '0B53000000006035',
  firmware: '2.5',
  initialised: true,
  userPin: pin(),
  soPin: pin({ minLength: 8 }),
  initialisation: 'pkcs11',
  canUnblock: true,
  canGenerate: { rsa: kind !== 'gost', gost: kind !== 'pki' },
  mechanisms: [],
  freeMemory: null,
  certificates: certificates.map((certificate) => entry(certificate, facts.signedIn ? 'present' : 'unknown')),
  keys: [],
  cryptoProContainers: [],
  signedIn: false,
  ...facts,
});

export const jacarta = (applets: readonly Applet[]): Device => ({
  id: 'jacarta-6035',
  serial: '0B53000000006035',
  printedSerial: '0B53000000006035',
  profile: 'jacarta-2-se',
  name: 'JaCarta-2 SE',
  family: 'jacarta',
  shortcomings: [],
  library: '/usr/lib/libjcPKCS11-2.so',
  applets: [...applets],
});

export const renewalJacarta = (): Device =>
  jacarta([applet('gost', [qualified()], { userPin: pin({ left: 7, max: 10 }) }), applet('pki', [accessKey()])]);

export const rutoken = (facts: Partial<Applet> = {}): Device => ({
  id: 'rutoken-41a7',
  serial: '3c8b41a7',
  printedSerial: '1015759271',
  profile: 'rutoken-ecp-3',
  name: 'Рутокен ЭЦП 3.0',
  family: 'rutoken',
  shortcomings: [],
  library: '/usr/lib/librtpkcs11ecp.so',
  applets: [
    applet('combined', [soleProprietor(), accessKey(41)], {
      userPin: pin({ left: 10, max: 10, factory: true }),
      soPin: pin({ left: 10, max: 10 }),
      ...facts,
    }),
  ],
});

/** A token this program does not know by name. */
export const stranger = (): Device => ({
  ...rutoken({ certificates: [] }),
  id: 'generic-1',
  printedSerial: 'AB-0001',
  name: 'ESMART Token ГОСТ',
  family: 'generic',
});

/** A PKI part with everything that can be wrong: an old access key, a lone certificate, a lone key, a container. */
export const fullPki = (facts: Partial<Applet> = {}): Applet => {
  const signedIn = facts.signedIn ?? false;
  const presence = signedIn ? 'present' : 'unknown';
  return applet('pki', [], {
    certificates: [
      entry(accessKey(), presence),
      entry(accessKey(-20), presence),
      entry(accessKey(90, '030000000008'), signedIn ? 'absent' : 'unknown'),
    ],
    keys: [
      {
        keyId: 'beef',
        label: 'egais-2024',
        kind: 'rsa',
        bits: 2048,
        publicKey: null,
        hasPublic: true,
        hasPrivate: signedIn,
        hasCertificate: false,
      },
    ],
    cryptoProContainers: ['2f1c07aa-0b1e-4d57-9f52-6d0a7b1c9e10'],
    ...facts,
  });
};

/** A Рутокен whose signature stands in a CryptoPro container. */
export const fullRutoken = (): Device =>
  rutoken({
    certificates: [entry(soleProprietor(), 'absent')],
    cryptoProContainers: ['le-2024-konstantinopolskij'],
    signedIn: true,
  });
