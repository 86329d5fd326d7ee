const buildPattern = /^\d{1,4}\.\d{1,4}[\w.+-]{0,40}$/;

/** Understands `GET /info/version`: a build, like `4.2.0b002644`; `undefined` for any other text. */
export function parseBuild(body: string): string | undefined {
  const build = body.trim();
  return buildPattern.test(build) ? build : undefined;
}
