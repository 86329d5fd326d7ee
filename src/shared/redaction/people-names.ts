import { mark } from './mark.ts';

const attribute =
  /(?<![\p{L}\d])(CN|O|OU|SN|SURNAME|G|GN|GIVENNAME|STREET|T|TITLE|E|EMAILADDRESS)=((?:[^,;+\n‹›"\\]|\\+"|"(?![,:}\]]|\s*$)){1,300})/gmu;

const organization =
  /(?<!\p{L})(ООО|ОАО|ЗАО|ПАО|НАО|АО|Общество с ограниченной ответственностью|Акционерное общество)\s{1,3}(?:«[^»\n‹›]{1,200}»|\\*"[^"\n‹›]{1,200}"|“[^”\n‹›]{1,200}”)/gu;

const soleProprietor =
  /(?<!\p{L})(ИП|Индивидуальный предприниматель)((?:[ \u00a0]{1,2}\p{Lu}(?:\p{L}{1,40}|\.)){1,3})/gu;

const fullName =
  /(?<!\p{L})\p{Lu}[\p{L}-]{1,40}[ \u00a0]\p{Lu}\p{Ll}{1,40}[ \u00a0]\p{Lu}\p{Ll}{2,40}(?:вич|вна|ична|оглы|кызы)(?!\p{L})/gu;

/** Takes out names by the forms they are written in: attributes of a certificate's subject, «ООО «…»», ИП, full names. */
export const withoutNames = (text: string): string =>
  text
    .replace(attribute, (_all, name: string) => `${name}=${mark()}`)
    .replace(organization, (_all, form: string) => `${form} ${mark()}`)
    .replace(soleProprietor, (_all, form: string) => `${form} ${mark()}`)
    .replace(fullName, mark());
