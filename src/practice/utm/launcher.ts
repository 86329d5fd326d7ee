import { launchPracticeService, type PracticeService } from '../service-launcher.ts';
import { type PracticeUtmStart, practiceUtmArguments } from './arguments.ts';

/** A stand-in UTM that was started. */
export type PracticeUtm = PracticeService;

/**
 * Starts the stand-in UTM as a program of its own under plain Node.
 * @param entry the bundled `process.ts`, absolute path
 * @throws Error when the process ends before it knows its port; the message carries what it wrote to standard error
 */
export const launchPracticeUtm = ({
  entry,
  ...start
}: PracticeUtmStart & { readonly entry: string }): Promise<PracticeUtm> =>
  launchPracticeService(entry, practiceUtmArguments(start));
