import { useState } from 'react';
import type { ChapterProps } from './chapter-props.ts';
import { ComingUpPage } from './chapters/coming-up-page.tsx';
import { GetPage } from './chapters/get-page.tsx';
import { GettingPage } from './chapters/getting-page.tsx';
import { InstallerPage } from './chapters/installer-page.tsx';
import { InstallingPage } from './chapters/installing-page.tsx';
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
  verdict: VerdictPage,
};

/** Chapters in which a person may wish to see the settings first. */
const mayWait: readonly UtmChapter[] = ['start', 'verdict'];

/** The page of the chapter that a UTM has come to. */
export function UtmPages(props: Pick<ChapterProps, 'state' | 'stage' | 'wish'>) {
  const [settingsWanted, setSettingsWanted] = useState(false);
  const follows = utmChapter(props.state, props.wish);
  const chapter = settingsWanted && mayWait.includes(follows) ? 'settings' : follows;
  const Page = pages[chapter];
  return (
    <Page
      {...props}
      settingsAsked={chapter !== follows}
      onSettings={() => setSettingsWanted(true)}
      onSettingsDone={() => setSettingsWanted(false)}
    />
  );
}
