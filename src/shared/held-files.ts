/** What the system says of a call that it refused. */
export const refusalCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

/** How a file or a folder is refused that another program has open: a scanner, a backup, a process that is ending. */
const heldCodes: readonly string[] = ['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY'];

/**
 * Takes a step as soon as whoever holds the file lets go of it.
 * @throws what the system says when it does not let go within so many tries, and at once what is no matter of holding.
 */
export async function onceLetGo(
  step: () => Promise<void>,
  { tries, rest }: { readonly tries: number; readonly rest: () => Promise<void> },
): Promise<void> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await step();
    } catch (error) {
      if (left <= 0 || !heldCodes.includes(refusalCode(error))) throw error;
    }
    await rest();
  }
}
