import type { Finding } from '../../../src/shared/domain/finding.ts';

const finding = (
  id: Finding['id'],
  status: Finding['status'],
  variant: string,
  values: Finding['values'] = {},
  actions: Finding['actions'] = [],
): Finding => ({ id, status, variant, values, actions, facts: {} });

const tokenWaiting = finding('token', 'waiting', 'none', {}, ['insert-token']);

/** Everything in order; a token in. */
export const inOrder: readonly Finding[] = [
  finding('operating-system', 'ok', 'suitable', { name: 'Windows 11 Pro 23H2' }),
  finding('smart-card-service', 'ok', 'running'),
  finding('vendor-libraries', 'ok', 'jacarta', { products: 'Единый Клиент JaCarta 3.1' }),
  finding('token', 'ok', 'one', { name: 'JaCarta-2 SE', serialTail: '6035' }),
  finding('clock', 'ok', 'right', { seconds: 1 }),
  finding('utm-port', 'ok', 'held-by-utm', { port: 8080 }),
  finding('network', 'ok', 'reachable', { host: 'fsrar.gov.ru' }),
  finding('utm', 'ok', 'working'),
];

const replace = (...changed: readonly Finding[]): readonly Finding[] =>
  inOrder.map((row) => changed.find((other) => other.id === row.id) ?? row);

const serviceStopped = finding('smart-card-service', 'bad', 'stopped', {}, ['check-again']);
const clockBehind = finding('clock', 'bad', 'behind-minutes', { minutes: 17 }, ['check-again']);
const silentUtm = finding('utm', 'attention', 'silent', { url: 'http://127.0.0.1:8080' }, [
  'check-again',
  'open-utm-home',
]);

export const oneBad = replace(serviceStopped, tokenWaiting);
export const severalBad = replace(
  serviceStopped,
  clockBehind,
  tokenWaiting,
  silentUtm,
  finding(
    'vendor-libraries',
    'bad',
    'wrong-bitness',
    { file: 'C:\\Windows\\System32\\jcPKCS11-2.dll', found: 32, needed: 64, product: 'Единый Клиент JaCarta' },
    ['open-jacarta-page', 'check-again'],
  ),
);
export const onlyWaiting = replace(tokenWaiting);
export const onlyAttention = replace(silentUtm);
