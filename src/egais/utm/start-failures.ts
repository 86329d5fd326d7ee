import { type UtmStartFailure, utmStartFailureSchema } from '../../shared/domain/utm.ts';

/** The exact text of a UTM 4.2.0 whose database was created with another access key (docs/sources.md, UTM). */
export const foreignDatabaseText = /FSRAR_ID .{0,80} не соответствует FSRAR_ID первичной инициализации/;

/**
 * What a UTM's log and Java's error output say of each failure (docs/sources.md, UTM). The words of a locked database
 * and of a taken port are those of Derby and of Spring Boot; that a UTM prints them unchanged is inferred.
 */
const signs: Readonly<Record<UtmStartFailure, RegExp>> = {
  'pin-locked': /CKR_PIN_LOCKED/,
  'pin-refused': /CKR_PIN_INCORRECT/,
  'pin-missing': /Отсутствует пароль (?:RSA|GOST|ГОСТ) KeyStore|Отсутствует пароль.{0,80}crypto\.lib\.(?:pki|gost)\./,
  'foreign-database': foreignDatabaseText,
  'port-taken': /BindException|Port \d{1,5} was already in use/,
  'database-locked': /\bXSDB6\b|Another instance of Derby may have already booted/,
  'registered-wrongly': /NumberFormatException.{0,80}web\.server\.port/,
  'files-missing': /NoClassDefFoundError|ClassNotFoundException: ru\.centerinform\./,
};

const ranked = utmStartFailureSchema.options;

/** The gravest failure that a line speaks of, `null` when it speaks of none. */
export const failureIn = (line: string): UtmStartFailure | null => ranked.find((id) => signs[id].test(line)) ?? null;

/** Of two failures of one run the graver: what falls first drags others after it. */
export function graver(one: UtmStartFailure | null, other: UtmStartFailure | null): UtmStartFailure | null {
  if (one === null || other === null) return one ?? other;
  return ranked.indexOf(one) <= ranked.indexOf(other) ? one : other;
}
