import type { ActionId } from '../../../shared/actions.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { type Architecture, executableHeaderBytes, readExecutableFormat } from '../../../shared/executable-format.ts';
import type { FindingVariant } from '../../../shared/texts/finding-texts.ts';
import { vendorLibraries as knownLibraries, type VendorLibrary } from '../../../shared/vendor-libraries.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../../check.ts';
import { fileName } from '../../file-name.ts';
import { vendorFilePaths } from '../../questions/vendor-files.ts';
import type { System } from '../../system.ts';

/** A file on the disk and the processors it is for; none of them means that it is not a library. */
interface LibraryCopy {
  readonly path: string;
  readonly architectures: readonly Architecture[];
}

interface InstalledLibrary {
  readonly vendor: VendorLibrary['vendor'];
  readonly product: string;
  readonly downloadPage: VendorLibrary['downloadPage'];
  /** The copy a program like this one loads, and the one the UTM loads; `null` where there is no file. */
  readonly own: LibraryCopy | null;
  readonly utm: LibraryCopy | null;
  /** Name of the file the UTM would load, when it loads another copy than we do. */
  readonly utmFile: string | null;
}

export interface VendorLibrariesFacts {
  readonly platform: System['platform'];
  readonly architecture: string;
  /** Libraries with at least one file on this computer. */
  readonly libraries: readonly InstalledLibrary[];
  readonly overrides: readonly { readonly path: string; readonly copy: LibraryCopy | null }[];
}

async function readCopy(system: System, path: string): Promise<LibraryCopy | null> {
  const header = await system.readBytes(path, executableHeaderBytes);
  if (header === null) return null;
  const format = readExecutableFormat(header);
  return { path, architectures: format.kind === 'library' ? format.architectures : [] };
}

/** The UTM of Windows is a 32-bit program (its Java is), whatever the system is. */
const utmArchitecture = 'ia32';

const fits = (copy: LibraryCopy | null, architecture: string): boolean =>
  copy?.architectures.some((one) => one === architecture) ?? false;

/** The first file that fits, else the first there is. */
async function bestCopy(system: System, paths: readonly string[], architecture: string): Promise<LibraryCopy | null> {
  const copies = (await Promise.all(paths.map((path) => readCopy(system, path)))).filter((copy) => copy !== null);
  return copies.find((copy) => fits(copy, architecture)) ?? copies[0] ?? null;
}

async function probeLibrary(system: System, library: VendorLibrary): Promise<InstalledLibrary> {
  const paths = vendorFilePaths(system, library);
  const [own, utm] = await Promise.all([
    bestCopy(system, paths.own, system.architecture),
    bestCopy(system, paths.utm, utmArchitecture),
  ]);
  const { vendor, product, downloadPage } = library;
  return { vendor, product, downloadPage, own, utm, utmFile: paths.utm[0] ?? null };
}

async function probe(system: System, context: MachineContext): Promise<VendorLibrariesFacts> {
  const [libraries, overrides] = await Promise.all([
    Promise.all(knownLibraries.map((library) => probeLibrary(system, library))),
    Promise.all(context.libraryOverrides.map(async (path) => ({ path, copy: await readCopy(system, path) }))),
  ]);
  return {
    platform: system.platform,
    architecture: system.architecture,
    libraries: libraries.filter((library) => library.own !== null || library.utm !== null),
    overrides,
  };
}

const conclude = outcomesOf('vendor-libraries', {
  jacarta: ['ok'],
  rutoken: ['ok'],
  installed: ['ok'],
  'one-unfit': ['attention', 'check-again'],
  'utm-copy-missing': ['attention', 'check-again'],
  absent: ['bad', 'open-jacarta-page', 'open-rutoken-page', 'check-again'],
  'wrong-bitness': ['bad', 'check-again'],
  'wrong-processor': ['bad', 'check-again'],
  damaged: ['bad', 'check-again'],
  'by-hand': ['ok'],
  'by-hand-absent': ['bad', 'check-again'],
  'by-hand-unfit': ['bad', 'check-again'],
});

const pageActions: Partial<Record<NonNullable<VendorLibrary['downloadPage']>, ActionId>> = {
  'jacarta-client': 'open-jacarta-page',
  'rutoken-drivers': 'open-rutoken-page',
};

const pageActionsOf = ({ downloadPage }: InstalledLibrary): readonly ActionId[] => {
  const action = downloadPage === null ? undefined : pageActions[downloadPage];
  return action ? [action] : [];
};

const bitsOf = (architecture: string): number => (architecture === 'ia32' || architecture === 'arm' ? 32 : 64);

