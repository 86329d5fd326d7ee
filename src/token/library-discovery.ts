import { open, realpath } from 'node:fs/promises';
import {
  type Architecture,
  type ExecutableFormat,
  executableHeaderBytes,
  readExecutableFormat,
} from '../shared/executable-format.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import {
  type LibraryVendor,
  libraryPaths,
  type Platform,
  vendorLibraries,
  vendorOfLibrary,
} from '../shared/vendor-libraries.ts';

/** A library that a scan will ask, or the reason why it cannot be asked. */
export interface LibraryCandidate {
  readonly path: string;
  readonly vendor: LibraryVendor;
  readonly source: 'discovered' | 'override';
  readonly problem: Problem | null;
}

/** The computer whose libraries are looked for. */
export interface LibraryGround {
  readonly platform: Platform;
  /** Of the token process, as `process.arch` names it. */
  readonly architecture: string;
  readonly environment: (name: string) => string | undefined;
}

/** Paths of this form are folders of virtual tokens; only the practice token process can open them. */
export const practiceScheme = 'practice:';

/** The name by which a person may know a library: its file name, or the folder of virtual tokens. */
export const libraryName = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

type Header = Uint8Array | 'missing' | { readonly unreadable: string };

async function readHeader(path: string): Promise<Header> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(executableHeaderBytes), 0, executableHeaderBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : { unreadable: code };
  }
}

const processorNames: { readonly [architecture in Architecture]: string } = {
  x64: 'x64 (64 bit)',
  ia32: 'x86 (32 bit)',
  arm64: 'ARM64',
  arm: 'ARM (32 bit)',
  unknown: '?',
};

const formats: { readonly [platform in Platform]: Extract<ExecutableFormat, { kind: 'library' }>['format'] } = {
  win32: 'pe',
  linux: 'elf',
  darwin: 'mach-o',
};

const processorName = (architecture: string): string =>
  Object.hasOwn(processorNames, architecture) ? processorNames[architecture as Architecture] : architecture;

/** Why a file must not be loaded into a process of this computer; `null` when it may be tried. */
function headerProblem(path: string, header: Header, ground: LibraryGround): Problem | null {
  const file = path;
  if (header === 'missing') return problem('TOKEN_LIBRARY_MISSING', { file }, { library: path });
  if ('unreadable' in header)
    return problem('TOKEN_LIBRARY_UNREADABLE', { file }, { library: path, code: header.unreadable });
  const format = readExecutableFormat(header);
  if (format.kind === 'not-a-library' || format.format !== formats[ground.platform])
    return problem('TOKEN_LIBRARY_NOT_A_LIBRARY', { file }, { library: path });
  if (format.architectures.some((architecture) => architecture === ground.architecture)) return null;
  const values = {
    file,
    found: format.architectures.map(processorName).join(', '),
    needed: processorName(ground.architecture),
  };
  return problem('TOKEN_LIBRARY_WRONG_BITNESS', values, { library: path, ...values });
}

const realPath = (path: string): Promise<string> => realpath(path).catch(() => path);

/**
 * The PKCS#11 libraries of this computer: those named by hand first, then every vendor's that is installed. Nothing is
 * loaded: the header of each file is read, and a file that cannot be loaded comes with its problem. One file reached
 * by several paths is listed once; a vendor's path where nothing lies is not listed.
 */
export async function discoverLibraries(
  overrides: readonly string[],
  ground: LibraryGround,
  discoverVendors: boolean,
): Promise<readonly LibraryCandidate[]> {
  const vendorPaths = discoverVendors ? vendorLibraries.flatMap((library) => libraryPaths(library, ground, 'own')) : [];
  const wishes = [
    ...overrides.map((path) => ({ path, source: 'override' as const })),
    ...vendorPaths.map((path) => ({ path, source: 'discovered' as const })),
  ];
  const candidates = new Map<string, LibraryCandidate>();
  for (const { path, source } of wishes) {
    const vendor = vendorOfLibrary(path);
    if (path.startsWith(practiceScheme)) {
      candidates.set(path, { path, vendor, source, problem: null });
      continue;
    }
    const identity = await realPath(path);
    if (candidates.has(identity)) continue;
    const found = headerProblem(path, await readHeader(path), ground);
    if (source === 'discovered' && found?.code === 'TOKEN_LIBRARY_MISSING') continue;
    candidates.set(identity, { path, vendor, source, problem: found });
  }
  return [...candidates.values()];
}
