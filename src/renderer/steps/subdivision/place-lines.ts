import type { Region } from './place-list.ts';

/** Consecutive places of one region: from `first` to before `end`, numbered among those found. */
export interface RegionPart {
  readonly region: Region;
  /** Number of the region among those found. */
  readonly index: number;
  readonly first: number;
  readonly end: number;
}

/** Under fewer places on the average, headings would part what is better read as one list. */
const placesUnderHeading = 2;

/** The list as lines: places under the headings of their regions, where there are several and headings help. */
export class PlaceLines {
  readonly #regions: readonly Region[];
  /** Regions have headings. */
  readonly titled: boolean;
  readonly count: number;

  /** @param found how many places were found, all of them in these regions */
  constructor(found: number, regions: readonly Region[]) {
    this.#regions = regions;
    this.titled = regions.length > 1 && found >= regions.length * placesUnderHeading;
    this.count = found + (this.titled ? regions.length : 0);
  }

  lineOf(place: number): number {
    return this.titled ? place + this.#regions.findLastIndex(({ start }) => start <= place) + 1 : place;
  }

  /** The place on a line; that of the first one under it where the line is a heading. */
  placeAt(line: number): number {
    if (!this.titled) return line;
    const index = this.#regions.findLastIndex(({ start }, before) => start + before <= line);
    return Math.max(this.#regions[index]?.start ?? 0, line - index - 1);
  }

  /** The parts of regions that stand on some lines, both ends included. */
  partsOf(firstLine: number, lastLine: number): readonly RegionPart[] {
    return this.#regions.flatMap((region, index) => {
      const headings = this.titled ? index + 1 : 0;
      const first = Math.max(region.start, firstLine - headings);
      const end = Math.min(region.end, lastLine - headings + 1);
      return end > first ? [{ region, index, first, end }] : [];
    });
  }

  /** The lines that are headings. */
  headings(): readonly number[] {
    return this.titled ? this.#regions.map(({ start }, index) => start + index) : [];
  }
}
