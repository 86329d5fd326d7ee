import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const two = (value: number): string => String(value).padStart(2, '0');
const dayOf = (now: Date): string => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
const timeOf = (now: Date): string => [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `+0300`, as Tomcat writes a time zone. */
function zoneOf(now: Date): string {
  const ahead = -now.getTimezoneOffset();
  const minutes = Math.abs(ahead);
  return `${ahead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

/** A request that was answered, as an access log tells of it. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly size: number;
}

/** The logs of the stand-in UTM, under the names and in the forms of a real one's (docs/sources.md, UTM). */
export class UtmJournal {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  info(text: string): void {
    this.#write('INFO', text);
  }

  error(text: string): void {
    this.#write('ERROR', text);
  }

  /** What Java says where no log is written yet. */
  output(text: string): void {
    this.#append('daemon-error.log', text);
  }

  access({ method, path, status, size }: Answered): void {
    const now = new Date();
    const day = `${two(now.getDate())}/${months[now.getMonth()]}/${now.getFullYear()}`;
    const stamp = `[${day}:${timeOf(now)} ${zoneOf(now)}]`;
    this.#append(
      `access_log.${dayOf(now)}.log`,
      `127.0.0.1 - - ${stamp} "${method} ${path} HTTP/1.1" ${status} ${size === 0 ? '-' : size}`,
    );
  }

  #write(level: 'INFO' | 'ERROR', text: string): void {
    const now = new Date();
    const stamp = `${dayOf(now)} ${timeOf(now)},${String(now.getMilliseconds()).padStart(3, '0')}`;
    this.#append('transport_info.log', `${stamp} ${level} ru.centerinform.transport.backbone.Transport - ${text}`);
  }

  #append(name: string, line: string): void {
    mkdirSync(this.#folder, { recursive: true });
    appendFileSync(join(this.#folder, name), `${line}\n`);
  }
}
