import { openForeignLibrary } from './foreign-library.ts';
import { jacartaExtensions } from './vendor-extensions-jacarta.ts';
import { rutokenExtensions } from './vendor-extensions-rutoken.ts';
import type { VendorExtensions } from './vendor-port.ts';

export type { PinCounter, VendorExtensions } from './vendor-port.ts';

/** Opens the vendor's own functions of a library that is loaded already; `null` where it has none we know. */
export function openVendorExtensions(libraryPath: string): VendorExtensions | null {
  const library = openForeignLibrary(libraryPath);
  return library && (rutokenExtensions(library) ?? jacartaExtensions(library));
}
