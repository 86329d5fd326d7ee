import { mkdirSync } from 'node:fs';
import path from 'node:path';
import electronLog from 'electron-log/node';
import type { RunRecord } from '../setup/run-record.ts';
import type { Log } from './log.ts';

const MAX_BYTES = 1_000_000;

/** Writes to a rotating file under the profile folder, and to standard error when asked. Never to standard output. */
export function createFileLog(profileDir: string, alsoToStderr: boolean): Log {
  const folder = path.join(profileDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const logger = electronLog.create({ logId: 'wizard' });
  logger.transports.console.level = false;
  logger.transports.file.resolvePathFn = () => path.join(folder, 'wizard.log');
  logger.transports.file.maxSize = MAX_BYTES;
  logger.transports.file.level = 'info';
  const line =
    (level: 'info' | 'warn' | 'error'): Log['info'] =>
    (event, facts = {}) => {
      logger[level](event, JSON.stringify(facts));
      if (alsoToStderr) process.stderr.write(`${level} ${event} ${JSON.stringify(facts)}\n`);
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** The run record is kept in the log, under its own name. */
export const recordInLog = (log: Log): RunRecord => ({
  write: ({ event, facts }) => log.info(`record/${event}`, facts),
});
