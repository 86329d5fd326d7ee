import { describe, expect, it } from 'vitest';
import { answer, type RequestHandlers } from '../../src/main/ipc-gate.ts';
import type { Log } from '../../src/main/log.ts';
import type { Sender } from '../../src/main/trusted-sender.ts';
import { type RequestChannel, requestChannels } from '../../src/shared/ipc/contract.ts';
import { succeed } from '../../src/shared/result.ts';

const ours: Sender = { contentsId: 7, isMainFrame: true, url: 'app://wizard/' };
const windows = new Set([7]);

/** A log that remembers, and handlers that note what reached them. */
function gate() {
  const logged: string[] = [];
  const reached: [string, unknown][] = [];
  const log: Log = {
    info: (event) => logged.push(event),
    warn: (event) => logged.push(event),
    error: (event) => logged.push(event),
  };
  const handlers = Object.fromEntries(
    (Object.keys(requestChannels) as RequestChannel[]).map((channel) => [
      channel,
      (input: unknown) => {
        reached.push([channel, input]);
        return succeed(null);
      },
    ]),
  ) as unknown as RequestHandlers;
  return { logged, reached, log, handlers };
}

describe('a message of the window', () => {
  it('from our own page reaches its handler', async () => {
    const { reached, log, handlers } = gate();
    const reply = await answer('wizard:go', ours, { step: 'token' }, windows, handlers, log);
    expect(reply).toEqual({ ok: true, value: null });
    expect(reached).toEqual([['wizard:go', { step: 'token' }]]);
  });

  const strangers: [string, Sender][] = [
    ['a window that is not ours', { ...ours, contentsId: 8 }],
    ['a frame inside our page', { ...ours, isMainFrame: false }],
    ['another origin', { ...ours, url: 'https://example.ru/' }],
    ['an origin that only begins like ours', { ...ours, url: 'app://wizard.example.ru/' }],
    ['a page of the file system', { ...ours, url: 'file:///index.html' }],
    ['a frame that is gone', { ...ours, isMainFrame: false, url: '' }],
  ];
  it.each(strangers)('from %s is rejected loudly and reaches nobody', async (_name, sender) => {
    const { reached, logged, log, handlers } = gate();
    await expect(answer('wizard:state', sender, null, windows, handlers, log)).rejects.toThrow(/may not speak/);
    expect(reached).toEqual([]);
    expect(logged).toEqual(['ipc-sender-refused']);
  });

  const malformed: [RequestChannel, unknown][] = [
    ['wizard:go', { step: 'nowhere' }],
    ['wizard:go', { step: 'token', more: 1 }],
    ['wizard:go', null],
    ['tokens:sign-in', { applet: 'gost', pin: '', lastTryConfirmed: false }],
    ['tokens:sign-in', { applet: 'gost', pin: 'x'.repeat(256), lastTryConfirmed: false }],
    ['wizard:open-page', { page: 'https://example.ru' }],
    ['access-key:issue', { acceptTerms: 'yes' }],
    ['tokens:refresh', {}],
  ];
  it.each(malformed)(
    'on %s with the payload %j is refused as a problem and reaches nobody',
    async (channel, payload) => {
      const { reached, log, handlers } = gate();
      const reply = await answer(channel, ours, payload, windows, handlers, log);
      expect(reply).toMatchObject({ ok: false, problem: { code: 'SETUP_MESSAGE_REFUSED' } });
      expect(reached).toEqual([]);
    },
  );

  it('never puts its payload into the log, because it may hold a PIN', async () => {
    const { log, handlers } = gate();
    const lines: string[] = [];
    const keeping: Log = { ...log, warn: (event, facts) => lines.push(event + JSON.stringify(facts)) };
    await answer(
      'tokens:sign-in',
      ours,
      { applet: 'gost', pin: '87654321', extra: '87654321' },
      windows,
      handlers,
      keeping,
    );
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain('87654321');
  });

  it('whose handler falls is answered as a problem, not as an exception', async () => {
    const { log, handlers } = gate();
    const falling = { ...handlers, 'tokens:refresh': () => Promise.reject(new Error('fell')) };
    const reply = await answer('tokens:refresh', ours, null, windows, falling, log);
    expect(reply).toMatchObject({ ok: false, problem: { code: 'SETUP_UNEXPECTED' } });
  });
});
