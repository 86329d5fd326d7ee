import { type RefObject, useEffect, useLayoutEffect } from 'react';

/** What stays free under the list, in rem: the line about a missing place, and the ends of the page. */
const below = 5.5;
/** The list is never lower; the page is scrolled then. */
const least = 15;

/** Lets the box of a list grow to the end of the page and no further, so that search and footer stay in sight. */
export function useListRoom(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => allot(box.current));
  useEffect(() => {
    const page = box.current?.closest('main');
    if (!page) return;
    const observer = new ResizeObserver(() => allot(box.current));
    observer.observe(page);
    return () => observer.disconnect();
  }, [box]);
}

/** Sets how high the box may become. */
function allot(box: HTMLElement | null): void {
  const page = box?.closest('main');
  if (!box || !page) return;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const top = box.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;
  box.style.maxHeight = `${Math.max(least * rem, page.clientHeight - top - below * rem)}px`;
}
