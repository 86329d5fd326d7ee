import type { BrowserWindow, Rectangle } from 'electron';
import { createHandoffView, type HandoffTrouble, type HandoffView } from './handoff-view.ts';

/**
 * Keeps the issuer's own page in step with the state of the walk: open while a person is to work on one, gone otherwise.
 */
export class HandoffDesk {
  readonly #window: BrowserWindow;
  readonly #onTrouble: (trouble: HandoffTrouble) => void;
  #open: { readonly url: string; readonly view: HandoffView } | null = null;
  #placed: Rectangle | null = null;

  constructor(window: BrowserWindow, onTrouble: (trouble: HandoffTrouble) => void) {
    this.#window = window;
    this.#onTrouble = onTrouble;
  }

  /** @param url the page to work on, `null` for none */
  show(url: string | null): void {
    if (url === (this.#open?.url ?? null)) return;
    void this.#open?.view.close();
    this.#open = null;
    if (url === null || this.#window.isDestroyed()) return;
    const view = createHandoffView(this.#window, this.#onTrouble);
    this.#open = { url, view };
    view.place(this.#placed);
    void view.open(url);
  }

  place(rectangle: Rectangle | null): void {
    this.#placed = rectangle;
    this.#open?.view.place(rectangle);
  }
}
