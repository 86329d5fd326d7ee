import {
  app,
  type BrowserWindow,
  type Input,
  type Rectangle,
  session,
  type WebContents,
  WebContentsView,
} from 'electron';
import { handoffOrigin, handoffPreferences, mayLoad } from './handoff-rules.ts';
import { confineTo, secureSession } from './security.ts';

/** Why the page cannot be worked with in the view. */
export type HandoffTrouble =
  /** Nobody answers there; `reason` is Chromium's name of it, such as `ERR_CONNECTION_REFUSED`. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** Somebody answers, and has no such page. */
  | { readonly kind: 'refused'; readonly status: number }
  /** The process that showed the page ended. */
  | { readonly kind: 'crashed'; readonly reason: string };

/**
 * A page of another program on this computer, inside the wizard's window and apart from everything else: a session of
 * its own in memory, a direct connection, one origin, no bridge, no permission, no download, no other window.
 *
 * Keyboard: F6 takes the focus from the wizard into the page and back, as between the panes of a browser.
 */
export interface HandoffView {
  /**
   * Loads the page and keeps the view within its origin. Ends when the page is there or a trouble was reported.
   * @throws Error when the address is not plain HTTP on this computer
   */
  open(url: string): Promise<void>;
  /**
   * Where the page stands in the window, in CSS pixels of the wizard's page; `null`: not to be seen. A page in trouble
   * is not to be seen either way, so that the wizard can say what to do.
   */
  place(rectangle: Rectangle | null): void;
  /** Takes the page away and forgets all that it stored. Closing twice is closing once. */
  close(): Promise<void>;
}

/** What Chromium says when a load was given up for another one, or was not allowed. */
const ERR_ABORTED = -3;

const isFocusKey = ({ type, key, control, alt, meta }: Input): boolean =>
  type === 'keyDown' && key === 'F6' && !control && !alt && !meta;

const scaled = ({ x, y, width, height }: Rectangle, factor: number): Rectangle => ({
  x: Math.round(x * factor),
  y: Math.round(y * factor),
  width: Math.round(width * factor),
  height: Math.round(height * factor),
});

function watchTroubles(page: WebContents, report: (trouble: HandoffTrouble) => void): void {
  page.on('did-fail-load', (_event, code, reason, _url, isMainFrame) => {
    if (isMainFrame && code !== ERR_ABORTED) report({ kind: 'unreachable', reason });
  });
  page.on('did-navigate', (_event, _url, status) => {
    if (status >= 400) report({ kind: 'refused', status });
  });
  page.on('render-process-gone', (_event, { reason }) => report({ kind: 'crashed', reason }));
}

/** Lets F6 carry the focus between the two, to the page only while it is seen. Answers how to end that. */
function exchangeFocus(wizard: WebContents, page: WebContents, isSeen: () => boolean): () => void {
  const carry = (to: WebContents, may: () => boolean) => (event: { preventDefault(): void }, input: Input) => {
    if (!isFocusKey(input) || !may()) return;
    event.preventDefault();
    to.focus();
  };
  const toPage = carry(page, isSeen);
  wizard.on('before-input-event', toPage);
  page.on(
    'before-input-event',
    carry(wizard, () => true),
  );
  return () => wizard.off('before-input-event', toPage);
}

/**
 * Closes a page and waits until it is gone; a view's page outlives its window unless it is closed. Its view may be taken
 * out of the window only afterwards: Electron 33 falls when that happens while the page is on its way to another.
 */
const endPage = (page: WebContents): Promise<void> =>
  new Promise((resolve) => {
    if (page.isDestroyed()) return resolve();
    page.once('destroyed', () => resolve());
    page.stop();
    page.close();
  });

let visits = 0;

/** Adds a view to the window, unseen until it is placed. It is gone with the window at the latest. */
export function createHandoffView(window: BrowserWindow, onTrouble: (trouble: HandoffTrouble) => void): HandoffView {
  visits += 1;
  // Without `persist:` a session lives in memory; a new name for every visit, so that none finds what another left.
  const partition = `handoff-${visits}`;
  const pages = session.fromPartition(partition);
  const view = new WebContentsView({ webPreferences: handoffPreferences(partition, app.isPackaged) });
  const page = view.webContents;
  const wizard = window.webContents;

  let origin: string | null = null;
  let placed: Rectangle | null = null;
  let troubled = false;
  let closed = false;

  secureSession(pages);
  pages.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: origin === null || !mayLoad(origin, url) }));

  const isSeen = () => placed !== null && !troubled;
  const show = () => {
    const factor = wizard.getZoomFactor();
    if (placed !== null) view.setBounds(scaled(placed, factor));
    page.setZoomFactor(factor);
    if (!isSeen() && page.isFocused()) wizard.focus();
    view.setVisible(isSeen());
  };

  const report = (trouble: HandoffTrouble) => {
    if (closed) return;
    troubled = true;
    show();
    onTrouble(trouble);
  };

  watchTroubles(page, report);
  // Chromium keeps a zoom by host, and a new session knows none.
  page.on('dom-ready', () => page.setZoomFactor(wizard.getZoomFactor()));

  const stopExchange = exchangeFocus(wizard, page, isSeen);

  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    if (!window.isDestroyed()) {
      stopExchange();
      window.off('closed', closeWithWindow);
      if (page.isFocused()) wizard.focus();
      view.setVisible(false);
    }
    await endPage(page);
    if (!window.isDestroyed()) window.contentView.removeChildView(view);
    await Promise.all([pages.clearStorageData(), pages.clearCache(), pages.closeAllConnections()]);
  }
  const closeWithWindow = () => void close();
  window.once('closed', closeWithWindow);

  view.setBackgroundColor('#ffffff');
  view.setVisible(false);
  window.contentView.addChildView(view);

  return {
    async open(url) {
      origin = handoffOrigin(url);
      confineTo(page, origin);
      troubled = false;
      await pages.setProxy({ mode: 'direct' });
      if (closed) return;
      const wizardHadFocus = wizard.isFocused();
      // What goes wrong is reported by the events above.
      await page.loadURL(url).catch(() => undefined);
      if (closed) return;
      // Chromium moves the focus into whatever was loaded; a person who reads the wizard goes there by F6.
      if (wizardHadFocus) wizard.focus();
      show();
    },
    place(rectangle) {
      placed = rectangle;
      if (!closed) show();
    },
    close,
  };
}
