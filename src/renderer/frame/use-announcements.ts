import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { type Announcement, announcements } from './announcements.ts';
import { announce } from './live-region.tsx';

/** Speaks what changed by itself. */
export function useAnnouncements(state: WizardState): void {
  const { t } = useTranslation();
  const before = useRef(state);
  useEffect(() => {
    const words = (said: Announcement): string => {
      switch (said.kind) {
        case 'token-inserted':
          return t('frame.announce.tokenInserted', { name: said.name });
        case 'token-removed':
          return t('frame.announce.tokenRemoved');
        case 'checking':
          return t('frame.announce.checking');
        case 'signed-in':
          return t('frame.announce.signedIn', { applet: t(`token.applet.${said.applet}`) });
        case 'places':
          return t('frame.announce.places', { count: said.count });
        case 'stage':
          return t(`accessKey.stage.${said.stage}.running`);
        case 'new-key':
          return t('accessKey.handoff.appeared');
        case 'watch-paused':
          return t('frame.announce.watchPaused');
        case 'watch-resumed':
          return t('frame.announce.watchResumed');
      }
    };
    for (const said of announcements(before.current, state)) announce(words(said));
    before.current = state;
  }, [state, t]);
}
