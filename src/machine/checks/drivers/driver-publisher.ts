import type { ActionId } from '../../../shared/actions.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { vendorOfLibrary } from '../../../shared/vendor-libraries.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../../check.ts';
import { fileName } from '../../file-name.ts';
import { findLinuxPackages, findOwningPackage } from '../../questions/linux-packages.ts';
import { findVendorFiles } from '../../questions/vendor-files.ts';
import { readWindowsSignatures } from '../../questions/windows-signatures.ts';
import type { System } from '../../system.ts';

/** A driver file and who stands for it. */
interface DriverFile {
  readonly path: string;
  readonly version: string | null;
  /** Files of Linux are not signed one by one: there `unpackaged` means that no package answers for the file. */
  readonly signature: 'valid' | 'absent' | 'altered' | 'untrusted' | 'unpackaged' | 'unknown';
  /** The name found in the file or its package; nobody's name is expected. */
  readonly publisher: string | null;
}

export interface DriverPublisherFacts {
  /** `null`: the system did not tell. */
  readonly files: readonly DriverFile[] | null;
}

// SignatureStatus, System.Management.Automation.
const signatures: Readonly<Record<string, DriverFile['signature']>> = {
  Valid: 'valid',
  NotSigned: 'absent',
  HashMismatch: 'altered',
  NotTrusted: 'untrusted',
  UnknownError: 'untrusted',
};

async function onWindows(system: System, paths: readonly string[]): Promise<readonly DriverFile[] | null> {
  const found = await readWindowsSignatures(system, paths);
  return (
    found?.map(({ path, version, status, signer }) => ({
      path,
      version,
      signature: signatures[status] ?? 'unknown',
      publisher: signer,
    })) ?? null
  );
}

async function onLinux(system: System, paths: readonly string[]): Promise<readonly DriverFile[] | null> {
  const packages = await findLinuxPackages(system);
  if (packages === null) return null;
  return Promise.all(
    paths.map(async (path): Promise<DriverFile> => {
      const owner = await findOwningPackage(system, packages, path);
      return owner === null
        ? { path, version: null, signature: 'unpackaged', publisher: null }
        : { path, version: owner.version, signature: 'valid', publisher: owner.maintainer || null };
    }),
  );
}

async function probe(system: System, context: MachineContext): Promise<DriverPublisherFacts> {
  const byHand = context.libraryOverrides;
  const paths = byHand.length > 0 ? byHand : await findVendorFiles(system);
  if (paths.length === 0) return { files: [] };
  return { files: await (system.platform === 'win32' ? onWindows(system, paths) : onLinux(system, paths)) };
}

const conclude = outcomesOf('driver-publisher', {
  known: ['ok'],
  unsigned: ['attention', 'check-again'],
  untrusted: ['attention', 'check-again'],
  altered: ['bad', 'check-again'],
  unpackaged: ['info'],
  nothing: ['info'],
  unknown: ['info', 'check-again'],
});

const pages: Partial<Record<string, ActionId>> = { aladdin: 'open-jacarta-page', aktiv: 'open-rutoken-page' };

const pageActionsOf = (files: readonly DriverFile[]): readonly ActionId[] =>
  [...new Set(files.map(({ path }) => pages[vendorOfLibrary(path)]))].filter((action) => action !== undefined);

const namesOf = (files: readonly DriverFile[]): string =>
  [...new Set(files.map(({ path }) => fileName(path)))].join(', ');

const line = ({ path, version, publisher }: DriverFile): string =>
  [fileName(path), version, publisher === null ? null : `(${publisher})`].filter(Boolean).join(' ');

/** The worst first: a file changed after it was signed, then one whose signature leads nowhere, then an unsigned one. */
const worst = [
  ['altered', 'altered'],
  ['untrusted', 'untrusted'],
  ['absent', 'unsigned'],
  ['unpackaged', 'unpackaged'],
] as const;

/** Says who made the drivers. Whose name it is, is for the person to know: none is compared with an expected one. */
export function driverPublisherRule({ files }: DriverPublisherFacts): Finding {
  if (files === null) return conclude('unknown', {});
  const raw = Object.fromEntries(
    files.map((file) => [file.path, `${file.version ?? '?'}, ${file.signature}, ${file.publisher ?? '?'}`]),
  );
  if (files.length === 0) return conclude('nothing', raw);
  for (const [signature, variant] of worst) {
    const ill = files.filter((file) => file.signature === signature);
    if (ill.length > 0) return conclude(variant, raw, { files: namesOf(ill) }, pageActionsOf(ill));
  }
  if (files.some((file) => file.signature === 'unknown')) return conclude('unknown', raw);
  return conclude('known', raw, { files: [...new Set(files.map(line))].join(', ') });
}

export const driverPublisher = defineCheck({ id: 'driver-publisher', probe, rule: driverPublisherRule });
