import type { PracticeWorld } from '../practice/world.ts';
import type { ProcessStarters, StartedService } from './process-starters.ts';

/** The programs that stand in for the outside of a practice computer. */
export interface PracticeHelpers {
  readonly utm: StartedService;
  readonly account: StartedService;
  readonly certification: StartedService;
  readonly site: StartedService;
  stop(): Promise<void>;
}

/**
 * Starts them all, or none: when one cannot start, those that did are stopped.
 * @throws Error of the first that could not start
 */
export async function startPracticeHelpers(
  starters: ProcessStarters,
  { utmFolder, libraryPath, account, certification }: PracticeWorld,
): Promise<PracticeHelpers> {
  const started: StartedService[] = [];
  const take = async (starting: Promise<StartedService>): Promise<StartedService> => {
    const service = await starting;
    started.push(service);
    return service;
  };
  const takeListening = async (starting: Promise<StartedService>): Promise<StartedService> => {
    const service = await take(starting);
    await service.listening;
    return service;
  };
  const stop = async () => {
    await Promise.all(started.map((service) => service.stop()));
  };
  try {
    // Before the account: whoever of these two comes first makes the agency's key. A scenario may let it start slowly.
    const utm = await take(starters.practiceUtm({ folder: utmFolder, library: libraryPath, port: 0 }));
    const others = [
      takeListening(starters.practiceAccount({ ...account, utmFolder, port: 0 })),
      takeListening(starters.practiceCertification({ ...certification, port: 0 })),
      takeListening(starters.practiceDownloadSite()),
    ] as const;
    // None is still on its way when a failure is thrown.
    await Promise.allSettled(others);
    const [ofAgency, ofAuthority, site] = await Promise.all(others);
    return { utm, account: ofAgency, certification: ofAuthority, site, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
