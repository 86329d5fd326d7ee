import { type RefObject, useEffect, useRef } from 'react';

/** Brings an element into view when its turn comes, moving the page no further than that takes. */
export function useInView<Place extends HTMLElement>(isItsTurn: boolean): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    if (isItsTurn) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isItsTurn]);
  return place;
}
