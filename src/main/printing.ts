import { writeFile } from 'node:fs/promises';
import { BrowserWindow, session, type WebContents } from 'electron';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { secureSession } from './security.ts';

/** How a print came out. A person who closes the system's dialog has cancelled. */
export type PrintOutcome =
  | { readonly kind: 'printed' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

/** A scheme that only the session of one document knows: an address has no room for a whole document. */
const scheme = 'printed-document';
const address = `${scheme}:page`;

const contentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

let documents = 0;

/** Lets `work` have the document as a page that runs nothing, reaches nothing and is not seen. */
async function withDocument<T>(html: string, work: (page: WebContents) => Promise<T>): Promise<T> {
  documents += 1;
  const partition = `printing-${documents}`;
  const pages = session.fromPartition(partition);
  secureSession(pages);
  pages.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: url !== address && !url.startsWith('data:') }),
  );
  pages.protocol.handle(
    scheme,
    () =>
      new Response(html, {
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': contentSecurityPolicy,
        },
      }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition,
      javascript: false,
      nodeIntegration: false,
      contextIsolation: true,
      sandbox: true,
      devTools: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(address);
    return await work(window.webContents);
  } finally {
    window.destroy();
    pages.protocol.unhandle(scheme);
  }
}

/**
 * Writes an HTML document as a PDF of A4 pages with selectable text, over a file of that name. Scripts and whatever the
 * document refers to are ignored; styles and pictures must be inside it.
 * @returns `SETUP_FILE_NOT_WRITTEN` when the file cannot be written
 */
export async function savePdf(html: string, file: string): Promise<Result<null>> {
  const pdf = await withDocument(html, (page) =>
    page.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true }),
  );
  try {
    await writeFile(file, pdf);
    return succeed(null);
  } catch (error) {
    return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
  }
}

/** Prints an HTML document on A4; the system's dialog asks where. Bounds are those of `savePdf`. */
export const print = (html: string): Promise<PrintOutcome> =>
  withDocument(
    html,
    (page) =>
      new Promise((resolve) => {
        page.print({ pageSize: 'A4', printBackground: true }, (printed, reason) => {
          if (printed) resolve({ kind: 'printed' });
          else if (/cancel/i.test(reason)) resolve({ kind: 'cancelled' });
          else resolve({ kind: 'failed', reason });
        });
      }),
  );
