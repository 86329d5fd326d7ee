import { rmSync } from 'node:fs';
import { writeWhole } from '../json-file.ts';
import { readTransportPort, type TransportPins, transportProperties } from './transport-properties.ts';
import type { UtmFolder, UtmOptions } from './utm-folder.ts';

/** What makes a stand-in UTM ill in one way. */
interface Fault {
  readonly options?: UtmOptions;
  /** What stands in the properties instead of the right PINs. */
  readonly pins?: (right: TransportPins) => TransportPins;
  /** `null`: there is no database; otherwise the FSRAR ID that it is bound to. Without it: that of the access key. */
  readonly databaseOwner?: string | null;
}

const blank = '';
/** Of a place that no scenario has. */
const foreignOwner = '030000000777';

/** The troubles of real UTMs (docs/sources.md, UTM), each of them alone. */
export const utmFaults = {
  'database-foreign': { databaseOwner: foreignOwner },
  'pins-blank': { databaseOwner: null, pins: () => ({ gost: blank, pki: blank }) },
  'pin-rsa-blank': { databaseOwner: null, pins: ({ gost }) => ({ gost, pki: blank }) },
  'pin-gost-blank': { databaseOwner: null, pins: ({ pki }) => ({ gost: blank, pki }) },
  'pin-refused': { options: { signInRefusal: 'CKR_PIN_INCORRECT' } },
  'pin-locked': { options: { signInRefusal: 'CKR_PIN_LOCKED' } },
  'port-taken': { options: { startFailure: 'port-taken' } },
  'start-endless': { options: { listensAfterMs: null } },
  mute: { options: { mute: true } },
  stranger: { options: { stranger: '<html><title>Router</title></html>' } },
  'key-store-race': { options: { keyStoreRace: true } },
  'rsa-error': { options: { rsaError: 'Ошибка работы RSA' } },
  'signature-renewed': { options: { documents: 'signature-renewed' } },
  'signing-broken': { options: { documents: 'signing-broken' } },
  'rsa-subject-missing': { options: { told: { rsa: { subject: false } } } },
  'subjects-missing': { options: { told: { rsa: { subject: false }, gost: { subject: false } } } },
  'rsa-dates-unreadable': { options: { told: { rsa: { dates: 'RSA ERROR', isValid: 'invalid' } } } },
  'gost-dates-unreadable': { options: { told: { gost: { dates: 'GOST ERROR' } } } },
  'rsa-revoked': { options: { told: { rsa: { isValid: 'revoked' } } } },
  'rsa-invalid': { options: { told: { rsa: { isValid: 'invalid' } } } },
  'gost-invalid': { options: { told: { gost: { isValid: 'invalid' } } } },
  'contour-wrong': { options: { contour: 'test' } },
  'cheques-unsent': { options: { told: { checkInfo: '2026-09-01 10:00:00' } } },
  'registered-wrongly': { options: { startFailure: 'registered-wrongly' } },
  'files-missing': { options: { startFailure: 'files-missing' } },
  'database-locked': { options: { startFailure: 'database-locked' } },
  'keygen-refused': { options: { keygen: { refusal: 'Ошибка получения сертификата' } } },
  'places-empty': { options: { noPlaces: true } },
  'build-outdated': { options: { build: '3.0.8' } },
  // Before 2538 its page knows no powers of attorney.
  'build-without-mchd': { options: { build: '4.2.0b002537' } },
  'exchange-stops': { options: { exchanges: false } },
} as const satisfies Readonly<Record<string, Fault>>;
export type UtmFaultName = keyof typeof utmFaults;

/** What of a UTM a fault stands beside. */
export interface UtmHealth {
  /** FSRAR ID of the access key on the token. */
  readonly owner: string;
  readonly pins: TransportPins;
  readonly options: UtmOptions;
}

/** Makes an installed UTM ill in one way, or well (`null`), from its next start on; its database is made anew. */
export function layFault(folder: UtmFolder, name: UtmFaultName | null, { owner, pins, options }: UtmHealth): void {
  const fault: Fault = name === null ? {} : utmFaults[name];
  const port = readTransportPort(folder.paths.properties);
  folder.write(folder.paths.options, { ...options, ...fault.options });
  writeWhole(folder.paths.properties, transportProperties(fault.pins?.(pins) ?? pins, port));
  rmSync(folder.paths.transportDb, { recursive: true, force: true });
  const { databaseOwner = owner } = fault;
  if (databaseOwner === null) return;
  const createDate = new Date().toISOString().replace('T', ' ').replace('Z', '');
  folder.writeDatabase({ createDate, ownerId: databaseOwner });
}
