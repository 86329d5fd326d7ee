// No two neighbouring parts match the same characters: a long body without an end costs no more than its length.
const commonName = /<CN>([^<]*)<\/CN>/i;

/**
 * Understands `GET /diagnosis`: CN of the access key as the UTM remembers it, `null` without one. `undefined` when the
 * text is nothing of the sort. Never throws.
 */
export function parseDiagnosis(body: string): string | null | undefined {
  const name = commonName.exec(body)?.[1]?.trim();
  if (name === undefined) return /<CERTIFICATE\b/i.test(body) ? null : undefined;
  return name === '' ? null : name;
}