const allInPlace: Partial<Record<VendorLibrary['vendor'], 'jacarta' | 'rutoken'>> = {
  aladdin: 'jacarta',
  aktiv: 'rutoken',
};

const copyText = (copy: LibraryCopy | null): string =>
  copy === null ? 'absent' : `${copy.path} (${copy.architectures.join(', ') || 'not a library'})`;

function rawFacts({ architecture, libraries, overrides }: VendorLibrariesFacts): Finding['facts'] {
  const rows = libraries.flatMap((library) => [
    [`${library.vendor}.own`, copyText(library.own)],
    ...(library.utmFile === null ? [] : [[`${library.vendor}.utm`, copyText(library.utm)]]),
  ]);
  const byHand = overrides.map(({ path, copy }, index) => [
    `by-hand.${index + 1}`,
    copy ? copyText(copy) : `${path}: absent`,
  ]);
  return { architecture, ...Object.fromEntries([...rows, ...byHand]) };
}

function onOverrides(facts: VendorLibrariesFacts, raw: Finding['facts']): Finding {
  const absent = facts.overrides.find(({ copy }) => copy === null);
  if (absent) return conclude('by-hand-absent', raw, { file: absent.path });
  const unfit = facts.overrides.find(({ copy }) => !fits(copy, facts.architecture));
  if (unfit) return conclude('by-hand-unfit', raw, { file: unfit.path });
  return conclude('by-hand', raw, { files: facts.overrides.map(({ path }) => path).join(', ') });
}

/** No library of ours works: says why, by the first that is there. */
function onUnfit(library: InstalledLibrary, architecture: string, raw: Finding['facts']): Finding {
  const copy = library.own ?? library.utm;
  const [found] = copy?.architectures ?? [];
  const values = { file: copy?.path ?? '', product: library.product };
  const actions = pageActionsOf(library);
  if (found === undefined || found === 'unknown') return conclude('damaged', raw, values, actions);
  return bitsOf(found) === bitsOf(architecture)
    ? conclude('wrong-processor', raw, { ...values, found, needed: architecture }, actions)
    : conclude('wrong-bitness', raw, { ...values, found: bitsOf(found), needed: bitsOf(architecture) }, actions);
}

/** What another driver would mend. */
const mendedByDriver: readonly string[] = [
  'absent',
  'wrong-bitness',
  'wrong-processor',
  'damaged',
  'utm-copy-missing',
  'one-unfit',
] satisfies FindingVariant<'vendor-libraries'>[];

/** An installer that was downloaded already is run from the wizard; packages of Linux are the system's own matter. */
function withInstaller(finding: Finding, platform: System['platform']): Finding {
  if (platform !== 'win32' || !mendedByDriver.includes(finding.variant)) return finding;
  const at = finding.actions.indexOf('check-again');
  return { ...finding, actions: finding.actions.toSpliced(at, 0, 'install-driver-file') };
}

/**
 * Judges the vendors' libraries by the header of each file, before anything is loaded: a library of the wrong bitness
 * is the commonest fault of this kind of software. Libraries given by hand take the place of the discovered ones.
 */
export const vendorLibrariesRule = (facts: VendorLibrariesFacts): Finding =>
  withInstaller(judge(facts), facts.platform);

function judge(facts: VendorLibrariesFacts): Finding {
  const raw = rawFacts(facts);
  if (facts.overrides.length > 0) return onOverrides(facts, raw);
  const working = facts.libraries.filter((library) => fits(library.own, facts.architecture));
  const [first] = facts.libraries;
  if (!first) return conclude('absent', raw);
  const [firstWorking] = working;
  if (!firstWorking) return onUnfit(first, facts.architecture, raw);

  const blindUtm = working.find((library) => library.utmFile !== null && !fits(library.utm, utmArchitecture));
  if (blindUtm) {
    const values = { file: blindUtm.utmFile ?? '', product: blindUtm.product };
    return conclude('utm-copy-missing', raw, values, pageActionsOf(blindUtm));
  }
  const unfit = facts.libraries.find((library) => !working.includes(library));
  if (unfit) {
    const file = fileName((unfit.own ?? unfit.utm)?.path ?? '');
    return conclude('one-unfit', raw, { file, product: unfit.product }, pageActionsOf(unfit));
  }
  const variant = (working.length === 1 ? allInPlace[firstWorking.vendor] : undefined) ?? 'installed';
  return conclude(variant, raw, { products: working.map((library) => library.product).join(', ') });
}

export const vendorLibraries = defineCheck({ id: 'vendor-libraries', probe, rule: vendorLibrariesRule });
