import { type UtmLog, type UtmStartMark, utmStartMarkSchema } from '../../shared/domain/utm.ts';
import { withoutSecrets } from './log-secrets.ts';
import { failureIn, graver } from './start-failures.ts';

/** Words of the marks a start leaves, in their order (docs/sources.md, UTM). */
const marks: Readonly<Record<UtmStartMark, string>> = {
  begun: 'Starting Transport using',
  database: 'Initialized JPA EntityManagerFactory',
  cheques: 'Cheques address:',
  scheduler: 'Starting Quartz Scheduler now',
  update: 'Запуск процедуры обновления по расписанию',
  exchange: 'Завершение задачи обмена документами',
};
const order = utmStartMarkSchema.options;

const stopped = 'Shutdown completed.';
const exchangeRefused = 'Задача обмена документами отменена. Ошибка работы RSA';

const entry =
  /^(20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)[,.](\d{3}) {1,4}([A-Z]{4,5}) /;
const version = /UTM-Version:\s{0,4}([\w.+-]{1,40})/;
const quietLevels = new Set(['INFO', 'DEBUG', 'TRACE']);

/** A log line longer than this is somebody's data: its beginning tells enough. */
const longestLine = 4_000;
const longestError = 300;
const keptErrors = 5;

interface Line {
  /** `null` in a line that goes on with the one before. */
  readonly at: string | null;
  readonly level: string | null;
  readonly text: string;
}

const pad = (line: string): string => line.slice(0, longestLine).trimEnd();

/** The stamps have no time zone: they are in that of the UTM's computer, which is this one. */
function readLine(raw: string): Line {
  const line = pad(raw);
  const parts = entry.exec(line);
  if (parts === null) return { at: null, level: null, text: line };
  const [stamp, year, month, day, hour, minute, second, milli, level = ''] = parts;
  const at = new Date(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(milli),
  );
  return { at: at.toISOString(), level, text: line.slice(stamp.length) };
}

const nothing: UtmLog = {
  version: null,
  since: null,
  startedAt: null,
  mark: null,
  ended: false,
  exchangedAt: null,
  exchangeRefusedAt: null,
  failure: null,
  errors: [],
};

const further = (one: UtmStartMark | null, other: UtmStartMark): UtmStartMark =>
  one !== null && order.indexOf(one) > order.indexOf(other) ? one : other;

/** What a line of the ordinary course adds. */
function withCourse(log: UtmLog, { text }: Line, at: string | null): UtmLog {
  const mark = order.find((id) => text.includes(marks[id]));
  if (mark === 'begun') {
    return { ...log, startedAt: at, mark, ended: false, failure: null, errors: [] };
  }
  // An exchange that was finished had its PINs and its database: what failed before it is mended.
  if (mark === 'exchange') return { ...log, mark, ended: false, exchangedAt: at, failure: null };
  if (mark !== undefined) return { ...log, mark: further(log.mark, mark) };
  if (text.includes(stopped)) return { ...log, ended: true };
  const [, told] = version.exec(text) ?? [];
  return told === undefined ? log : { ...log, version: told };
}

/** What a line of trouble adds; `begins`: it is the first of its entry, and not a step of where it happened. */
function withTrouble(log: UtmLog, { text }: Line, at: string | null, begins: boolean): UtmLog {
  const refusedAt = text.includes(exchangeRefused) ? at : log.exchangeRefusedAt;
  const failure = failureIn(text);
  const told = { ...log, exchangeRefusedAt: refusedAt, failure: graver(log.failure, failure) };
  if (!begins && failure === null) return told;
  const error = { at, text: withoutSecrets(text.slice(0, longestError)).trim() };
  return { ...told, errors: [...log.errors, error].slice(-keptErrors) };
}

/**
 * Reads the end of `transport_info.log`: lines `yyyy-MM-dd HH:mm:ss,SSS LEVEL logger - text`, troubles with lines of
 * their own under them. Never throws; time and memory grow with the text alone.
 */
export function readInfoLog(text: string): UtmLog {
  let log = nothing;
  let at: string | null = null;
  let level = 'INFO';
  for (const raw of text.split('\n')) {
    const line = readLine(raw);
    if (line.text === '') continue;
    at = line.at ?? at;
    level = line.level ?? level;
    log = { ...log, since: log.since ?? at };
    // The exchange is given up in a line of any level.
    const quiet = quietLevels.has(level) && !line.text.includes(exchangeRefused);
    log = quiet ? withCourse(log, line, at) : withTrouble(log, line, at, line.level !== null);
  }
  return log;
}

/** The gravest failure that Java's error output speaks of; its lines have no form of their own. */
export const failureInOutput = (text: string): UtmLog['failure'] =>
  text
    .split('\n')
    .map((line) => failureIn(pad(line)))
    .reduce(graver, null);
