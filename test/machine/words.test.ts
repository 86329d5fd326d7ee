import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { administratorRule } from '../../src/machine/checks/computer/administrator.ts';
import { diskSpaceRule } from '../../src/machine/checks/computer/disk-space.ts';
import { memoryRule } from '../../src/machine/checks/computer/memory.ts';
import { operatingSystemRule } from '../../src/machine/checks/computer/operating-system.ts';
import { remoteSessionRule } from '../../src/machine/checks/computer/remote-session.ts';
import { virtualMachineRule } from '../../src/machine/checks/computer/virtual-machine.ts';
import { cryptoProvidersRule } from '../../src/machine/checks/drivers/crypto-providers.ts';
import { driverPublisherRule } from '../../src/machine/checks/drivers/driver-publisher.ts';
import { integrityCheckerRule } from '../../src/machine/checks/drivers/integrity-checker.ts';
import { readersRule } from '../../src/machine/checks/drivers/readers.ts';
import { smartCardServiceRule } from '../../src/machine/checks/drivers/smart-card-service.ts';
import { tokenRule } from '../../src/machine/checks/drivers/token.ts';
import { vendorLibrariesRule } from '../../src/machine/checks/drivers/vendor-libraries.ts';
import { networkRule } from '../../src/machine/checks/network/network.ts';
import { proxyRule } from '../../src/machine/checks/network/proxy.ts';
import { tlsInspectionRule } from '../../src/machine/checks/network/tls-inspection.ts';
import { clockRule } from '../../src/machine/checks/time/clock.ts';
import { timeZoneRule } from '../../src/machine/checks/time/time-zone.ts';
import { portalComponentsRule } from '../../src/machine/checks/utm/portal-components.ts';
import { utmRule } from '../../src/machine/checks/utm/utm.ts';
import { utmPortRule } from '../../src/machine/checks/utm/utm-port.ts';
import { utmRemainsRule } from '../../src/machine/checks/utm/utm-remains.ts';
import { utmServicePortsRule } from '../../src/machine/checks/utm/utm-service-ports.ts';
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
const serviceStart = fc.constantFrom('automatic', 'manual', 'disabled', 'unknown' as const);
const answer = fc.constantFrom('answering', 'silent', 'other-program' as const);
const holder = nullable(fc.record({ pid: fc.nat(), program: nullable(word), fromUtmFolder: fc.boolean() }));
const state = nullable(
  fc
    .tuple(answer, fc.constantFrom(...utmVerdictIdSchema.options), word)
    .map(([reachability, verdict, url]) => utmState(reachability, verdict, url)),
);

/** That a rule is sound over every combination of these facts. */
const law = <Facts>(
  id: Finding['id'],
  rule: (facts: Facts) => Finding,
  facts: { [name in keyof Facts]: fc.Arbitrary<Facts[name]> },
): readonly [Finding['id'], () => void] => [
  id,
  () => fc.assert(fc.property(fc.record(facts), (one) => expectSound(rule(one as Facts)))),
];

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
        start: serviceStart,
      }),
      fc.record({
        platform: fc.constant('linux' as const),
        tokenSeen,
        installed: fc.boolean(),
        listening: fc.boolean(),
        enabled: nullable(fc.boolean()),
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
      platform: fc.constantFrom('win32', 'linux', 'darwin' as const),
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
    const synchronised = fc.constantFrom('on', 'off', 'unknown' as const);
    fc.assert(fc.property(fc.record({ offsets, synchronised }), (one) => expectSound(clockRule(one))));
  });

  test('network', () => {
    const hosts = fc.array(fc.record({ host: word, answered: fc.boolean() }), { maxLength: 3 });
    fc.assert(fc.property(fc.record({ hosts, proxy: fc.boolean() }), (one) => expectSound(networkRule(one))));
  });

  test('utm-port', () => {
    const facts = fc.record({
      port: nullable(fc.integer({ min: 1, max: 65_535 })),
      held: fc.boolean(),
      holder,
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
    const service = nullable(fc.record({ state: serviceState, start: serviceStart }));
    const installation = fc.record({ installed: fc.boolean(), service });
    const facts = fc.record({ url: word, here: fc.boolean(), state, installation });
    fc.assert(
      fc.property(facts, (one) => {
        const finding = utmRule(one);
        expectSound(finding);
        expect(finding.status).not.toBe('bad');
      }),
    );
  });

  const laws: readonly (readonly [string, () => void])[] = [
    law('administrator', administratorRule, {
      rights: nullable(fc.record({ administrator: fc.boolean(), elevated: fc.boolean() })),
    }),
    law('remote-session', remoteSessionRule, {
      session: fc.constantFrom('local', 'desktop', 'shell', 'unknown' as const),
      tokenSeen: fc.boolean(),
    }),
    law('virtual-machine', virtualMachineRule, {
      hardware: nullable(word),
      kind: fc.constantFrom('physical', 'virtual', 'container', 'unknown' as const),
      tokenSeen: fc.boolean(),
    }),
    law('memory', memoryRule, { total: fc.nat() }),
    law('disk-space', diskSpaceRule, { disk: word, free: nullable(fc.nat()) }),
    law('readers', readersRule, {
      devices: nullable(
        fc.array(
          fc.record({
            name: word,
            token: fc.boolean(),
            driver: fc.constantFrom('right', 'absent', 'disabled', 'failed', 'microsoft' as const),
          }),
          { maxLength: 3 },
        ),
      ),
      tokens: nullable(fc.nat(3)),
    }),
    law('driver-publisher', driverPublisherRule, {
      files: nullable(
        fc.array(
          fc.record({
            // The probe names whole paths.
            path: word.map((name) => `C:\\${name}`),
            version: nullable(word),
            signature: fc.constantFrom('valid', 'absent', 'altered', 'untrusted', 'unpackaged', 'unknown' as const),
            publisher: nullable(word),
          }),
          { maxLength: 3 },
        ),
      ),
    }),
    law('integrity-checker', integrityCheckerRule, {
      installed: fc.boolean(),
      answer: fc.constantFrom('passed', 'failed', 'not-loaded', 'not-asked' as const),
    }),
    law('crypto-providers', cryptoProvidersRule, { providers: nullable(fc.array(word, { maxLength: 3 })) }),
    law('time-zone', timeZoneRule, {
      zone: nullable(fc.oneof(word, fc.constantFrom('Russian Standard Time', 'Asia/Omsk'))),
      offset: nullable(fc.integer({ min: -900, max: 900 })),
    }),
    law('proxy', proxyRule, { server: nullable(word), script: nullable(word) }),
    law('tls-inspection', tlsInspectionRule, {
      host: word,
      issuer: nullable(fc.oneof(word, fc.constant('Kaspersky Anti-Virus Personal Root Certificate'))),
      antivirus: fc.array(fc.oneof(word, fc.constant('ESET Security')), { maxLength: 3 }),
    }),
    law('utm-service-ports', utmServicePortsRule, {
      here: fc.boolean(),
      utmInstalled: fc.boolean(),
      held: fc.array(fc.record({ port: fc.constantFrom(8192, 8193, 8194), holder }), { maxLength: 3 }),
    }),
    law('utm-remains', utmRemainsRule, {
      installed: fc.boolean(),
      running: fc.boolean(),
      services: fc.array(word, { maxLength: 3 }),
      folder: nullable(word),
      listed: fc.boolean(),
      lock: nullable(word),
    }),
    law('portal-components', portalComponentsRule, { components: fc.array(word, { maxLength: 2 }) }),
  ];

  test.each(laws)('%s', (_, hold) => hold());
});
