import { statSync } from 'node:fs';
import type { PlaceRow, UtmFolder } from '../utm/utm-folder.ts';

/** A new place as somebody entered it. */
export interface NewPlace {
  readonly inn: string;
  readonly kpp: string | null;
  readonly name: string;
  readonly address: string;
}

/** One more than the highest of the numbers, or than `least`. All of them have at most twelve digits. */
const nextAfter = (least: number, numbers: readonly string[]): string =>
  String(numbers.reduce((highest, number) => Math.max(highest, Number(number)), least) + 1);

/**
 * The agency's register of places, which the stand-in UTM reads too. A hundred thousand rows take a second to read, so
 * they are kept until the file changes.
 */
export class PlaceRegister {
  readonly #folder: UtmFolder;
  #kept: { readonly version: string; readonly rows: readonly PlaceRow[] } | null = null;

  constructor(folder: UtmFolder) {
    this.#folder = folder;
  }

  rows(): readonly PlaceRow[] {
    const stat = statSync(this.#folder.paths.places, { throwIfNoEntry: false });
    const version = stat === undefined ? 'none' : `${stat.mtimeMs}:${stat.size}:${stat.ino}`;
    if (this.#kept?.version !== version) this.#kept = { version, rows: this.#folder.places() };
    return this.#kept.rows;
  }

  of(inns: readonly string[]): readonly PlaceRow[] {
    return this.rows().filter(({ INN }) => inns.includes(INN));
  }

  /** Takes a place up, under the next free numbers; answers its FSRAR ID. */
  add({ inn, kpp, name, address }: NewPlace): string {
    const rows = this.rows();
    const fsrarId = nextAfter(
      30_000_000_000,
      rows.map((row) => row.Owner_ID),
    ).padStart(12, '0');
    const row: PlaceRow = {
      ID: nextAfter(
        700_000,
        rows.map(({ ID }) => ID),
      ),
      Owner_ID: fsrarId,
      Full_Name: name,
      Short_Name: name,
      INN: inn,
      KPP: kpp ?? '',
      Country_Code: '643',
      Region_Code: kpp?.slice(0, 2) ?? inn.slice(0, 2),
      Dejure_Address: address,
      Fact_Address: address,
      isLicense: 'false',
    };
    this.#folder.write(this.#folder.paths.places, [...rows, row]);
    return fsrarId;
  }
}
