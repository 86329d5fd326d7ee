import { z } from 'zod';

/** Longer than any address that somebody types. */
const longest = 2_000;

const slash = '/';

/** A pattern for the end of a text tries every run of slashes in it; this looks at the last one alone. */
function withoutSlashesAtTheEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === slash) end -= 1;
  return text.slice(0, end);
}

/** An address that may be talked to: HTTPS, or plain HTTP on this computer. */
export const accountUrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(longest)
  .refine((text) => {
    // A rule is asked even where the one before it has said no.
    if (!URL.canParse(text)) return false;
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || hostname === 'localhost' || /^127\./.test(hostname) || hostname === '[::1]';
  })
  .transform(withoutSlashesAtTheEnd);
