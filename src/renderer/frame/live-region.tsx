import { useEffect, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';

type Listener = (message: string) => void;
const listeners = new Set<Listener>();

/** Says a sentence to a screen reader. */
export function announce(message: string): void {
  for (const listener of listeners) listener(message);
}

/**
 * The ear of screen readers. Two regions take turns, so that the same sentence twice is read twice: Narrator in
 * Electron otherwise misses repeated and changed texts (electron issues 47545, 28479).
 */
export function LiveRegion() {
  const [spoken, setSpoken] = useState({ turn: 0, message: '' });
  useEffect(() => {
    const listener: Listener = (message) => setSpoken(({ turn }) => ({ turn: 1 - turn, message }));
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return (
    <VisuallyHidden>
      {[0, 1].map((turn) => (
        <div key={turn} role="status" aria-live="polite" aria-atomic="true">
          {spoken.turn === turn ? spoken.message : ''}
        </div>
      ))}
    </VisuallyHidden>
  );
}
