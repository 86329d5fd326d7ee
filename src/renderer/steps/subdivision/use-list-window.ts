import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { KnownHeights } from './known-heights.ts';
import type { LineHeights } from './line-heights.ts';
import type { PlaceLines, RegionPart } from './place-lines.ts';

/** Lines drawn beyond those in sight, so that a turn of the wheel meets no blank. */
const beyond = 6;
/** Lines in sight before the box is measured. */
const usualLines = 12;
/** Less than this is no change of height. */
const roundingPx = 0.5;

interface WindowedList {
  readonly box: RefObject<HTMLElement | null>;
  readonly lines: PlaceLines;
  /** The rows that stand on the lines, by their places there. */
  readonly found: Uint32Array;
}

export interface ListWindow {
  readonly parts: readonly RegionPart[];
  /** Height of all lines, and where the first part begins with its heading, in CSS pixels. */
  readonly height: number;
  readonly top: number;
  /** The places in sight, both included. */
  readonly seen: { readonly first: number; readonly last: number };
  readonly onScroll: () => void;
  /** Scrolls as little as brings the place into sight. */
  reveal(place: number): void;
}

interface InSight {
  readonly first: number;
  readonly last: number;
}

/** The lines in sight; a heading that sticks to the top covers what is under it. */
function linesInSight(box: HTMLElement, heights: LineHeights, cover: number): InSight {
  const { scrollTop, clientHeight } = box;
  return { first: heights.lineAt(scrollTop + cover), last: heights.lineAt(scrollTop + clientHeight - 1) };
}

/** Takes the heights of the lines that are drawn; answers whether one of them was not known. */
function measure(box: HTMLElement, heights: LineHeights, known: KnownHeights): boolean {
  let changed = false;
  for (const drawn of box.querySelectorAll<HTMLElement>('[data-line]')) {
    const line = Number(drawn.dataset.line);
    const { height } = drawn.getBoundingClientRect();
    if (drawn.dataset.row === undefined) known.heading = height;
    else known.set(Number(drawn.dataset.row), height);
    if (Math.abs(height - heights.of(line)) < roundingPx) continue;
    heights.set(line, height);
    changed = true;
  }
  return changed;
}

/**
 * Which part of a long list is to be drawn in its box, as it is scrolled, resized and measured. Lines that are drawn
 * carry their number in `data-line`, and a place its row in `data-row`; those are measured, and what is in sight keeps its place meanwhile.
 */
export function useListWindow({ box, lines, found }: WindowedList): ListWindow {
  const [known] = useState(() => new KnownHeights());
  const [width, setWidth] = useState(0);
  const [, setMeasured] = useState(0);
  const [inSight, setInSight] = useState<InSight>({ first: 0, last: usualLines });
  /** A place that is to be in sight once the heights around it are known. */
  const wanted = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width makes other heights
  const heights = useMemo(() => known.of(lines, found), [lines, found, known, width]);
  const cover = lines.titled ? known.heading : 0;

  const look = useCallback(() => {
    if (box.current === null) return;
    const next = linesInSight(box.current, heights, cover);
    setInSight((last) => (last.first === next.first && last.last === next.last ? last : next));
  }, [box, heights, cover]);

  const scrollTo = useCallback(
    (place: number) => {
      if (box.current === null) return;
      const line = lines.lineOf(place);
      const [top, bottom] = [heights.offsetOf(line), heights.offsetOf(line + 1)];
      const { scrollTop, clientHeight } = box.current;
      box.current.scrollTop = Math.max(Math.min(scrollTop, top - cover), bottom - clientHeight);
      look();
    },
    [box, lines, heights, cover, look],
  );

  // After every drawing: what was drawn may be higher or lower than thought.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (known.forget(element.clientWidth)) {
      setWidth(element.clientWidth);
      return;
    }
    const anchor = heights.lineAt(element.scrollTop);
    const within = element.scrollTop - heights.offsetOf(anchor);
    if (!measure(element, heights, known)) {
      wanted.current = null;
      return;
    }
    if (wanted.current !== null) scrollTo(wanted.current);
    else if (element.scrollTop > 0) element.scrollTop = heights.offsetOf(anchor) + within;
    look();
    setMeasured((times) => times + 1);
  });

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth);
      look();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, look]);

  const parts = lines.partsOf(Math.max(0, inSight.first - beyond), Math.min(lines.count - 1, inSight.last + beyond));
  return {
    parts,
    height: heights.total,
    top: heights.offsetOf(lines.lineOf(parts[0]?.first ?? 0)) - cover,
    seen: { first: lines.placeAt(inSight.first), last: lines.placeAt(inSight.last) },
    onScroll: look,
    reveal: useCallback(
      (place: number) => {
        wanted.current = place;
        scrollTo(place);
      },
      [scrollTo],
    ),
  };
}
