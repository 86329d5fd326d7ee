import path from 'node:path';
import type {
  CertificationAccount,
  IssuedCertificate,
} from '../../egais/certification-authority/certification-account.ts';
import { parseCertificate } from '../../pki/certificate.ts';
import { configuredAccount } from '../../setup/certification-account/configured-account.ts';
import { obtainCertificate } from '../../setup/certification-account/obtain-certificate.ts';
import { pemOf } from '../../setup/pem.ts';
import { Rest } from '../../setup/rest.ts';
import type { IssueState } from '../../shared/domain/certification-authority.ts';
import type { Bilingual } from '../../shared/language.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import type { Command, CommandContext } from './command.ts';
import { makeFolder, writeNewFile } from './new-file.ts';
import { readRequestFile } from './request-file.ts';

const usage = (explanation: string) => fail(problem('SETUP_USAGE', { explanation }));

const words = {
  code: { ru: 'Код из СМС', en: 'Code of the SMS' },
  practicePhone: { ru: 'Учебный телефон', en: 'Practice phone' },
} as const satisfies Record<string, Bilingual<string>>;

const stateWords: Readonly<Record<IssueState['state'], Bilingual<string>>> = {
  'not-requested': { ru: 'Запрос ещё не отправлен', en: 'The request was not sent yet' },
  ordered: { ru: 'Запрос принят', en: 'The request was taken' },
  issuing: { ru: 'Сертификат выпускают', en: 'The certificate is being issued' },
  ready: { ru: 'Сертификат выпущен', en: 'The certificate is issued' },
  refused: { ru: 'В выпуске отказано', en: 'The issue was refused' },
  other: { ru: 'Состояние мастеру не знакомо', en: 'A state that the wizard does not know' },
};

/** A session for this one command: the phone is named, its code comes from standard input or the terminal. */
async function signedIn({
  workplace,
  options,
  pins,
  progress,
  language,
}: CommandContext): Promise<Result<CertificationAccount>> {
  if (options.phone === null) return usage('--phone PHONE');
  const { workplace: place, messages } = await workplace();
  const account = configuredAccount(place);
  if (!account.ok) return account;
  const sent = await account.value.requestCode(options.phone);
  if (!sent.ok) return sent;
  const practice = messages?.().at(-1);
  if (practice !== undefined) progress(`${words.practicePhone[language]}: ${practice.text}`);
  const code = await pins.read('sms', words.code[language]);
  if (code === null) return fail(problem('CERTIFICATION_CODE_NEEDED'));
  const opened = await account.value.signIn(code);
  return opened.ok ? account : opened;
}

export const requestApplications: Command<'request-applications'> = {
  usage: '--phone PHONE',
  summary: {
    ru: 'Заявки в кабинете удостоверяющего центра (вход по коду из СМС)',
    en: 'Applications in the account of a certification authority (sign-in by an SMS code)',
  },
  files: { least: 0, most: 0 },
  async run(context) {
    const account = await signedIn(context);
    if (!account.ok) return account;
    const applications = await account.value.applications();
    return applications.ok ? succeed({ applications: [...applications.value] }) : applications;
  },
  print: ({ applications }, language) =>
    applications.map(
      ({ id, date, status, owner, kind, inn }) =>
        `${id}  ${formatDay(date, language)}  ${status}  ${inn ?? '—'}  ${owner}  ${kind}`,
    ),
};

const forms: Readonly<Record<string, (issued: IssuedCertificate) => Uint8Array>> = {
  '.p7b': ({ bundle }) => bundle,
  '.pem': ({ certificate }) =>
    new TextEncoder().encode(pemOf('CERTIFICATE', Buffer.from(certificate).toString('base64'))),
};

/** The issue takes half an hour by the printed instruction; whoever waits longer begins again. */
const usualTimeoutSeconds = 45 * 60;

async function waitForCertificate(
  account: CertificationAccount,
  application: string,
  request: Uint8Array,
  { options, progress, language }: CommandContext,
): Promise<Result<IssuedCertificate>> {
  const rest = new Rest();
  const giveUp = () => rest.stop();
  process.once('SIGINT', giveUp);
  let last: IssueState['state'] | null = null;
  const obtained = await obtainCertificate(
    account,
    { application, request },
    {
      rest,
      limitMs: (options.timeoutSeconds ?? usualTimeoutSeconds) * 1_000,
      onState(state) {
        if (state.state !== last) progress(stateWords[state.state][language]);
        last = state.state;
      },
    },
  );
  process.removeListener('SIGINT', giveUp);
  return obtained;
}

export const requestObtain: Command<'request-obtain'> = {
  usage: 'FILE.p10 --phone PHONE --application ID --out FILE.cer|.pem|.p7b [--timeout SECONDS]',
  summary: {
    ru: 'Отправить запрос по заявке, дождаться сертификата и сохранить его; можно начать снова, запрос уходит один раз',
    en: 'Send the request to an application, wait for the certificate and save it; may be begun again, the request goes out once',
  },
  files: { least: 1, most: 1 },
  async run(context) {
    const { files, options } = context;
    const { application, out } = options;
    if (application === null) return usage('--application ID');
    if (out === null) return usage('--out FILE');
    const request = await readRequestFile(files[0] ?? '');
    if (!request.ok) return request;
    const account = await signedIn(context);
    if (!account.ok) return account;
    const obtained = await waitForCertificate(account.value, application, request.value, context);
    if (!obtained.ok) return obtained;
    const read = parseCertificate(obtained.value.certificate);
    if (!read.ok) return fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file: out }));
    const form = forms[path.extname(out).toLowerCase()];
    const file = await writeNewFile(path.resolve(out), form ? form(obtained.value) : obtained.value.certificate);
    return file.ok ? succeed({ file: file.value, application, certificate: read.certificate }) : file;
  },
  print: ({ file, certificate: { holder, notAfter } }, language) => [
    `${holder.name}  ${formatDay(notAfter, language)}`,
    file,
  ],
};

export const requestPapers: Command<'request-papers'> = {
  usage: 'FOLDER --phone PHONE --application ID',
  summary: {
    ru: 'Сохранить документы, которые удостоверяющий центр составил по заявке (PDF)',
    en: 'Save the papers that the authority has made for an application (PDF)',
  },
  files: { least: 1, most: 1 },
  async run(context) {
    const { files, options } = context;
    const { application } = options;
    if (application === null) return usage('--application ID');
    const folder = path.resolve(files[0] ?? '');
    const account = await signedIn(context);
    if (!account.ok) return account;
    const list = await account.value.papers(application);
    if (!list.ok) return list;
    const ready = await makeFolder(folder);
    if (!ready.ok) return ready;
    const papers = [];
    for (const paper of list.value) {
      const given = await account.value.paper(application, paper.id);
      if (!given.ok) return given;
      const saved = await writeNewFile(path.join(folder, `${application}-${given.value.name}`), given.value.bytes);
      if (!saved.ok) return saved;
      papers.push({ ...paper, file: saved.value });
    }
    return succeed({ papers });
  },
  print: ({ papers }) => papers.map(({ name, file }) => `${name}  ${file}`),
};
