import type { ProblemCode } from '../../../shared/problems/problem.ts';

/** What the list of an archive says of one of its files. */
export interface ArchiveEntry {
  readonly name: string;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc32: number;
  readonly encrypted: boolean;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  /** The upper half of the external attributes: the file's mode where a Unix made the archive. */
  readonly unixMode: number;
  /** First byte of its header, and the byte after its data. */
  readonly start: number;
  readonly end: number;
  /** The list and the file's own header call it by one name. */
  readonly namedAlike: boolean;
}

/** The official archive holds one file; a few more may be there one day. */
export const MAX_ENTRIES = 100;
/** The official archive has about 150 MB (docs/sources.md, UTM). */
const MAX_TOTAL_BYTES = 1024 ** 3;
/** An installer is compressed in itself already, so honest ones hardly shrink. */
const MAX_RATIO = 50;
const SMALL_BYTES = 1024 ** 2;

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/** A part that ends in a dot is also `..`. Names that Windows, which is where the installer goes, would take for something else than a file in this folder. */
const unsafeName = (name: string): boolean =>
  name === '' ||
  /[\\:*?"<>|]/.test(name) ||
  [...name].some((sign) => sign < ' ') ||
  name.startsWith('/') ||
  name.split('/').some((part) => /[. ]$/.test(part));

const isSpecial = ({ unixMode }: ArchiveEntry): boolean => ![0, REGULAR, FOLDER].includes(unixMode & FILE_TYPE);

const isBomb = ({ size, compressedSize }: ArchiveEntry): boolean =>
  size > SMALL_BYTES && size > compressedSize * MAX_RATIO;

const total = (entries: readonly ArchiveEntry[]): number => entries.reduce((sum, { size }) => sum + size, 0);

/** Data that belongs to two files is how a small archive unfolds into a huge one. */
function overlap(entries: readonly ArchiveEntry[]): boolean {
  const byStart = [...entries].sort((a, b) => a.start - b.start);
  return byStart.some((entry, index) => {
    const next = byStart[index + 1];
    return next !== undefined && next.start < entry.end;
  });
}

/** On Windows two names that differ in case alone are one file. */
const hasDoubles = (entries: readonly ArchiveEntry[]): boolean =>
  new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length;

const rules: readonly { readonly code: ProblemCode; readonly when: (entries: readonly ArchiveEntry[]) => boolean }[] = [
  { code: 'EGAIS_ARCHIVE_UNSAFE', when: (entries) => entries.some(({ name }) => unsafeName(name)) },
  { code: 'EGAIS_ARCHIVE_UNSAFE', when: (entries) => entries.some(isSpecial) },
  { code: 'EGAIS_ARCHIVE_UNSAFE', when: hasDoubles },
  { code: 'EGAIS_ARCHIVE_BOMB', when: overlap },
  { code: 'EGAIS_ARCHIVE_UNSAFE', when: (entries) => entries.some(({ namedAlike }) => !namedAlike) },
  { code: 'EGAIS_ARCHIVE_ENCRYPTED', when: (entries) => entries.some(({ encrypted }) => encrypted) },
  { code: 'EGAIS_ARCHIVE_BOMB', when: (entries) => entries.some(isBomb) },
  { code: 'EGAIS_ARCHIVE_BOMB', when: (entries) => total(entries) > MAX_TOTAL_BYTES },
];

/** Why nothing of an archive is taken out; `null` where its list is that of an honest one. First match wins. */
export const archiveRefusal = (entries: readonly ArchiveEntry[]): ProblemCode | null =>
  rules.find(({ when }) => when(entries))?.code ?? null;

// Names of installers as they were seen (docs/sources.md, UTM).
const installerNames: readonly RegExp[] = [
  /^silent-setup-(?<build>\d[\w.-]{0,40})\.exe$/i,
  /^u-trans-(?<build>\d[\w.-]{0,40}?)-i386(?:-test)?\.deb$/i,
];

const fileNameOf = (name: string): string => name.split('/').at(-1) ?? '';

/** An installer among the files of an archive. */
export interface FoundInstaller {
  readonly entry: ArchiveEntry;
  readonly fileName: string;
  /** As its name has it, like `4.2.0-b2689`. */
  readonly build: string;
}

/** The build that the name of an installer tells, like `4.2.0-b2689`; `null` where it is not named as one. */
export const buildInName = (fileName: string): string | null =>
  installerNames.map((pattern) => pattern.exec(fileName)?.groups?.build).find((found) => found) ?? null;

export const installersAmong = (entries: readonly ArchiveEntry[]): readonly FoundInstaller[] =>
  entries.flatMap((entry) => {
    const fileName = fileNameOf(entry.name);
    const build = buildInName(fileName);
    return build === null ? [] : [{ entry, fileName, build }];
  });
