import type { CommandOutcome, System } from './system.ts';

/**
 * The same computer, asked each question once: several checks need the same command (starting a program is slow on
 * Windows) or the same server, and share the first one's answer. Meant for one run of the checks; the next one asks
 * anew.
 */
export function rememberingSystem(system: System): System {
  const outcomes = new Map<string, Promise<CommandOutcome>>();
  const connections = new Map<number, Promise<boolean>>();
  const dates = new Map<string, ReturnType<System['httpDate']>>();

  function once<Key, Answer>(known: Map<Key, Promise<Answer>>, key: Key, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    return answer;
  }

  return {
    ...system,
    run: (program, args, limitMs) =>
      once(outcomes, JSON.stringify([program, ...args]), () => system.run(program, args, limitMs)),
    connects: (port, limitMs) => once(connections, port, () => system.connects(port, limitMs)),
    httpDate: (url, limitMs) => once(dates, url, () => system.httpDate(url, limitMs)),
  };
}
