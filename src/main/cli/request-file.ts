import { readCertificateFile } from '../../pki/certificate-file.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { readNamedFile } from '../read-file.ts';

const requestLimit = 100_000;

/** The PKCS#10 of a file, DER or PEM, as DER. Problems: `SETUP_FILE_NOT_CERTIFICATE`, those of reading a file. */
export async function readRequestFile(file: string): Promise<Result<Uint8Array>> {
  const read = await readNamedFile(file, requestLimit);
  if (!read.ok) return read;
  const found = readCertificateFile(read.value.bytes);
  return found.kind === 'request' ? succeed(found.der) : fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file }));
}
