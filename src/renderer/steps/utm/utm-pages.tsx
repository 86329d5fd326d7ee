import { useState } from 'react';
import type { AskedChapter, ChapterProps } from './chapter-props.ts';
import { ComingUpPage } from './chapters/coming-up-page.tsx';
import { DatabasePage } from './chapters/database-page.tsx';
import { GetPage } from './chapters/get-page.tsx';
import { GettingPage } from './chapters/getting-page.tsx';
import { InstallerPage } from './chapters/installer-page.tsx';
import { InstallingPage } from './chapters/installing-page.tsx';
import { ProofPage } from './chapters/proof-page.tsx';
import { SettingsPage } from './chapters/settings-page.tsx';
import { StartPage } from './chapters/start-page.tsx';
import { type UtmChapter, utmChapter } from './utm-chapters.ts';
import { VerdictPage } from './verdict-page.tsx';

const pages: Readonly<Record<UtmChapter, (props: ChapterProps) => React.ReactNode>> = {
  get: GetPage,
  getting: GettingPage,
  installer: InstallerPage,
  installing: InstallingPage,
  settings: SettingsPage,
  start: StartPage,
  'coming-up': ComingUpPage,
  database: DatabasePage,
  proof: ProofPage,
  verdict: VerdictPage,
};

/** Chapters from which a person may ask for another page. */
const mayWait: readonly UtmChapter[] = ['start', 'verdict'];

/** The page of the chapter that a UTM has come to. */
export function UtmPages(props: Pick<ChapterProps, 'state' | 'stage' | 'wish'>) {
  const [wanted, setWanted] = useState<AskedChapter | null>(null);
  const follows = utmChapter(props.state, props.wish);
  const chapter = wanted !== null && mayWait.includes(follows) ? wanted : follows;
  const Page = pages[chapter];
  return <Page {...props} asked={chapter !== follows} onAsk={setWanted} onReturn={() => setWanted(null)} />;
}
