import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { IssueRequest } from '../../../src/egais/access-key-issuer.ts';
import { createAccountClient } from '../../../src/egais/account/account-client.ts';
import { createAccountIssuer } from '../../../src/egais/account/account-issuer.ts';
import { AccountFolder, type AccountOptions } from '../../../src/practice/account/account-folder.ts';
import { launchPracticeAccount } from '../../../src/practice/account/launcher.ts';
import { fsrarIdOf } from '../../../src/practice/places.ts';
import type { PracticeService } from '../../../src/practice/service-launcher.ts';
import { changeDevice, readDevices } from '../../../src/practice/virtual-token/device-folder.ts';
import { openVirtualCryptoki } from '../../../src/practice/virtual-token/virtual-cryptoki.ts';
import { createPracticeWorld, type PracticeWorld } from '../../../src/practice/world.ts';
import { foundQualified } from '../../../src/setup/chosen-token.ts';
import { qualifiedOf, tokenWork } from '../../../src/setup/token-work.ts';
import type { IssueStageId } from '../../../src/shared/domain/access-key.ts';
import type { ScenarioId } from '../../../src/shared/domain/scenario.ts';
import { type Result, succeed } from '../../../src/shared/result.ts';
import { childProcessLauncher } from '../../../src/token/child-process-launcher.ts';
import { practiceScheme } from '../../../src/token/library-discovery.ts';
import type { TokenAccess } from '../../../src/token/token-access.ts';
import { createTokenAccess } from '../../../src/token/token-client.ts';
import { type BundledEntry, bundleEntry } from '../../support/bundled-entry.ts';
import { type SeenOnToken, seenOnToken } from '../utm/seen-on-token.ts';

/** A shop in front of the account: a token process and an account process, as the product starts them. */
interface Shop {
  readonly world: PracticeWorld;
  readonly tokens: TokenAccess;
  readonly account: PracticeService;
  readonly folder: AccountFolder;
  close(): Promise<void>;
}

let entries: { readonly token: BundledEntry; readonly account: BundledEntry };
beforeAll(async () => {
  entries = {
    token: await bundleEntry('src/practice/token-process.ts'),
    account: await bundleEntry('src/practice/account/process.ts'),
  };
});
afterAll(() => {
  for (const entry of Object.values(entries ?? {})) entry.remove();
});

const tokenFolderOf = ({ libraryPath }: PracticeWorld): string => libraryPath.slice(practiceScheme.length);

