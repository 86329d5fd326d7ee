import type { ExportedFile } from '../setup/certificate-export.ts';
import type { Journey } from '../setup/journey/journey.ts';
import type { NamedFile } from '../setup/show-certificate.ts';
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

/** Asks for a file of certificates, and has it looked at. */
async function pick(desktop: Desktop, look: (file: NamedFile) => Promise<Result<null>>): Promise<Result<null>> {
  const file = await desktop.pickFile(certificateFilter);
  if (file === null) return succeed(null);
  const read = await readNamedFile(file, certificateLimit);
  return read.ok ? look(read.value) : read;
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
    'qualified:pick-certificate': async () => pick(desktop, async (file) => (await walk()).installation.receive(file)),
    'qualified:drop-certificate': async () => (await walk()).installation.drop(),
    'qualified:pick-authority': async () => pick(desktop, async (file) => (await walk()).installation.offer(file)),
    'qualified:trust-authority': async ({ fingerprint }) => (await walk()).installation.trust(fingerprint),
    'qualified:drop-authority': async () => (await walk()).installation.withdraw(),
    'qualified:install': async () => (await walk()).installation.install(),
    'qualified:save-certificate': async () => {
      const issued = await (await walk()).account.issued();
      return save(desktop, issued.ok ? succeed({ name: 'сертификат.p7b', bytes: issued.value }) : issued);
    },
    'qualified:save-paper': async ({ paper }) => save(desktop, await (await walk()).account.paper(paper)),
    'qualified:finish': async () => (await walk()).finish(),
  };
}
