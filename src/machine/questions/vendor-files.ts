import { vendorLibraries as knownLibraries, libraryPaths, type VendorLibrary } from '../../shared/vendor-libraries.ts';
import type { System } from '../system.ts';

/** Where the copies of a library would lie on this computer: the one we load, and the one the UTM loads. */
export function vendorFilePaths(system: System, library: VendorLibrary) {
  const computer = { platform: system.platform, environment: (name: string) => system.environment(name) };
  return {
    own: libraryPaths(library, computer, 'own'),
    // Elsewhere the UTM loads the same file.
    utm: system.platform === 'win32' ? libraryPaths(library, computer, 'utm') : [],
  };
}

/** The files of vendors' libraries that are on this computer, in the order of the table. */
export async function findVendorFiles(system: System, only?: VendorLibrary['vendor']): Promise<readonly string[]> {
  const libraries = knownLibraries.filter((library) => only === undefined || library.vendor === only);
  const paths = libraries.flatMap((library) => {
    const { own, utm } = vendorFilePaths(system, library);
    return [...own, ...utm];
  });
  const present = await Promise.all(paths.map((path) => system.exists(path)));
  return paths.filter((_, index) => present[index]);
}
