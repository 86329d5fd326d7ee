import type { Journey } from '../setup/journey/journey.ts';
import { type PageId, pages } from '../shared/pages.ts';
import { succeed } from '../shared/result.ts';
import type { Application } from './application.ts';
import type { Desktop } from './desktop.ts';
import type { DiagnosticsDesk } from './diagnostics-desk.ts';
import type { RequestHandlers } from './ipc-gate.ts';
import { installCertificate, pickInstaller, pickMchd, pickUtmInstaller } from './picked-files.ts';
import { qualifiedHandlers } from './qualified-handlers.ts';
import { saveCertificate, saveCertificates } from './save-certificates.ts';
import {
  printDocument,
  saveDocument,
  saveKeyCalendar,
  saveReminder,
  saveRequest,
  saveTokenCalendar,
} from './save-documents.ts';

const done = succeed(null);

/** The address of a page by its name; `null` while the state does not tell it. */
function addressOf(page: PageId, { utm, mchd }: Journey['state']): string | null {
  if (page === 'utm-home') return utm.state?.url ?? null;
  if (page === 'mchd-register') return mchd.report?.registerUrl ?? null;
  return pages[page];
}

/** Rows of the list of places in one message: some hundredths of a second on either side. */
const rowsAtOnce = 2_000;

const rowsFrom = ({ state, places }: Journey, from: number) => ({
  revision: state.subdivisions.revision,
  total: places.rows.length,
  rows: places.rows.slice(from, from + rowsAtOnce),
});

