import type { Language } from '../../shared/language.ts';
import type { CommandName } from '../../shared/results.ts';
import { accessKeyIssue, accessKeyVerify } from './access-key.ts';
import { certificatesList, certificatesShow } from './certificates.ts';
import { requestApplications, requestObtain, requestPapers } from './certification-account.ts';
import { requestAuthorities } from './certification-authorities.ts';
import type { Command } from './command.ts';
import { diagnosticsSave } from './diagnostics.ts';
import { helpFind } from './help.ts';
import { keyChangeBegin, keyChangeForget, keyChangePlanCommand, keyChangeSave } from './key-change.ts';
import { remindersDue, tokensKnown } from './known-tokens.ts';
import { machineCheck } from './machine.ts';
import { mchdCheck } from './mchd.ts';
import { machineInstaller, machineMend } from './mending.ts';
import { practiceStart } from './practice.ts';
import { remindersOff, remindersOn, remindersStatus } from './reminders.ts';
import { requestCreate, requestInstall, requestList } from './request.ts';
import { requestForms } from './request-forms.ts';
import { subdivisionsList } from './subdivisions.ts';
import { certificatesExport, tokenChangePin, tokenDeleteKey, tokenInitialise, tokenUnblockPin } from './token.ts';
import { tokensList } from './tokens.ts';
import { utmStatus, utmWait } from './utm.ts';
import { utmConfigure } from './utm-configure.ts';
import { utmDocuments } from './utm-documents.ts';
import { utmHandover } from './utm-handover.ts';
import { utmInstall } from './utm-install.ts';
import { utmDownload, utmUnpack } from './utm-installer.ts';
import { utmList } from './utm-list.ts';
import { utmProve } from './utm-prove.ts';
import { utmRenewDatabase } from './utm-renew-database.ts';

/** A command under its words; results are typed inside each command, here only carried from `run` to `print`. */
interface NamedCommand {
  readonly words: readonly [string, string];
  readonly command: Command<never>;
}

const named = <C extends CommandName>(group: string, name: string, command: Command<C>): NamedCommand => ({
  words: [group, name],
  command: command as unknown as Command<never>,
});

/** The commands, in the order of the wizard. */
export const commands: readonly NamedCommand[] = [
  named('machine', 'check', machineCheck),
  named('machine', 'mend', machineMend),
  named('machine', 'installer', machineInstaller),
  named('tokens', 'list', tokensList),
  named('tokens', 'known', tokensKnown),
  named('certificates', 'list', certificatesList),
  named('certificates', 'show', certificatesShow),
  named('certificates', 'export', certificatesExport),
  named('token', 'change-pin', tokenChangePin),
  named('token', 'unblock-pin', tokenUnblockPin),
  named('token', 'initialise', tokenInitialise),
  named('token', 'delete-key', tokenDeleteKey),
  named('request', 'authorities', requestAuthorities),
  named('request', 'applications', requestApplications),
  named('request', 'obtain', requestObtain),
  named('request', 'papers', requestPapers),
  named('request', 'forms', requestForms),
  named('subdivisions', 'list', subdivisionsList),
  named('request', 'create', requestCreate),
  named('request', 'list', requestList),
  named('request', 'install', requestInstall),
  named('access-key', 'issue', accessKeyIssue),
  named('access-key', 'verify', accessKeyVerify),
  named('utm', 'list', utmList),
  named('utm', 'status', utmStatus),
  named('utm', 'download', utmDownload),
  named('utm', 'unpack', utmUnpack),
  named('utm', 'install', utmInstall),
  named('utm', 'configure', utmConfigure),
  named('utm', 'wait', utmWait),
  named('utm', 'documents', utmDocuments),
  named('utm', 'renew-database', utmRenewDatabase),
  named('utm', 'prove', utmProve),
  named('utm', 'handover', utmHandover),
  named('key-change', 'plan', keyChangePlanCommand),
  named('key-change', 'begin', keyChangeBegin),
  named('key-change', 'save', keyChangeSave),
  named('key-change', 'forget', keyChangeForget),
  named('reminders', 'on', remindersOn),
  named('reminders', 'off', remindersOff),
  named('reminders', 'status', remindersStatus),
  named('reminders', 'due', remindersDue),
  named('mchd', 'check', mchdCheck),
  named('diagnostics', 'save', diagnosticsSave),
  named('help', 'find', helpFind),
  named('practice', 'start', practiceStart),
];

export const findCommand = (words: readonly string[]): NamedCommand | null =>
  commands.find((candidate) => candidate.words[0] === words[0] && candidate.words[1] === words[1]) ?? null;

const heading = {
  ru: 'Команды egais-wizard:',
  en: 'Commands of egais-wizard:',
} as const;

const globalUsage = {
  ru: 'Общие ключи: --json --lang ru|en --library ФАЙЛ --practice [СЦЕНАРИЙ] --profile-dir ПАПКА --utm-url URL --pin-stdin',
  en: 'Global options: --json --lang ru|en --library FILE --practice [SCENARIO] --profile-dir FOLDER --utm-url URL --pin-stdin',
} as const;

/** The list of commands, as `--help` and a wrong command show it. */
export function usageText(language: Language): string {
  const lines = commands.map(({ words, command }) => {
    const call = `${words.join(' ')} ${command.usage}`.trim();
    return `  ${call}\n      ${command.summary[language]}`;
  });
  return [heading[language], ...lines, globalUsage[language]].join('\n');
}
