import { z } from 'zod';
import { safely } from '../../shared/safely.ts';
import type { System } from '../system.ts';
import { askPowershell, powershellText } from './powershell.ts';

const fileSchema = z.object({
  Path: z.string(),
  Version: z.string().nullable(),
  Status: z.string(),
  Signer: z.string().nullable(),
});

const answerSchema = z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(fileSchema));

/** What Windows says about the signature of a file. */
export interface WindowsSignature {
  readonly path: string;
  readonly version: string | null;
  /** `SignatureStatus` of Get-AuthenticodeSignature: Valid, NotSigned, HashMismatch, NotTrusted, UnknownError … */
  readonly status: string;
  /** The name in the signer's certificate, whatever it is. */
  readonly signer: string | null;
}

const question = (path: string): string =>
  `$s = Get-AuthenticodeSignature -LiteralPath ${powershellText(path)}; $signer = $null; if ($s.SignerCertificate) { $signer = $s.SignerCertificate.GetNameInfo('SimpleName', $false) }; $files += @{ Path = ${powershellText(path)}; Version = (Get-Item -LiteralPath ${powershellText(path)}).VersionInfo.FileVersion; Status = [string]$s.Status; Signer = $signer }`;

/** Versions and signatures of all these files in one call; `null` when Windows did not tell. */
export async function readWindowsSignatures(
  system: System,
  paths: readonly string[],
): Promise<readonly WindowsSignature[] | null> {
  const statements = [
    '$files = @()',
    ...paths.map((path) => `try { ${question(path)} } catch { }`),
    '$answer = $files',
  ];
  const answer = safely(answerSchema, await askPowershell(system, statements));
  if (!answer.success || answer.data.length === 0) return null;
  return answer.data.map((file) => ({
    path: file.Path,
    version: file.Version === '' ? null : file.Version,
    status: file.Status,
    signer: file.Signer,
  }));
}
