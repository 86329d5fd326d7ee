import { pages } from '../shared/pages.ts';
import { succeed } from '../shared/result.ts';
import type { Application } from './application.ts';
import type { Desktop } from './desktop.ts';
import type { RequestHandlers } from './ipc-gate.ts';
import { saveCertificate, saveCertificates } from './save-certificates.ts';

const done = succeed(null);

/** Every channel of the contract, in terms of the journey. */
export function createRequestHandlers(application: Application, desktop: Desktop): RequestHandlers {
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
      const utmHome = (await journey()).state.utm.state?.url;
      const url = page === 'utm-home' ? utmHome : pages[page];
      if (url) await desktop.openInBrowser(url);
      return done;
    },
    'wizard:copy-text': ({ text }) => {
      desktop.copyText(text);
      return done;
    },
    'machine:check': async ({ only }) => (await journey()).checkMachine(only),
    'tokens:refresh': async () => (await journey()).refreshTokens(),
    'tokens:choose': async ({ device }) => (await journey()).chooseToken(device),
    'tokens:sign-in': async ({ applet, pin, lastTryConfirmed }) =>
      (await journey()).signIn(applet, pin, lastTryConfirmed),
    'tokens:change-pin': async (input) => (await journey()).performTask({ kind: 'change-pin', ...input }),
    'tokens:unblock-pin': async (input) => (await journey()).performTask({ kind: 'unblock-pin', ...input }),
    'tokens:initialise': async (input) => (await journey()).performTask({ kind: 'initialise', ...input }),
    'tokens:delete-key': async (input) => (await journey()).performTask({ kind: 'delete-key', ...input }),
    'tokens:save-certificates': async ({ applet }) => saveCertificates(await journey(), applet, desktop),
    'tokens:export-certificate': async ({ fingerprint, format }) =>
      saveCertificate(await journey(), fingerprint, format, desktop),
    'subdivisions:load': async () => (await journey()).loadSubdivisions(),
    'subdivisions:list': async () => succeed([...(await journey()).subdivisions]),
    'subdivisions:choose': async ({ fsrarId, rowId }) => (await journey()).chooseSubdivision(fsrarId, rowId),
    'access-key:issue': async ({ acceptTerms }) => (await journey()).issueAccessKey(acceptTerms),
    'access-key:keep': async () => (await journey()).keepAccessKey(),
    'access-key:verify': async () => (await journey()).verifyAccessKey(),
    'utm:refresh': async () => (await journey()).refreshUtm(),
    'practice:choose': async ({ scenario }) => {
      await application.choosePractice(scenario);
      return done;
    },
    'practice:plug': async ({ plugged }) => {
      await application.plug(plugged);
      return done;
    },
  };
}
