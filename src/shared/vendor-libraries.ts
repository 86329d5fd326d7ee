import type { PageId } from './pages.ts';

export type Platform = 'win32' | 'linux' | 'darwin';

/** Vendors whose PKCS#11 libraries the product knows by name; `other` is a file picked by hand. */
export type LibraryVendor = 'aladdin' | 'aktiv' | 'isbc' | 'safenet' | 'other';

/** One PKCS#11 library of a vendor and the files it is installed as. */
export interface VendorLibrary {
  readonly vendor: Exclude<LibraryVendor, 'other'>;
  /** The name under which the vendor gives it out. */
  readonly product: string;
  readonly downloadPage: PageId | null;
  readonly files: {
    /**
     * Windows keeps two copies. `own` is the one a 64-bit program loads; `utm` the one the 32-bit UTM loads.
     * `%Name%` stands for an environment variable.
     */
    readonly win32: { readonly own: readonly string[]; readonly utm: readonly string[] };
    readonly linux: readonly string[];
    readonly darwin: readonly string[];
  };
}

const systemFile = (name: string) => ({
  own: [`%SystemRoot%\\System32\\${name}`],
  utm: [`%SystemRoot%\\SysWOW64\\${name}`],
});

/**
 * Paths from the vendors' packages and installers (ALT, Arch, rpm and deb specifications of JaCarta and Rutoken).
 * Left out on purpose: OpenSC and КриптоПро show the same tokens a second time and reach no ГОСТ key the UTM can use.
 */
export const vendorLibraries: readonly VendorLibrary[] = [
  {
    vendor: 'aladdin',
    product: 'Единый Клиент JaCarta',
    downloadPage: 'jacarta-client',
    files: {
      win32: systemFile('jcPKCS11-2.dll'),
      linux: [
        '/usr/lib/libjcPKCS11-2.so',
        '/usr/lib64/libjcPKCS11-2.so',
        '/usr/lib64/pkcs11/libjcPKCS11-2.so',
        '/usr/lib/x86_64-linux-gnu/libjcPKCS11-2.so',
      ],
      darwin: ['/Library/Frameworks/jcPKCS11-2.framework/jcPKCS11-2', '/usr/local/lib/libjcPKCS11.dylib'],
    },
  },
  {
    vendor: 'aktiv',
    product: 'Драйверы Рутокен',
    downloadPage: 'rutoken-drivers',
    files: {
      win32: systemFile('rtPKCS11ECP.dll'),
      linux: [
        '/opt/aktivco/rutokenecp/amd64/librtpkcs11ecp.so',
        '/opt/aktivco/rutokenecp/x86_64/librtpkcs11ecp.so',
        '/usr/lib/librtpkcs11ecp.so',
        '/usr/lib64/librtpkcs11ecp.so',
        '/usr/lib/pkcs11/librtpkcs11ecp.so',
      ],
      darwin: ['/usr/local/lib/librtpkcs11ecp.dylib'],
    },
  },
  {
    vendor: 'isbc',
    product: 'ESMART PKI Client',
    downloadPage: null,
    files: { win32: systemFile('isbc_pkcs11_main.dll'), linux: [], darwin: [] },
  },
  {
    vendor: 'safenet',
    product: 'SafeNet Authentication Client',
    downloadPage: null,
    files: {
      win32: { own: [], utm: [] },
      linux: [],
      darwin: ['/usr/local/lib/pkcs11/libeTPkcs11.dylib', '/usr/local/lib/pkcs11/libIDPrimePKCS11.dylib'],
    },
  },
];

const expand = (path: string, environment: (name: string) => string | undefined): string | null => {
  let complete = true;
  const expanded = path.replace(/%([^%]+)%/g, (_, name: string) => {
    const value = environment(name);
    if (!value) complete = false;
    return value ?? '';
  });
  return complete ? expanded : null;
};

/**
 * Absolute paths of a library on one computer, likeliest first. `for: 'utm'` asks for the copy the UTM loads, which
 * on Windows is the 32-bit one; elsewhere both are the same. A path whose variable is not set is left out.
 */
export function libraryPaths(
  library: VendorLibrary,
  computer: { readonly platform: Platform; readonly environment: (name: string) => string | undefined },
  reader: 'own' | 'utm',
): readonly string[] {
  const { files } = library;
  const paths = computer.platform === 'win32' ? files.win32[reader] : files[computer.platform];
  return paths.map((path) => expand(path, computer.environment)).filter((path) => path !== null);
}

const namesByVendor: readonly (readonly [RegExp, LibraryVendor])[] = [
  [/^(lib)?jcpkcs11/i, 'aladdin'],
  [/^(lib)?rtpkcs11/i, 'aktiv'],
  [/^isbc_/i, 'isbc'],
  [/^(lib)?(etpkcs11|idprimepkcs11)/i, 'safenet'],
];

/** Whose library a file is, by its name: vendors' own return codes overlap, so a code is read by this. */
export function vendorOfLibrary(path: string): LibraryVendor {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  return namesByVendor.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}
