/** What the handlers need of the desktop. */
export interface Desktop {
  openInBrowser(url: string): Promise<void>;
  copyText(text: string): void;
  rememberLanguage(language: string): void;
  /** Asks the person for a folder; `null` when none was chosen. */
  chooseFolder(): Promise<string | null>;
  /** Asks the person where to save a file; `null` when nowhere. */
  chooseFile(suggestedName: string): Promise<string | null>;
}
