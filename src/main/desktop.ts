import type { Rectangle } from 'electron';
import type { Result } from '../shared/result.ts';
import type { PrintOutcome } from './printing.ts';

/** Files of one kind, as the system's dialog offers them. */
export interface FileFilter {
  readonly name: string;
  /** Without dots. */
  readonly extensions: readonly string[];
}

/** What the handlers need of the desktop. */
export interface Desktop {
  openInBrowser(url: string): Promise<void>;
  copyText(text: string): void;
  rememberLanguage(language: string): void;
  /** Asks the person for a folder; `null` when none was chosen. */
  chooseFolder(): Promise<string | null>;
  /** Asks the person where to save a file; `null` when nowhere. */
  chooseFile(suggestedName: string): Promise<string | null>;
  /** Asks the person for a file to read; `null` when none was chosen. */
  pickFile(filter: FileFilter): Promise<string | null>;
  /** Where the issuer's own page is shown; `null` hides it. */
  placeHandoff(rectangle: Rectangle | null): void;
  /** Asks the system to print a page. */
  print(html: string): Promise<PrintOutcome>;
  /** Writes a page as PDF; over a file of that name. */
  savePdf(html: string, file: string): Promise<Result<null>>;
}
