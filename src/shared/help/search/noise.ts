/** What a log writes around a message. Bounded repetition throughout: a hostile line costs no more than its length. */
const noises: readonly RegExp[] = [
  // Frames of a Java stack: «at ru.centerinform.X.run(X.java:42)», «... 32 more».
  /^[ \t]{0,40}at [\w.$<>/]{1,200}\(.*$/gm,
  /^[ \t]{0,40}\.{3} \d{1,6} (?:more|common frames omitted).*$/gm,
  // Moments: «2026-11-02 10:15:04,123», «02.11.2026 10:15», «10:15:04.123», «+0300».
  /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?Z?)?/g,
  /\b\d\d\.\d\d\.\d{4}\b/g,
  /\b\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\b/g,
  /\s[+-]\d{4}\b/g,
  // Levels and names of threads: «ERROR», «[http-nio-8080-exec-3]», «[scheduler_Worker-1]», «--- [main]».
  /\b(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE)\b/g,
  /\[(?:main|[\w.-]{1,60}-\d{1,6})\]/g,
  // Addresses and names that belong to one machine.
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
];

/** Packages before a class: «java.lang.IllegalStateException» is known by its last word. */
const packages = /\b(?:[a-z_]\w{0,40}\.){2,12}(?=[A-Z])/g;

/** Characters of a pasted text that are looked at. */
const mostCharacters = 50_000;

/** A pasted text without what a log adds to every line. */
export const withoutNoise = (text: string): string =>
  noises.reduce((rest, noise) => rest.replace(noise, ' '), text.slice(0, mostCharacters)).replace(packages, ' ');
