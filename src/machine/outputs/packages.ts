/** An installed package. `state` is dpkg's word (`installed`, `config-files` …). */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly state: string;
  readonly maintainer: string;
}

/** Arguments that make `dpkg-query` list every package it knows, for {@link readPackages}. */
export const dpkgListing = ['-W', `-f=\${Package}\\t\${Version}\\t\${db:Status-Status}\\t\${Maintainer}\\n`];

/** The same of `rpm`, which lists installed packages alone. */
export const rpmListing = ['-qa', '--qf', '%{NAME}\\t%{VERSION}-%{RELEASE}\\tinstalled\\t%{VENDOR}\\n'];

/** Reads either listing. Packages that are known and nothing more (`not-installed`) are left out. */
export function readPackages(output: string): readonly Package[] {
  return output.split('\n').flatMap((line) => {
    const [name = '', version = '', state = '', maintainer = ''] = line.split('\t');
    return name !== '' && state !== '' && state !== 'not-installed' ? [{ name, version, state, maintainer }] : [];
  });
}

/** The package out of `dpkg-query -S`, `librtpkcs11ecp:amd64: /usr/lib/…`, or of `rpm -qf` in the same form. */
export const readOwner = (output: string): string | null =>
  /^([a-zA-Z0-9][\w.+-]*)(?::\w+)?: /m.exec(output)?.[1] ?? null;
