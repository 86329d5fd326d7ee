import { accessKey } from './access-key.ts';
import { contents } from './contents.ts';
import { contractors } from './contractors.ts';
import { diagnostics } from './diagnostics.ts';
import { frame } from './frame.ts';
import { help } from './help.ts';
import { keyChange } from './key-change.ts';
import { knownTokens } from './known-tokens.ts';
import { machine } from './machine.ts';
import { mchd } from './mchd.ts';
import { mending } from './mending.ts';
import { pinWork } from './pin-work.ts';
import { practice } from './practice.ts';
import { prepare } from './prepare.ts';
import { qualifiedCertificate } from './qualified-certificate.ts';
import { role } from './role.ts';
import { subdivision } from './subdivision.ts';
import { token } from './token.ts';
import { utm } from './utm.ts';
import { utmSetup } from './utm-setup.ts';

export const en = {
  frame,
  help,
  diagnostics,
  practice,
  machine,
  mending,
  token,
  role,
  mchd,
  subdivision,
  contractors,
  accessKey,
  utm,
  utmSetup,
  keyChange,
  knownTokens,
  contents,
  pinWork,
  prepare,
  qualifiedCertificate,
} as const;
