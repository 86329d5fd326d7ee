import { derMutators } from './der.ts';
import { few, type Mutator, type NonEmpty, onText, pick } from './mutator.ts';

const labels: NonEmpty<string> = [
  ...(['CERTIFICATE', 'PKCS7', 'CMS', 'CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST', 'PRIVATE KEY'] as const),
  ...['X509 CRL', '', 'certificate', 'СЕРТИФИКАТ', 'A'.repeat(41), 'CERTIFICATE-----'],
];

const relabel = onText((text, { place, choice }) => {
  const at = Math.floor(place * text.length);
  return (
    text.slice(0, at) + text.slice(at).replace(/(BEGIN|END) [A-Z0-9 ]*/, (_, word) => `${word} ${pick(labels, choice)}`)
  );
});

const rewrap = onText((text, { extent, choice }) => {
  const width = 1 + few(extent, 200);
  const end = choice < 0.3 ? '\r\n' : choice < 0.6 ? '\n' : choice < 0.8 ? ' ' : '';
  return text.replace(/[A-Za-z0-9+/=\s]{80,}/, (body) =>
    (body.replace(/\s+/g, '').match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(end),
  );
});

const frames = onText((text, { extent, choice }) => {
  const frame = choice < 0.5 ? '-----BEGIN CERTIFICATE-----\n' : '-----END CERTIFICATE-----\n';
  return frame.repeat(1 + few(extent, 1_000)) + text;
});

const base64 = /[A-Za-z0-9+/=\s]{80,}/;

/** The DER inside, changed as DER is, in the armour it came in. */
const inside: Mutator = (input, step, others) => {
  const text = Buffer.from(input).toString('latin1');
  const body = base64.exec(text)?.[0];
  if (body === undefined) return input;
  const der = pick(derMutators, step.extent)(Buffer.from(body, 'base64'), step, others);
  return Buffer.from(
    text.replace(body, () => `\n${Buffer.from(der).toString('base64')}\n`),
    'latin1',
  );
};

const urlAlphabet = onText((text) => text.replaceAll('+', '-').replaceAll('/', '_'));

/** For DER in PEM frames or bare base64. */
export const armourMutators: NonEmpty<Mutator> = [
  inside,
  ...[inside, inside, inside, inside, relabel, relabel, rewrap, frames, urlAlphabet],
];
