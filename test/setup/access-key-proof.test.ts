import { expect, it } from 'vitest';
import { weighProof } from '../../src/setup/access-key-proof.ts';
import { accessKeyFor } from '../../src/setup/chosen-token.ts';
import { askPrivateKey } from '../../src/setup/private-key-answer.ts';
import { type ProblemCode, problem } from '../../src/shared/problems/problem.ts';
import { fail } from '../../src/shared/result.ts';
import { chosen, practiceJourneys, signedIn } from './practice-journey.ts';

const begin = practiceJourneys();

it('a token that did not get to answer proves nothing against its key; a key that is missing does', async () => {
  const walk = await begin('renewal');
  await signedIn(walk);
  await chosen(walk, '030000000001');
  const { device } = walk.journey;
  const found = device && accessKeyFor(device, '030000000001');
  if (!device || !found) throw new Error('the renewal scenario has an access key');
  const { tokens } = walk.open.workplace;
  const answering = (code: ProblemCode) => ({ ...tokens, sign: async () => fail(problem(code)) });
  expect(await askPrivateKey(tokens, device, found)).toBe('answered');
  for (const silent of ['TOKEN_PROCESS_DIED', 'TOKEN_PROCESS_HUNG', 'TOKEN_BUSY', 'TOKEN_NOT_SIGNED_IN'] as const) {
    expect(await askPrivateKey(answering(silent), device, found)).toBe('not-asked');
  }
  for (const against of ['TOKEN_KEY_NOT_FOUND', 'TOKEN_SIGNATURE_UNSOUND'] as const) {
    expect(await askPrivateKey(answering(against), device, found)).toBe('wrong');
  }
  const expected = { fsrarId: '030000000001', inn: '9900000017', before: null, pastUtm: false };
  const proofAfter = (signature: 'answered' | 'wrong' | 'not-asked') =>
    weighProof({ device, key: found, signature, utm: null, expected, at: new Date() });
  expect(proofAfter('not-asked').checks.filter(({ status }) => status === 'failed')).toEqual([]);
  expect([proofAfter('answered'), proofAfter('wrong'), proofAfter('not-asked')].map(({ proven }) => proven)).toEqual([
    true,
    false,
    false,
  ]);
});

it('a use case that falls leaves a walk that can go on', async () => {
  const walk = await begin('new-shop');
  await signedIn(walk);
  await chosen(walk);
  const { utm } = walk.open.workplace.issuers;
  if (utm) utm.issue = () => Promise.reject(new Error('fell'));
  expect(await walk.journey.accessKey.issue(true, '')).toMatchObject({ problem: { code: 'SETUP_UNEXPECTED' } });
  expect(walk.journey.state.accessKey).toMatchObject({ phase: 'failed', problem: { code: 'SETUP_UNEXPECTED' } });
  expect(walk.journey.state.tokens.watchPaused).toBe(false);
});
