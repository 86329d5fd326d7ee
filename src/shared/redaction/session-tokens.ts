import { mark } from './mark.ts';

// RFC 6750, 2.1: what opens an account for whoever has it.
const bearer = /(?<![\p{L}\d])(bearer[ \u00a0]{1,3})[A-Za-z0-9._~+/-]{8,}=*/giu;

// «Код подтверждения: 123456», as an SMS and a form have it.
const confirmation =
  /((?:код[а-я]{0,2} подтверждения|код[а-я]{0,2} из (?:смс|sms)|(?:confirmation|sms) code)["']?[\s:=—–-]{1,4}["']?)\d{4,8}(?!\d)/giu;

/** Takes out tokens of sessions and codes that open them. */
export const withoutSessionTokens = (text: string): string =>
  text
    .replace(bearer, (_all, name: string) => `${name}${mark()}`)
    .replace(confirmation, (_all, name: string) => `${name}${mark()}`);