async function openShop(scenario: ScenarioId): Promise<Shop> {
  const root = mkdtempSync(join(tmpdir(), 'account-course-'));
  const world = await createPracticeWorld({ folder: root, scenario, now: new Date() });
  for (const { serial } of readDevices(tokenFolderOf(world))) {
    changeDevice(tokenFolderOf(world), serial, (device) => {
      device.generationMs = 0;
    });
  }
  const account = await launchPracticeAccount({
    entry: entries.account.path,
    ...world.account,
    utmFolder: world.utmFolder,
    port: 0,
  });
  await account.listening;
  const tokens = createTokenAccess({
    launch: childProcessLauncher(entries.token.path),
    libraries: [world.libraryPath],
    discoverVendors: false,
  });
  return {
    world,
    tokens,
    account,
    folder: new AccountFolder(world.account.folder),
    async close() {
      await Promise.all([tokens.close(), account.stop()]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

interface Course {
  readonly result: Result<unknown>;
  readonly stages: readonly IssueStageId[];
}

/** One whole course for the first place, after the sign-ins that a person would make. */
async function run({ tokens, account }: Shop, rest: Partial<IssueRequest> = {}): Promise<Course> {
  const scan = await tokens.scan();
  const [device] = scan.ok ? scan.value.devices : [];
  const qualified = device && foundQualified(device, new Date());
  if (!device || !qualified) throw new Error('no token');
  for (const [applet, pin] of [
    ['gost', '0987654321'],
    ['pki', '11111111'],
  ] as const)
    await tokens.signIn({ device: device.id, applet, pin, lastTryConfirmed: false });
  const client = createAccountClient(account.url, { limits: { question: 20_000 } });
  const asker = qualifiedOf(qualified);
  const work = tokenWork({
    tokens,
    device,
    qualified,
    fsrarId: fsrarIdOf(1),
    hasNewAccessKey: async () => succeed(false),
  });
  const stages: IssueStageId[] = [];
  const request: IssueRequest = {
    subdivision: {
      fsrarId: fsrarIdOf(1),
      rowId: '700001',
      fullName: 'Общество с ограниченной ответственностью «Ромашка»',
      shortName: 'ООО «Ромашка»',
      inn: '9900000017',
      kpp: '990101001',
      regionCode: '77',
      address: '',
      legalAddress: '',
    },
    role: 'organization',
    mchd: null,
    qualified: asker,
    termsAccepted: true,
    ...rest,
  };
  const course = {
    token: work,
    signal: new AbortController().signal,
    rest: async () => 'rested' as const,
    showPage: () => undefined,
    onStage: (stage: IssueStageId) => stages.push(stage),
  };
  return { result: await createAccountIssuer(client).issue(request, course), stages };
}

const codeOf = ({ result }: Course): string => (result.ok ? 'ok' : result.problem.code);

/** What another program sees on the token. */
function look<T>({ world }: Shop, see: (seen: SeenOnToken) => T): T {
  const cryptoki = openVirtualCryptoki(tokenFolderOf(world));
  cryptoki.C_Initialize();
  const seen = seenOnToken(cryptoki, '11111111');
  try {
    return see(seen);
  } finally {
    seen.close();
    cryptoki.C_Finalize();
  }
}

const contents = (shop: Shop) =>
  look(shop, ({ certificates, privateKeys, publicKeys }) => ({ certificates, privateKeys, publicKeys }));

describe('a new shop', () => {
  let shop: Shop;
  afterEach(() => shop?.close());

  test('the pair is made on the token, certified by the account, and written beside its key', async () => {
    shop = await openShop('new-shop');
    const course = await run(shop);
    expect(course).toEqual({
      result: { ok: true, value: { kind: 'written' } },
      stages: ['making-pair', 'certifying', 'writing'],
    });
    const { certificates, privateKeys } = contents(shop);
    expect(certificates).toHaveLength(1);
    expect(privateKeys).toEqual([certificates[0]?.id]);
    const scan = await shop.tokens.scan();
    const found = JSON.stringify(scan.ok && scan.value.devices[0]?.applets);
    expect(found).toContain(`"fsrarId":"${fsrarIdOf(1)}"`);
  });

  test('a certificate that takes a while is waited for', async () => {
    shop = await openShop('new-shop');
    shop.folder.writeOptions({ keys: { readyAfterMs: 500 } });
    expect(codeOf(await run(shop))).toBe('ok');
    expect(contents(shop).certificates).toHaveLength(1);
  });

  test('a service that lets nobody in: nothing is made on the token', async () => {
    shop = await openShop('new-shop');
    const before = contents(shop);
    shop.folder.writeOptions({ failures: { createSession: 'server-error' } });
    expect(await run(shop)).toMatchObject({ result: { problem: { code: 'ACCOUNT_FAILED' } }, stages: [] });
    await shop.account.stop();
    expect(await run(shop)).toMatchObject({ result: { problem: { code: 'ACCOUNT_UNREACHABLE' } }, stages: [] });
    expect(contents(shop)).toEqual(before);
  });

  test('without consent, or without the power of attorney that the role needs, nobody is asked', async () => {
    shop = await openShop('new-shop');
    const unasked = [await run(shop, { termsAccepted: false }), await run(shop, { role: 'person-with-mchd' })];
    expect(unasked.map(codeOf)).toEqual(['SETUP_TERMS_NOT_ACCEPTED', 'SETUP_MCHD_NOT_ACCEPTED']);
    expect(contents(shop).privateKeys).toEqual([]);
    expect(shop.folder.keys()).toEqual([]);
  });
});

describe('a course that breaks off leaves the old key whole and at most one pair beside it', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop('renewal');
  });
  afterAll(() => shop?.close());

  test.each<readonly [string, AccountOptions, code: string, lastStage: IssueStageId]>([
    ['refused', { keys: { refusal: 'Отказано' } }, 'ACCOUNT_KEY_REFUSED', 'certifying'],
    ['failed', { failures: { requestAccessKey: 'server-error' } }, 'ACCOUNT_KEY_OUTCOME_UNKNOWN', 'certifying'],
    ['cut off', { failures: { requestAccessKey: 'cut' } }, 'ACCOUNT_KEY_OUTCOME_UNKNOWN', 'certifying'],
    ['a page of a network', { failures: { requestAccessKey: 'html' } }, 'ACCOUNT_KEY_OUTCOME_UNKNOWN', 'certifying'],
    ['without end', { failures: { requestAccessKey: 'endless' } }, 'ACCOUNT_KEY_OUTCOME_UNKNOWN', 'certifying'],
    [
      'another key’s certificate',
      { failures: { requestAccessKey: 'foreign-key' } },
      'TOKEN_KEY_MISMATCH',
      'certifying',
    ],
    [
      'for another place',
      { failures: { requestAccessKey: 'foreign-place' } },
      'SETUP_CERTIFICATE_OTHER_PLACE',
      'certifying',
    ],
  ])('%s', async (_, options, code, lastStage) => {
    const before = contents(shop);
    shop.folder.writeOptions(options);
    const course = await run(shop);
    expect(codeOf(course)).toBe(code);
    expect(course.stages.at(-1)).toBe(lastStage);
    const after = contents(shop);
    expect(after.certificates).toEqual(before.certificates);
    expect(after.privateKeys).toEqual(expect.arrayContaining([...before.privateKeys]));
    expect(after.privateKeys.length).toBeLessThanOrEqual(2);
    expect(after.publicKeys).toHaveLength(after.privateKeys.length);
  });

  test('and the next course, with a service that works, comes to its end', async () => {
    const before = contents(shop);
    shop.folder.writeOptions({});
    expect(codeOf(await run(shop))).toBe('ok');
    expect(contents(shop).certificates).toHaveLength(before.certificates.length + 1);
  });
});
