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
  return read.ok ? qualified.receive(read.value) : read;
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
    'qualified:request-code': async ({ phone }) => (await walk()).requestCode(phone),
    'qualified:sign-in': async ({ code }) => (await walk()).signIn(code),
    'qualified:sign-out': async () => (await walk()).signOut(),
    'qualified:load-applications': async () => (await walk()).load(),
    'qualified:open-application': async ({ id }) => (await walk()).open(id),
    'qualified:submit': async () => (await walk()).submit(),
    'qualified:look': async () => (await walk()).look(),
    'qualified:stop-waiting': async () => (await walk()).stopWaiting(),
    'qualified:take-certificate': async () => (await walk()).take(),
    'qualified:pick-certificate': async () => pick(await journey(), desktop),
    'qualified:drop-certificate': async () => (await walk()).drop(),
    'qualified:install': async () => (await walk()).install(),
    'qualified:save-certificate': async () => {
      const issued = await (await walk()).issued();
      return save(desktop, issued.ok ? succeed({ name: 'сертификат.p7b', bytes: issued.value }) : issued);
    },
    'qualified:save-paper': async ({ paper }) => save(desktop, await (await walk()).paper(paper)),
    'qualified:finish': async () => (await walk()).finish(),
  };
}
