import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handoffOrigin, handoffPreferences, mayLoad } from '../../src/main/handoff-rules.ts';
import { NavigationRights } from '../../src/main/navigation-rights.ts';

const utm = 'http://127.0.0.1:8080';

describe('an address that may be handed over to', () => {
  it.each([
    [`${utm}/app/`, utm],
    ['http://localhost:18082/app/#/rsa', 'http://localhost:18082'],
    ['http://[::1]:8080/', 'http://[::1]:8080'],
    ['http://127.1/', 'http://127.0.0.1'],
  ])('%s belongs to %s', (url, origin) => {
    expect(handoffOrigin(url)).toBe(origin);
  });

  it.each([
    'https://127.0.0.1:8080/',
    'http://127.0.0.1.example.org/',
    'http://192.168.0.10:8080/',
    'http://person:word@127.0.0.1/',
    'file:///etc/hostname',
    'app://wizard/',
    'data:text/html,x',
    'javascript:alert(1)',
    'not an address',
  ])('%s is refused loudly', (url) => {
    expect(() => handoffOrigin(url)).toThrow();
  });
});

describe('the view', () => {
  it('is a page without Node, bridge, permanent storage, or tools for developers', () => {
    const preferences = handoffPreferences('handoff-1', true);
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
    });
    expect(preferences.partition).not.toMatch(/^persist:/);
    expect(preferences).not.toHaveProperty('preload');
  });

  it.each([
    [`${utm}/app/page.js`, true],
    ['ws://127.0.0.1:8080/events', true],
    [`blob:${utm}/0c3b`, true],
    ['data:image/png;base64,AA==', true],
    ['http://127.0.0.1:8081/app/page.js', false],
    ['https://127.0.0.1:8080/app/page.js', false],
    ['http://localhost:8080/', false],
    ['https://fonts.example.org/font.woff2', false],
    ['blob:http://example.org/0c3b', false],
    ['app://wizard/', false],
    ['file:///etc/hostname', false],
  ])('loads %s: %s', (url, may) => {
    expect(mayLoad(utm, url)).toBe(may);
  });
});

describe('the right to move', () => {
  const page = {};
  const urls = fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom(`${utm}/app/`, 'app://wizard/', 'about:blank'));

  it('is nobody’s by itself', () => {
    fc.assert(fc.property(urls, (url) => !new NavigationRights().allows(page, url)));
  });

  it('ends at the origin it was granted for, and is of one page only', () => {
    const rights = new NavigationRights();
    rights.confine(page, utm);
    expect(rights.allows(page, `${utm}/anywhere?at=all#there`)).toBe(true);
    for (const url of [
      `blob:${utm}/0c3b`,
      'data:text/html,x',
      'about:blank',
      'http://127.0.0.1:80801/',
      `${utm}.org/`,
    ]) {
      expect(rights.allows(page, url)).toBe(false);
    }
    fc.assert(
      fc.property(urls, (url) => {
        expect(rights.allows({}, url)).toBe(false);
        if (rights.allows(page, url)) expect(new URL(url).origin).toBe(utm);
      }),
    );
  });

  it('moves with the last grant', () => {
    const rights = new NavigationRights();
    rights.confine(page, utm);
    rights.confine(page, 'http://127.0.0.1:8081');
    expect(rights.allows(page, `${utm}/`)).toBe(false);
    expect(rights.allows(page, 'http://127.0.0.1:8081/')).toBe(true);
  });
});
