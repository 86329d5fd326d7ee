import { mkdirSync } from 'node:fs';
import electronLog from 'electron-log/node';
import type { RunRecord } from '../setup/run-record.ts';
import type { Log } from './log.ts';
import { currentLogFile, logFolder, rotateLogs } from './log-files.ts';
import type { SecretRegister } from './secret-register.ts';

const MAX_BYTES = 1_000_000;

interface FileLogOptions {
  readonly profileDir: string;
  readonly alsoToStderr: boolean;
  /** What is registered here never comes into the log. */
  readonly secrets: SecretRegister;
}

/**
 * Writes to a rotating file under the profile folder, redacted, and to standard error when asked. Never to standard
 * output.
 */
export function createFileLog({ profileDir, alsoToStderr, secrets }: FileLogOptions): Log {
  const folder = logFolder(profileDir);
  mkdirSync(folder, { recursive: true });
  const logger = electronLog.create({ logId: 'wizard' });
  logger.transports.console.level = false;
  logger.transports.file.resolvePathFn = () => currentLogFile(folder);
  logger.transports.file.archiveLogFn = () => rotateLogs(folder);
  logger.transports.file.maxSize = MAX_BYTES;
  logger.transports.file.level = 'info';
  const line =
    (level: 'info' | 'warn' | 'error'): Log['info'] =>
    (event, facts = {}) => {
      const text = JSON.stringify(secrets.forLog(facts));
      logger[level](event, text);
      if (alsoToStderr) process.stderr.write(`${level} ${event} ${text}\n`);
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** The run record is kept in the log, under its own name. */
export const recordInLog = (log: Log): RunRecord => ({
  write: ({ event, facts }) => log.info(`record/${event}`, facts),
});
