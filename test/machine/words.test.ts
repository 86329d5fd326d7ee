import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockRule } from '../../src/machine/checks/clock.ts';
import { networkRule } from '../../src/machine/checks/network.ts';
import { operatingSystemRule } from '../../src/machine/checks/operating-system.ts';
import { smartCardServiceRule } from '../../src/machine/checks/smart-card-service.ts';
import { tokenRule } from '../../src/machine/checks/token.ts';
import { utmRule } from '../../src/machine/checks/utm.ts';
import { utmPortRule } from '../../src/machine/checks/utm-port.ts';
import { vendorLibrariesRule } from '../../src/machine/checks/vendor-libraries.ts';
import { checks } from '../../src/machine/checks.ts';
import { checkIdSchema, type Finding, findingSchema } from '../../src/shared/domain/finding.ts';
import { utmVerdictIdSchema } from '../../src/shared/domain/utm.ts';
import { checkNames, findingText, findingTexts } from '../../src/shared/texts/finding-texts.ts';
import { device, library, tokens, utmState } from './contexts.ts';

const languages = ['ru', 'en'] as const;
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');

describe('words of every variant', () => {
  const variants = Object.entries(findingTexts).flatMap(([id, texts]) =>
    Object.entries(texts).map(([variant, text]) => [`${id}/${variant}`, text] as const),
  );

  test.each(variants)('%s', (_, text) => {
    for (const language of languages) {
      const { title, reason } = text[language];
      expect(title).toMatch(/\S/);
      expect(reason).toMatch(/\S/);
      expect(title).not.toMatch(/ошибк|error|CKR_|PKCS/i);
      expect(title).not.toMatch(/\.$(?<!дн\.)/);
      expect(title + reason).not.toMatch(/ {2}|\.\.| - /);
    }
    expect(text.ru.title + text.ru.reason).not.toMatch(/["“”]/);
    const named = languages.map((language) => placeholders(text[language].title + text[language].reason).sort());
    expect(named[0]).toEqual(named[1]);
  });

  test('every check is in the table once and has a name', () => {
    expect(checks.map((check) => check.id).toSorted()).toEqual([...checkIdSchema.options].toSorted());
    for (const id of checkIdSchema.options) {
      expect(checkNames[id].ru).toMatch(/[а-яё]|УТМ/i);
      expect(checkNames[id].en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  test('a variant of another version shows the name of its check', () => {
    for (const variant of ['from-the-future', 'toString', '__proto__']) {
      expect(findingText({ id: 'clock', variant }).ru).toEqual({ title: 'Часы', reason: variant });
    }
  });
});

/** A finding is sound when it is one by the schema and its values fill every place of its words. */
function expectSound(finding: Finding): void {
  expect(findingSchema.parse(finding)).toEqual(finding);
  expect(Object.keys(findingTexts[finding.id])).toContain(finding.variant);
  const text = findingText(finding);
  for (const language of languages) {
    for (const name of placeholders(text[language].title + text[language].reason)) {
      expect(finding.values).toHaveProperty([name]);
      expect(finding.values[name]).not.toBeNaN();
    }
  }
  if (finding.status === 'bad' || finding.status === 'waiting') {
    if (finding.id !== 'operating-system') expect(finding.actions).toContain('check-again');
  }
}

const word = fc.oneof(fc.constantFrom('', 'x64', 'ia32', 'Касса.exe', '10.0.22631', '/opt/utm'), fc.string());
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const architecture = fc.constantFrom('x64', 'ia32', 'arm64', 'arm', 'unknown' as const);
const copy = nullable(fc.record({ path: word, architectures: fc.array(architecture, { maxLength: 3 }) }));
const serviceState = fc.constantFrom('running', 'starting', 'stopped', 'absent', 'unknown' as const);
const answer = fc.constantFrom('answering', 'silent', 'other-program' as const);
const state = nullable(
  fc
    .tuple(answer, fc.constantFrom(...utmVerdictIdSchema.options), word)
    .map(([reachability, verdict, url]) => utmState(reachability, verdict, url)),
);

describe('law: no facts make a rule fail, and what it says can always be put into words', () => {
  test('operating-system', () => {
    const facts = fc.record({
      platform: fc.constantFrom('win32', 'linux', 'darwin' as const),
      architecture: word,
      nativeArchitecture: nullable(word),
      release: word,
      version: word,
      distribution: fc.record({ id: word, name: word }),
    });
    fc.assert(fc.property(facts, (one) => expectSound(operatingSystemRule(one))));
  });

  test('smart-card-service', () => {
    const tokenSeen = fc.boolean();
    const facts = fc.oneof(
      fc.record({
        platform: fc.constant('win32' as const),
        tokenSeen,
        state: serviceState,
        start: fc.constantFrom('automatic', 'manual', 'disabled', 'unknown' as const),
      }),
      fc.record({
        platform: fc.constant('linux' as const),
        tokenSeen,
        installed: fc.boolean(),
        listening: fc.boolean(),
        installCommand: word,
      }),
      fc.record({ platform: fc.constant('darwin' as const), tokenSeen }),
    );
    fc.assert(
      fc.property(facts, (one) => {
        const finding = smartCardServiceRule(one);
        expectSound(finding);
        if (one.tokenSeen) expect(finding.status).not.toBe('bad');
      }),
    );
  });

  test('vendor-libraries', () => {
    const facts = fc.record({
      architecture,
      libraries: fc.array(
        fc.record({
          vendor: fc.constantFrom('aladdin', 'aktiv', 'isbc', 'safenet' as const),
          product: word,
          downloadPage: fc.constantFrom('jacarta-client', 'rutoken-drivers', 'utm-download', null),
          own: copy,
          utm: copy,
          utmFile: nullable(word),
        }),
        { maxLength: 4 },
      ),
      overrides: fc.array(fc.record({ path: word, copy }), { maxLength: 3 }),
    });
    fc.assert(fc.property(facts, (one) => expectSound(vendorLibrariesRule(one))));
  });

  test('token', () => {
    const devices = fc.array(
      fc.tuple(word, word).map(([name, serial]) => device(name, serial)),
      { maxLength: 3 },
    );
    const libraries = fc.array(
      fc
        .tuple(word, fc.constantFrom('loaded', 'failed' as const), fc.integer({ min: 0, max: 2 }))
        .map(([path, fared, unreadable]) => library(path, fared, unreadable)),
      { maxLength: 3 },
    );
    const report = nullable(fc.tuple(devices, libraries).map(([held, loaded]) => tokens(held, loaded)));
    fc.assert(fc.property(report, (one) => expectSound(tokenRule({ report: one }))));
  });

  test('clock', () => {
    const offsets = fc.array(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })));
    fc.assert(fc.property(offsets, (one) => expectSound(clockRule({ offsets: one }))));
  });

  test('network', () => {
    fc.assert(fc.property(word, fc.boolean(), (host, answered) => expectSound(networkRule({ host, answered }))));
  });

  test('utm-port', () => {
    const facts = fc.record({
      port: nullable(fc.integer({ min: 1, max: 65_535 })),
      held: fc.boolean(),
      holder: nullable(fc.record({ pid: fc.nat(), program: nullable(word), fromUtmFolder: fc.boolean() })),
      answer: nullable(answer),
      utmInstalled: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (one) => {
        const finding = utmPortRule(one);
        expectSound(finding);
        if (one.answer === 'answering') expect(finding.status).not.toBe('bad');
      }),
    );
  });

  test('utm', () => {
    const installation = fc.record({ installed: fc.boolean(), service: nullable(serviceState) });
    const facts = fc.record({ url: word, here: fc.boolean(), state, installation });
    fc.assert(
      fc.property(facts, (one) => {
        const finding = utmRule(one);
        expectSound(finding);
        expect(finding.status).not.toBe('bad');
      }),
    );
  });
});