/** Every channel of the contract, in terms of the journey. */
export function createRequestHandlers(
  application: Application,
  desktop: Desktop,
  diagnostics: DiagnosticsDesk,
): RequestHandlers {
  const journey = () => application.journey();
  return {
    'wizard:state': async () => succeed((await journey()).state),
    'wizard:go': async ({ step }) => (await journey()).go(step),
    'wizard:set-language': async ({ language }) => {
      desktop.rememberLanguage(language);
      return (await journey()).setLanguage(language);
    },
    'wizard:dismiss-notice': async () => (await journey()).dismissNotice(),
    'wizard:start-over': async () => (await journey()).startOver(),
    'wizard:open-page': async ({ page }) => {
      const url = addressOf(page, (await journey()).state);
      if (url) await desktop.openInBrowser(url);
      return done;
    },
    'wizard:copy-text': ({ text }) => {
      desktop.copyText(text);
      return done;
    },
    'machine:check': async ({ only }) => (await journey()).machine.check(only === null ? null : [only]),
    'machine:mend': async ({ operation }) => (await journey()).machine.mend(operation),
    'machine:dismiss-mending': async () => (await journey()).machine.dismissMending(),
    'machine:pick-installer': async () => pickInstaller(await journey(), desktop),
    'machine:forget-installer': async () => (await journey()).machine.forgetInstaller(),
    'tokens:refresh': async () => (await journey()).tokens.refresh(),
    'tokens:choose': async ({ device }) => (await journey()).tokens.choose(device),
    'tokens:sign-in': async ({ applet, pin, lastTryConfirmed }) =>
      (await journey()).tokens.signIn(applet, pin, lastTryConfirmed),
    'tokens:change-pin': async (input) => (await journey()).tokens.perform({ kind: 'change-pin', ...input }),
    'tokens:unblock-pin': async (input) => (await journey()).tokens.perform({ kind: 'unblock-pin', ...input }),
    'tokens:initialise': async (input) => (await journey()).tokens.perform({ kind: 'initialise', ...input }),
    'tokens:delete-key': async (input) => (await journey()).tokens.perform({ kind: 'delete-key', ...input }),
    'tokens:save-certificates': async ({ applet }) => saveCertificates(await journey(), applet, desktop),
    'tokens:export-certificate': async ({ fingerprint, format }) =>
      saveCertificate(await journey(), fingerprint, format, desktop),
    'role:choose': async ({ role }) => (await journey()).places.chooseRole(role),
    'mchd:pick': async ({ part }) => pickMchd(await journey(), part, desktop),
    'mchd:forget': async () => (await journey()).places.forgetMchd(),
    'subdivisions:load': async ({ source }) => (await journey()).places.load(source),
    'subdivisions:list': async ({ from }) => succeed(rowsFrom(await journey(), from)),
    'subdivisions:choose': async ({ fsrarId, rowId }) => (await journey()).places.choose(fsrarId, rowId),
    'subdivisions:choose-later': async () => (await journey()).places.chooseLater(),
    'contractors:load': async () => (await journey()).contractors.load(),
    'contractors:add': async (draft) => (await journey()).contractors.add(draft),
    'contractors:remind': async ({ id }) => saveReminder(await journey(), id, desktop),
    'access-key:choose-issuer': async ({ issuer }) => (await journey()).accessKey.chooseIssuer(issuer),
    'access-key:issue': async ({ acceptTerms, confirmation }) =>
      (await journey()).accessKey.issue(acceptTerms, confirmation),
    'access-key:stop': async () => (await journey()).accessKey.stop(),
    'access-key:look': async () => (await journey()).accessKey.look(),
    'access-key:save-request': async ({ format }) => saveRequest(await journey(), format, desktop),
    'access-key:install': async ({ confirmation }) => installCertificate(await journey(), confirmation, desktop),
    'access-key:forget-request': async () => (await journey()).accessKey.forgetRequest(),
    'access-key:keep': async () => (await journey()).accessKey.keep(),
    'access-key:verify': async () => (await journey()).accessKey.verify(),
    ...qualifiedHandlers(journey, desktop),
    'handoff:place': (rectangle) => {
      desktop.placeHandoff(rectangle);
      return done;
    },
    'documents:save': async ({ document }) => saveDocument(await journey(), document, desktop),
    'documents:print': async ({ document }) => printDocument(await journey(), document, desktop),
    'utm:save-calendar': async () => saveKeyCalendar(await journey(), desktop),
    'utm:refresh': async () => (await journey()).utm.refresh(),
    'utm:download': async () => (await journey()).utm.download(),
    'utm:stop': async () => (await journey()).utm.stop(),
    'utm:pick-installer': async () => pickUtmInstaller(await journey(), desktop),
    'utm:forget-installer': async () => (await journey()).utm.forgetInstaller(),
    'utm:look-before': async () => (await journey()).utm.lookBefore(),
    'utm:install': async ({ documentsUnknown }) => (await journey()).utm.install(documentsUnknown),
    'utm:plan-settings': async () => (await journey()).utm.planSettings(),
    'utm:configure': async ({ gost, pki, ...wish }) =>
      (await journey()).utm.configure({ ...wish, pins: { gost, pki: pki ?? gost } }),
    'utm:start': async () => (await journey()).utm.start(),
    'utm:watch': async () => (await journey()).utm.watch(),
    'utm:look-at-database': async () => (await journey()).utm.lookAtDatabase(),
    'utm:renew-database': async ({ confirmation }) => (await journey()).utm.renewDatabase(confirmation),
    'utm:prove': async () => (await journey()).utm.prove(),
    'key-change:begin': async (choices) => (await journey()).keyChange.begin(choices),
    'key-change:save-certificates': async () => (await journey()).keyChange.save(),
    'key-change:forget': async ({ serial }) => (await journey()).keyChange.forget(serial),
    'known-tokens:forget': async ({ serial }) => (await journey()).knownTokens.forget(serial),
    'known-tokens:remind': async ({ remind }) => (await journey()).knownTokens.remind(remind),
    'known-tokens:save-calendar': async ({ serial }) => saveTokenCalendar(await journey(), serial, desktop),
    'diagnostics:collect': async ({ shown }) => succeed(await diagnostics.collect(application, shown)),
    'diagnostics:save': ({ id }) => diagnostics.save(id, desktop),
    'diagnostics:copy-short': async () => {
      desktop.copyText(await diagnostics.short(application));
      return done;
    },
    'practice:choose': async ({ scenario }) => {
      await application.choosePractice(scenario);
      return done;
    },
    'practice:happen': async ({ event }) => {
      await application.happen(event);
      return done;
    },
    'practice:messages': async () => succeed([...(await application.messages())]),
    'practice:plug': async ({ plugged }) => {
      await application.plug(plugged);
      return done;
    },
  };
}
