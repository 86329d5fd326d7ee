import { launchPracticeService, type PracticeService } from '../service-launcher.ts';
import { type PracticeAccountStart, practiceAccountArguments } from './arguments.ts';

/**
 * Starts the stand-in account as a program of its own under plain Node.
 * @param entry the bundled `process.ts`, absolute path
 * @throws Error when the process ends before it knows its port; the message carries what it wrote to standard error
 */
export const launchPracticeAccount = ({
  entry,
  ...start
}: PracticeAccountStart & { readonly entry: string }): Promise<PracticeService> =>
  launchPracticeService(entry, practiceAccountArguments(start));
