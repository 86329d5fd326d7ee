import { useEffect, useRef } from 'react';

const stops = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** A page that is longer than the window and has nothing to stop at is itself a stop, so that keys can scroll it. */
export function useKeyboardScroll() {
  const region = useRef<HTMLElement>(null);
  // After every render: what is on the page is what decides.
  useEffect(() => {
    const element = region.current;
    if (element === null) return;
    const look = () => {
      const scrolls = element.scrollHeight > element.clientHeight && element.querySelector(stops) === null;
      if (scrolls) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  });
  return region;
}
