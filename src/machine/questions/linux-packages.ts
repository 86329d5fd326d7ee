import { dpkgListing, type Package, readOwner, readPackages, rpmListing } from '../outputs/packages.ts';
import type { System } from '../system.ts';

/** Packages of a Linux, by dpkg or, where there is none (ALT and the Red Hat kin), by rpm; `null` without either. */
export async function findLinuxPackages(system: System): Promise<readonly Package[] | null> {
  const dpkg = await system.run('dpkg-query', dpkgListing);
  if (dpkg.exitCode === 0) return readPackages(dpkg.stdout);
  const rpm = await system.run('rpm', rpmListing);
  return rpm.exitCode === 0 ? readPackages(rpm.stdout) : null;
}

/** The package a file came with; `null` when it came with none. */
export async function findOwningPackage(
  system: System,
  packages: readonly Package[],
  path: string,
): Promise<Package | null> {
  const dpkg = await system.run('dpkg-query', ['-S', path]);
  const owner = dpkg.missing ? await system.run('rpm', ['-qf', '--qf', '%{NAME}: ', path]) : dpkg;
  const name = owner.exitCode === 0 ? readOwner(owner.stdout) : null;
  return packages.find((one) => one.name === name) ?? null;
}
