import path from 'node:path';
import { expect, it } from 'vitest';
import { CertificationFolder } from '../../src/practice/certification-account/certification-folder.ts';
import { foundQualified } from '../../src/setup/chosen-token.ts';
import { usualOrder } from '../../src/shared/domain/qualified-request.ts';
import { subjectOf } from '../../src/shared/domain/qualified-subject.ts';
import { phone, romashkaApplication } from '../egais/certification-authority/local-authority.ts';
import { type PracticeJourney, practiceJourneys } from './practice-journey.ts';

const begin = practiceJourneys();

const authorityOf = ({ folder }: PracticeJourney) => new CertificationFolder(path.join(folder, 'world/certification'));

/** The computer is checked, the signature signed in to, and an application of the account opened. */
async function atTheApplication(walk: PracticeJourney): Promise<void> {
  const { machine, tokens, qualified } = walk.journey;
  await machine.check(null);
  await tokens.signIn('gost', '0987654321', false);
  await qualified.chooseAuthority('astral-1c-etp');
  await qualified.account.requestCode(phone);
  const code = /\d{6}/.exec(authorityOf(walk).messages(new Date()).at(-1)?.text ?? '')?.[0] ?? '';
  await qualified.account.signIn(code);
  await qualified.account.open(romashkaApplication);
}

it('of two requests the older was sent, and the next day its certificate is taken for what it is', async () => {
  const first = await begin('new-shop');
  const { journey } = first;
  authorityOf(first).writeOptions({ issue: { orderedAfterMs: 0, readyAfterMs: 0 } });
  await atTheApplication(first);
  const previous = journey.device && foundQualified(journey.device, new Date());
  const subject = previous && subjectOf(previous.certificate);
  if (!previous || !subject) throw new Error('no signature to follow');
  const make = async () => {
    expect(await journey.qualified.make(usualOrder(subject, previous.certificate))).toMatchObject({ ok: true });
    return journey.state.qualified.request ?? '';
  };
  const older = await make();
  const newer = await make();
  await journey.qualified.chooseRequest(older);
  expect(await journey.qualified.account.submit()).toMatchObject({ ok: true });
  await first.close();

  const nextDay = await begin('new-shop', first.folder);
  await atTheApplication(nextDay);
  const { qualified } = nextDay.journey;
  expect(nextDay.journey.state.qualified.request).toBe(newer);
  expect(await qualified.take()).toMatchObject({ ok: true });
  expect(nextDay.journey.state.qualified).toMatchObject({ request: older, received: { checked: true, problem: null } });
  expect(await qualified.installation.install()).toMatchObject({ ok: true });
  expect(nextDay.journey.state.qualified.open.map(({ keyId }) => keyId)).toEqual([newer]);
});
