import type { ExportedFile } from '../setup/certificate-export.ts';
import type { Journey } from '../setup/journey/journey.ts';
import type { RequestChannel } from '../shared/ipc/contract.ts';
import { type Result, succeed } from '../shared/result.ts';
import type { Desktop } from './desktop.ts';
import type { RequestHandlers } from './ipc-gate.ts';
import { certificateFilter, certificateLimit } from './picked-files.ts';
import { readNamedFile } from './read-file.ts';
import { saveAs } from './save-as.ts';

type QualifiedChannel = Extract<RequestChannel, `qualified:${string}`>;

const save = async (desktop: Desktop, made: Result<ExportedFile>): Promise<Result<{ readonly file: string } | null>> =>
  made.ok ? saveAs(desktop, made.value) : made;

/** Asks for the file that the authority gave, and has it looked at. */
async function pick({ qualified }: Journey, desktop: Desktop): Promise<Result<null>> {
  const file = await desktop.pickFile(certificateFilter);
  if (file === null) return succeed(null);
  const read = await readNamedFile(file, certificateLimit);
  return read.ok ? qualified.installation.receive(read.value) : read;
}

/** The channels of the way to a qualified certificate. */
export function qualifiedHandlers(
  journey: () => Promise<Journey>,
  desktop: Desktop,
): Pick<RequestHandlers, QualifiedChannel> {
  const walk = async () => (await journey()).qualified;
  return {
    'qualified:choose-authority': async ({ authority }) => (await walk()).chooseAuthority(authority),
    'qualified:choose-request': async ({ keyId }) => (await walk()).chooseRequest(keyId),
    'qualified:make-request': async (order) => (await walk()).make(order),
    'qualified:save-request': async ({ format }) => save(desktop, (await walk()).exported(format)),
    'qualified:request-code': async ({ phone }) => (await walk()).account.requestCode(phone),
    'qualified:sign-in': async ({ code }) => (await walk()).account.signIn(code),
    'qualified:sign-out': async () => (await walk()).account.signOut(),
    'qualified:load-applications': async () => (await walk()).account.load(),
    'qualified:open-application': async ({ id }) => (await walk()).account.open(id),
    'qualified:submit': async () => (await walk()).account.submit(),
    'qualified:look': async () => (await walk()).account.look(),
    'qualified:stop-waiting': async () => (await walk()).account.stopWaiting(),
    'qualified:take-certificate': async () => (await walk()).take(),
    'qualified:pick-certificate': async () => pick(await journey(), desktop),
    'qualified:drop-certificate': async () => (await walk()).installation.drop(),
    'qualified:install': async () => (await walk()).installation.install(),
    'qualified:save-certificate': async () => {
      const issued = await (await walk()).account.issued();
      return save(desktop, issued.ok ? succeed({ name: 'сертификат.p7b', bytes: issued.value }) : issued);
    },
    'qualified:save-paper': async ({ paper }) => save(desktop, await (await walk()).account.paper(paper)),
    'qualified:finish': async () => (await walk()).finish(),
  };
}
