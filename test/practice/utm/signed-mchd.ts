import {
  fileId003,
  granted,
  head,
  headOf,
  organizationPrincipal,
  representativeOf,
  secondHead,
  utf8,
} from '../../egais/mchd/documents.ts';
import { openGostOracle } from '../../oracle/openssl-gost.ts';
import { issue, type KeyRecipe, makeKey, makeRequest, makeSelfSigned } from '../../pki/openssl-authority.ts';

const gost: KeyRecipe = { kind: 'gost', set: 'A', bits: 256 };

const headName = [
  'C = RU',
  'CN = ООО «Ромашка»',
  `SN = ${secondHead.surname}`,
  `GN = ${secondHead.name} ${secondHead.patronymic}`,
  `INN = ${secondHead.inn}`,
  `SNILS = ${secondHead.snils.replace(/\D/g, '')}`,
];

/** A power of attorney and its signature as two files. */
export interface SignedMchd {
  readonly document: { readonly name: string; readonly content: Uint8Array<ArrayBuffer> };
  readonly signature: { readonly name: string; readonly content: Uint8Array<ArrayBuffer> };
}

/** ООО «Ромашка» gives power to the holder of the practice token of an ИП; its head signs with OpenSSL's GOST engine. */
export function signedMchd(): SignedMchd {
  const document = granted({
    principals: organizationPrincipal(headOf(secondHead)),
    representatives: representativeOf(head),
  }).replace(/СрокДейст="[^"]*"/, 'СрокДейст="2099-12-31"');
  const oracle = openGostOracle();
  try {
    for (const name of ['ca', 'head']) makeKey(oracle, name, gost);
    makeSelfSigned(oracle, 'ca', gost);
    makeRequest(oracle, 'head', gost, headName);
    issue(oracle, 'head', 'ca', gost);
    oracle.write('document', document);
    const signature = oracle.run(
      ['cms', '-sign', '-in', 'document', '-binary', '-signer', 'head.crt', '-inkey', 'head.key'].concat([
        ...['-md', 'md_gost12_256', '-outform', 'DER'],
      ]),
    );
    return {
      document: { name: `${fileId003}.xml`, content: Uint8Array.from(utf8(document)) },
      signature: { name: `${fileId003}.sig`, content: Uint8Array.from(signature) },
    };
  } finally {
    oracle.close();
  }
}
