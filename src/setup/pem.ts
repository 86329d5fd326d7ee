/** The PEM form of a structure (RFC 7468): lines of 64 characters. `der` is base64. */
export function pemOf(label: 'CERTIFICATE' | 'CERTIFICATE REQUEST', der: string): string {
  const lines = der.match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
