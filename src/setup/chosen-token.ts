import type { Certificate } from '../shared/domain/certificate.ts';
import type { Applet, AppletKind, Device, TokenCertificate, TokenReport } from '../shared/domain/token.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { processFell } from '../shared/problems/process-fell.ts';

const holdsGost = (applet: Applet) => applet.kind === 'gost' || applet.kind === 'combined';
const holdsAccessKey = (applet: Applet) => applet.kind === 'pki' || applet.kind === 'combined';

/** The applet that holds the qualified signature, and the one that holds the access key; one and the same on a Рутокен. */
export const gostApplet = (device: Device): Applet | undefined => device.applets.find(holdsGost);
export const accessKeyApplet = (device: Device): Applet | undefined => device.applets.find(holdsAccessKey);

/** An access key found on a device: its certificate, where it stands, and the key's id. */
export interface FoundAccessKey {
  readonly applet: AppletKind;
  readonly keyId: string;
  readonly certificate: Certificate;
  readonly entry: TokenCertificate;
}

/** Every EGAIS access key on a device, newest first. There should be one; the UTM's choice among several is unknown. */
export function accessKeys(device: Device): readonly FoundAccessKey[] {
  return device.applets
    .flatMap((applet) =>
      applet.certificates.flatMap((entry) =>
        entry.certificate?.purpose === 'access-key'
          ? [{ applet: applet.kind, keyId: entry.keyId, certificate: entry.certificate, entry }]
          : [],
      ),
    )
    .sort((left, right) => right.certificate.notBefore.localeCompare(left.certificate.notBefore));
}

/** The access key that a proof is about: the one for the expected place, else the newest; `null` where there is none. */
export function accessKeyFor(device: Device, fsrarId: string | null): FoundAccessKey | null {
  const keys = accessKeys(device);
  return keys.find(({ certificate }) => certificate.fsrarId === fsrarId) ?? keys[0] ?? null;
}

export const inForce = (certificate: Certificate, at: Date): boolean =>
  Date.parse(certificate.notBefore) <= at.getTime() && at.getTime() <= Date.parse(certificate.notAfter);

/** A qualified certificate found on a device, and where it stands. */
export interface FoundQualified {
  readonly applet: AppletKind;
  readonly keyId: string;
  readonly certificate: Certificate;
  readonly entry: TokenCertificate;
}

/** The qualified certificate to work with: of those in force the one that lasts longest, else the latest of all. */
export function foundQualified(device: Device, at: Date): FoundQualified | null {
  const found = device.applets
    .filter(holdsGost)
    .flatMap((applet) =>
      applet.certificates.flatMap((entry) =>
        entry.certificate?.purpose === 'qualified'
          ? [{ applet: applet.kind, keyId: entry.keyId, certificate: entry.certificate, entry }]
          : [],
      ),
    )
    .sort((left, right) => right.certificate.notAfter.localeCompare(left.certificate.notAfter));
  return found.find(({ certificate }) => inForce(certificate, at)) ?? found[0] ?? null;
}

export const qualifiedCertificate = (device: Device, at: Date): Certificate | null =>
  foundQualified(device, at)?.certificate ?? null;

/** Applets whose PIN the next steps need, in the order in which the page asks: the signature first. */
export function signInNeeded(device: Device): readonly AppletKind[] {
  const wanted = [gostApplet(device), accessKeyApplet(device)].filter((applet) => applet !== undefined);
  return [...new Set(wanted.filter((applet) => !applet.signedIn).map((applet) => applet.kind))];
}

/** Why a device cannot serve EGAIS as it is, apart from a missing sign-in; `null` when nothing is in the way. */
export function obstacle(device: Device, at: Date): Problem | null {
  const target = accessKeyApplet(device);
  if (device.applets.some((applet) => !applet.initialised)) {
    return problem('SETUP_TOKEN_NOT_INITIALISED', { name: device.name });
  }
  if (!target?.canGenerate.rsa) return problem('SETUP_TOKEN_CANNOT_HOLD_ACCESS_KEY', { name: device.name });
  const certificate = qualifiedCertificate(device, at);
  if (!certificate) return problem('SETUP_NO_QUALIFIED_CERTIFICATE');
  const holder = certificate.holder.name;
  if (Date.parse(certificate.notAfter) < at.getTime()) {
    return problem('SETUP_QUALIFIED_CERTIFICATE_EXPIRED', { holder, date: certificate.notAfter });
  }
  if (Date.parse(certificate.notBefore) > at.getTime()) {
    return problem('SETUP_QUALIFIED_CERTIFICATE_NOT_YET', { holder, date: certificate.notBefore });
  }
  return null;
}

/**
 * Keeps the choice while the device is there, and while nothing else is: a token pulled out by mistake is waited for.
 * Chooses by itself only when there is exactly one to choose.
 */
export function chooseDevice(report: TokenReport, chosen: string | null): string | null {
  const [only, ...others] = report.devices;
  if (chosen !== null && (only === undefined || report.devices.some((device) => device.id === chosen))) return chosen;
  return only && others.length === 0 ? only.id : null;
}

/** Why a device is not in a report: a library that fell hides its tokens, and then nobody may say they were removed. */
export const absence = (report: TokenReport): Problem =>
  report.libraries.find((library) => library.problem && processFell(library.problem))?.problem ??
  problem('SETUP_NO_TOKEN');

/** Last four characters of a serial, as the person compares them with the case. */
export const serialTail = (device: Device): string => `…${device.printedSerial.slice(-4)}`;

/** The device that `serial` names (any of its applets' serials, or the printed form); without one, the only device. */
export function findDevice(report: TokenReport, serial: string | null): Device | Problem {
  const present = report.devices.map((device) => `${device.name} ${device.serial}`).join(', ') || '—';
  const [only, ...others] = report.devices;
  if (!only) return absence(report);
  if (serial === null) return others.length === 0 ? only : problem('SETUP_SEVERAL_TOKENS', { present });
  const wanted = serial.toLowerCase();
  const named = report.devices.find((device) =>
    [device.serial, device.printedSerial, ...device.applets.map((applet) => applet.serial)].some(
      (known) => known.toLowerCase() === wanted,
    ),
  );
  return named ?? problem('SETUP_TOKEN_NOT_FOUND', { serial, present });
}
