import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';

/** The file that is written to, and nine before it. */
const mostFiles = 10;

const nameOf = (age: number): string => (age === 0 ? 'wizard.log' : `wizard.${age}.log`);

export const logFolder = (profileDir: string): string => path.join(profileDir, 'logs');
export const currentLogFile = (folder: string): string => path.join(folder, nameOf(0));

/** Makes every file one older; the oldest is written over. */
export function rotateLogs(folder: string): void {
  for (let age = mostFiles - 2; age >= 0; age -= 1) {
    const file = path.join(folder, nameOf(age));
    if (existsSync(file)) renameSync(file, path.join(folder, nameOf(age + 1)));
  }
}

/** The end of a text, from the beginning of a line on. */
export function endOf(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  const end = text.slice(-mostCharacters);
  return end.slice(end.indexOf('\n') + 1);
}

/** The last lines of the log, over as many of its files as that takes; `null` while there is none. */
export function readLogEnd(profileDir: string, mostCharacters: number): string | null {
  const folder = logFolder(profileDir);
  const present = new Set(existsSync(folder) ? readdirSync(folder) : []);
  let text: string | null = null;
  for (let age = 0; age < mostFiles && present.has(nameOf(age)); age += 1) {
    text = readFileSync(path.join(folder, nameOf(age)), 'utf8') + (text ?? '');
    if (text.length >= mostCharacters) break;
  }
  return text === null ? null : endOf(text, mostCharacters);
}
