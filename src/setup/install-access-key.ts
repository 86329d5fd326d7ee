import { type CertificateWithDer, readCertificateFile, subjectPublicKeyInfo } from '../pki/certificate-file.ts';
import type { IssueStageId } from '../shared/domain/access-key.ts';
import type { Device } from '../shared/domain/token.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { type CourseGround, closeCourse, courseFailed, type IssueOutcome, openCourse } from './access-key-course.ts';
import { accessKeyApplet } from './chosen-token.ts';
import type { NamedFile } from './show-certificate.ts';
import { accessKeyLabel, waitingKeys } from './waiting-keys.ts';
import type { Workplace } from './workplace.ts';

export interface InstallOrder {
  /** `Device.id`. */
  readonly device: string;
  readonly fsrarId: string;
  readonly inn: string;
  /** A certificate, a chain or a p7b bundle, as it came back. */
  readonly file: NamedFile;
  /** See `CourseOrder`. */
  readonly confirmation: string;
}

const publicKeyOf = ({ der }: CertificateWithDer): string | null => {
  const publicKey = subjectPublicKeyInfo(der);
  return publicKey ? Buffer.from(publicKey).toString('base64') : null;
};

/** Certificates of a file that may belong to somebody's key: authorities' own do not. */
function candidatesIn(file: NamedFile): readonly CertificateWithDer[] {
  const read = readCertificateFile(file.bytes);
  const all = read.kind === 'certificates' || read.kind === 'bundle' ? read.certificates : [];
  return all.filter(({ certificate }) => !certificate.isAuthority);
}

interface Match {
  readonly keyId: string;
  readonly candidate: CertificateWithDer;
}

/** The certificate of a file that is of a key which waits on the token, and that key: a pair of RSA that has none yet. */
function matchWaitingKey(device: Device, file: NamedFile): Result<Match> {
  const candidates = candidatesIn(file);
  if (candidates.length === 0) return fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file: file.name }));
  const waiting = waitingKeys(device);
  if (waiting.length === 0) return fail(problem('SETUP_NO_WAITING_KEY'));
  for (const candidate of candidates) {
    const key = waiting.find(({ publicKey }) => publicKey !== null && publicKey === publicKeyOf(candidate));
    if (key) return succeed({ keyId: key.keyId, candidate });
  }
  return fail(problem('SETUP_CERTIFICATE_NOT_FOR_KEY', { file: file.name }));
}

/** Whether a certificate of the right key is one that the UTM can use for the place. */
function suits({ certificate }: CertificateWithDer, fsrarId: string): Result<null> {
  const issuer = certificate.issuer.commonName ?? certificate.issuer.text;
  if (certificate.purpose !== 'access-key') return fail(problem('SETUP_CERTIFICATE_NOT_ACCESS_KEY', { issuer }));
  if (certificate.fsrarId === fsrarId) return succeed(null);
  const values = { expected: fsrarId, fsrarId: certificate.fsrarId ?? '—' };
  return fail(problem('SETUP_CERTIFICATE_OTHER_PLACE', values));
}

/** Writes the certificate beside its key, which the token floor compares once more before it writes. */
async function writeBeside(
  { tokens }: Workplace,
  device: Device,
  { keyId, candidate }: Match,
  fsrarId: string,
): Promise<Result<null>> {
  const suitable = suits(candidate, fsrarId);
  if (!suitable.ok) return suitable;
  return tokens.writeCertificate({
    device: device.id,
    applet: accessKeyApplet(device)?.kind ?? 'pki',
    keyId,
    der: Buffer.from(candidate.der).toString('base64'),
    label: accessKeyLabel(fsrarId),
  });
}

/** The second half of a way by files: the certificate is matched with the key that waits, written, and proven. */
export async function installAccessKey(
  workplace: Workplace,
  order: InstallOrder,
  onStage: (stage: IssueStageId) => void,
): Promise<IssueOutcome> {
  onStage('recorded');
  const { device, fsrarId, inn, confirmation } = order;
  const opened = await openCourse(workplace, { course: 'install', device, fsrarId, inn, confirmation });
  if (!opened.ok) return courseFailed(workplace, 'recorded', opened.problem);
  const ground: CourseGround = opened.value;
  onStage('writing');
  const match = matchWaitingKey(ground.device, order.file);
  const written = match.ok ? await writeBeside(workplace, ground.device, match.value, fsrarId) : match;
  if (!written.ok) return courseFailed(workplace, 'writing', written.problem, ground.report);
  return closeCourse(workplace, ground, written, 'writing', onStage);
}
