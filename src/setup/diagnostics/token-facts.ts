import type { Applet, Device, LibraryReport, TokenCertificate } from '../../shared/domain/token.ts';
import { executableHeaderBytes, readExecutableFormat } from '../../shared/executable-format.ts';
import type { Json } from '../../shared/redaction/redactor.ts';
import type { DiagnosticsSources } from './sources.ts';

/** What is told of a certificate: never its bytes, which would tell all the rest. */
function certificateFacts({ keyId, privateKey: keyPresence, chain, certificate, problem }: TokenCertificate): Json {
  if (!certificate) return { keyId, keyPresence, problem: problem?.code ?? null };
  const { holder, purpose, fsrarId, notBefore, notAfter, key, signatureAlgorithm, issuer } = certificate;
  const { fingerprint, keyUsage, extendedKeyUsage, policies, subjectSignTool } = certificate;
  return {
    ...{ keyId, keyPresence, purpose, fsrarId, holder, notBefore, notAfter, fingerprint },
    ...{ key, signature: signatureAlgorithm.name, issuer: issuer.commonName, chain },
    ...{ keyUsage, extendedKeyUsage, policies, subjectSignTool },
  };
}

const hexadecimal = (mechanism: number): string => `0x${mechanism.toString(16)}`;

/** `named`: a person agreed to show what he called things. */
function appletFacts(
  { certificates, keys, cryptoProContainers, label, mechanisms, ...applet }: Applet,
  named: boolean,
) {
  return {
    ...applet,
    label: named ? label : null,
    mechanisms: mechanisms.map(hexadecimal),
    certificates: certificates.map(certificateFacts),
    keys: keys.map(({ publicKey, label: _label, ...key }) => ({ ...key, publicKeyKnown: publicKey !== null })),
    cryptoProContainers: named ? cryptoProContainers : cryptoProContainers.length,
  };
}

const deviceFacts = ({ id: _id, applets, ...device }: Device, named: boolean): Json => ({
  ...device,
  applets: applets.map((applet) => appletFacts(applet, named)),
});

async function libraryFacts(
  { problem, unreadableSlots, ...library }: LibraryReport,
  { system }: DiagnosticsSources,
): Promise<Json> {
  const header = await system.readBytes(library.path, executableHeaderBytes);
  const format = header === null ? null : readExecutableFormat(header);
  return {
    ...library,
    format: format === null ? 'unread' : format.kind,
    architectures: format?.kind === 'library' ? format.architectures : [],
    problem: problem && { code: problem.code, details: problem.details },
    unreadableSlots: unreadableSlots.map(({ slot, problem: { code, details } }) => ({ slot, code, details })),
  };
}

/** Tokens and libraries as they were last read. */
export async function tokenFacts(sources: DiagnosticsSources, named: boolean): Promise<Json> {
  const { tokens } = sources.known;
  if (tokens === null) return null;
  return {
    devices: tokens.devices.map((device) => deviceFacts(device, named)),
    libraries: await Promise.all(tokens.libraries.map((library) => libraryFacts(library, sources))),
  };
}
