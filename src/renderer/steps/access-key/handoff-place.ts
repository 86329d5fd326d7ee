import { type RefObject, useEffect } from 'react';
import { askQuietly } from '../../bridge.ts';

/** A rectangle of the window in whole CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Rectangle = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;
type Size = Readonly<Record<'width' | 'height', number>>;

/** What of a rectangle is seen in a window of this size; `null` where nothing is. */
export function visiblePlace({ left, top, right, bottom }: Rectangle, window: Size): Place | null {
  const [x, y] = [Math.max(0, Math.ceil(left)), Math.max(0, Math.ceil(top))];
  const width = Math.min(window.width, Math.floor(right)) - x;
  const height = Math.min(window.height, Math.floor(bottom)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** Dialogs and menus stand in the document beside the window's own root. */
const OVERLAY = 'body > :not(#root) :is([role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"])';

const isCovered = (): boolean => document.querySelector(OVERLAY) !== null;

/**
 * Keeps the main process told where the issuer's own page belongs. That page lies above everything the window draws, so
 * it is hidden while a dialog or a menu of ours is open, and when `area` is gone.
 */
export function useHandoffPlace(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    let told: string | null = null;
    const tell = () => {
      const place = isCovered()
        ? null
        : visiblePlace(element.getBoundingClientRect(), { width: window.innerWidth, height: window.innerHeight });
      const now = JSON.stringify(place);
      if (now === told) return;
      told = now;
      void askQuietly('handoff:place', place);
    };
    const sizes = new ResizeObserver(tell);
    sizes.observe(element);
    const overlays = new MutationObserver(tell);
    overlays.observe(document.body, { childList: true });
    window.addEventListener('resize', tell);
    document.addEventListener('scroll', tell, { capture: true, passive: true });
    tell();
    return () => {
      sizes.disconnect();
      overlays.disconnect();
      window.removeEventListener('resize', tell);
      document.removeEventListener('scroll', tell, { capture: true });
      void askQuietly('handoff:place', null);
    };
  }, [area]);
}
