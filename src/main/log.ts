type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** The log of the program: events with facts, never free text around a secret. */
export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}
