import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MendOrder, type MendOutcome, mendOutcomeSchema } from '../../shared/domain/mending.ts';
import type { Elevation } from './elevation.ts';
import { mendWords } from './helper-word.ts';

/** How the helper's process ended, or why there was none. */
export type HelperEnd =
  | { readonly kind: 'ended'; readonly exitCode: number | null }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable'; readonly cause: string };

/** Starts the helper with these words and waits for its end. */
export type StartHelper = (words: readonly string[]) => Promise<HelperEnd>;

const longestReport = 32_768;

/** Where a report is awaited; known to nobody before the helper is told. */
function reportPlace(): { readonly path: string; remove(): void } {
  if (process.platform === 'win32') {
    return { path: `\\\\.\\pipe\\egais-wizard-mend-${randomUUID()}`, remove: () => undefined };
  }
  const folder = mkdtempSync(join(tmpdir(), 'egais-wizard-mend-'));
  return { path: join(folder, 'report'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function readReport(text: string): MendOutcome | null {
  try {
    return mendOutcomeSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Fulfilled with the first report that is one. */
const firstReport = (server: Server): Promise<MendOutcome> =>
  new Promise((resolve) => {
    server.on('connection', (socket) => {
      let said = '';
      socket.setEncoding('utf8');
      socket.on('error', () => undefined);
      socket.on('data', (text: string) => {
        said += text;
        if (said.length > longestReport) socket.destroy();
      });
      socket.on('end', () => {
        const outcome = readReport(said);
        if (outcome !== null) resolve(outcome);
      });
    });
  });

const withoutReport = (end: HelperEnd): MendOutcome => {
  if (end.kind !== 'ended') return end;
  return { kind: 'failed', step: 'helper', exitCode: end.exitCode, output: '' };
};

/** A report may still be on its way when the process has ended. */
const reportAfterEndMs = 1_000;

async function ask(order: MendOrder, start: StartHelper): Promise<MendOutcome> {
  const place = reportPlace();
  const server = createServer();
  try {
    const reported = firstReport(server);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(place.path, resolve);
    });
    const ended = start(mendWords({ order, report: place.path })).then(async (end) => {
      if (end.kind === 'ended') await new Promise((resolve) => setTimeout(resolve, reportAfterEndMs));
      return withoutReport(end);
    });
    return await Promise.race([reported, ended]);
  } catch (error) {
    return { kind: 'unavailable', cause: String(error).slice(0, 1_000) };
  } finally {
    server.close();
    place.remove();
  }
}

/** The way through a helper process: `start` asks the person for the rights and starts it. */
export const elevationByHelper = (start: StartHelper): Elevation => ({ perform: (order) => ask(order, start) });
