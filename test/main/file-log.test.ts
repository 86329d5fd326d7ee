import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConsoleRing } from '../../src/main/console-ring.ts';
import { createFileLog, recordInLog } from '../../src/main/file-log.ts';
import type { Log } from '../../src/main/log.ts';
import { endOf, readLogEnd } from '../../src/main/log-files.ts';
import { ownerOfThisComputer, SecretRegister } from '../../src/main/secret-register.ts';

let profileDir: string;
let secrets: SecretRegister;
let log: Log;
beforeEach(() => {
  profileDir = mkdtempSync(path.join(tmpdir(), 'egais-wizard-log-'));
  secrets = new SecretRegister(ownerOfThisComputer());
  log = createFileLog({ profileDir, alsoToStderr: false, secrets });
});
afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

const written = (): string => readLogEnd(profileDir, 1_000_000) ?? '';

describe('the log', () => {
  it('holds no path of the person, no serial, no number of the state, from the first line on', () => {
    log.warn('fell', { file: path.join(homedir(), 'ключ.p10'), fsrarId: '030000000002' });
    recordInLog(log).write({ event: 'sign-in', facts: { device: '4E41000100AB6035', outcome: 'signed-in' } });
    expect(written()).toContain('‹~›/ключ.p10');
    expect(written()).toMatch(/record\/sign-in \{"device":"‹…035›","outcome":"signed-in"\}/);
    expect(written()).not.toMatch(/030000000002|4E41000100AB6035/);
  });

  it('holds nothing that was registered before the line', () => {
    log.info('before', { holder: 'Ромашка' });
    secrets.add([{ kind: 'name', text: 'Ромашка' }]);
    log.info('after', { holder: 'Ромашка' });
    expect(written()).toMatch(/before \{"holder":"Ромашка"\}[\s\S]*after \{"holder":"‹…›"\}/);
  });

  it('is ten files at most, none of them much over a megabyte, and its end is the newest', () => {
    const filling = 'щ'.repeat(100_000);
    for (let number = 0; number < 80; number += 1) log.info('line', { number, filling });
    log.info('last');
    const folder = path.join(profileDir, 'logs');
    const files = readdirSync(folder);
    expect(files.length).toBe(10);
    for (const file of files) expect(statSync(path.join(folder, file)).size).toBeLessThan(1_500_000);
    const end = readLogEnd(profileDir, 2_000_000) ?? '';
    expect(end.trimEnd()).toMatch(/last \{\}$/);
    const numbers = [...end.matchAll(/"number":(\d+)/g)].map(([, number]) => Number(number));
    expect(numbers.length).toBeGreaterThan(12);
    expect(numbers).toEqual(numbers.map((_, index) => 80 - numbers.length + index));
    expect(readFileSync(path.join(folder, 'wizard.log'), 'utf8')).toContain('last');
  });

  it('is nothing before the first line, and its end begins with a line', () => {
    expect(readLogEnd(path.join(profileDir, 'nowhere'), 100)).toBeNull();
    expect(endOf('первая\nвторая\nтретья\n', 16)).toBe('вторая\nтретья\n');
    expect(endOf('одна', 16)).toBe('одна');
  });
});

describe('the console of the window', () => {
  const info = 1;
  const error = 3;

  it('goes to the log when trouble comes, with what was said before it', () => {
    const ring = new ConsoleRing(log);
    for (let number = 0; number < 200; number += 1) ring.take(info, `chatter ${number}`, 'app://wizard/a.js:1');
    expect(readLogEnd(profileDir, 1_000_000)).toBeNull();
    ring.take(error, 'Uncaught Error: pin=12345678', 'app://wizard/a.js:2');
    expect(written()).toContain('chatter 199');
    expect(written()).not.toContain('chatter 150"');
    expect(written()).toContain('"message":"Uncaught Error: pin=‹…›"');
  });

  it('does not fill the log, however much is said', () => {
    const ring = new ConsoleRing(log);
    for (let number = 0; number < 2_000; number += 1) ring.take(error, `${number} ${'x'.repeat(5_000)}`, 'a.js:1');
    expect(written().split('\n').length).toBeLessThan(310);
    expect(written().length).toBeLessThan(400_000);
  });
});
