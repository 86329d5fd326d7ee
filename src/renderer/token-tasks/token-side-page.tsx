import { useRef } from 'react';
import type { Device } from '../../shared/domain/token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { shownDevice } from '../steps/token/token-view.ts';
import type { TokenSidePage } from '../store/side-page.ts';
import { ContentsPage } from './contents/contents-page.tsx';
import { ChangePinPage } from './pins/change-pin-page.tsx';
import { UnblockPage } from './pins/unblock-page.tsx';
import { PreparePage } from './prepare/prepare-page.tsx';
import { ownTask } from './token-side-page-view.ts';

interface TokenSidePageProps {
  readonly state: WizardState;
  readonly side: TokenSidePage;
}

/** A page about a token, which stays known while it is away. */
export function TokenSidePageView({ state, side }: TokenSidePageProps) {
  const present = shownDevice(state.tokens);
  const known = useRef<Device | null>(null);
  if (present) known.current = present;
  const device = present ?? known.current;
  const task = ownTask(state.tokens, side);
  if (side.name === 'contents') return device ? <ContentsPage state={state} device={device} task={task} /> : null;
  const applet = device?.applets.find(({ kind }) => kind === side.applet) ?? null;
  if (side.name === 'prepare') {
    return (
      <PreparePage
        state={state}
        device={device}
        applet={applet}
        kind={side.applet}
        task={task}
        away={present === null}
      />
    );
  }
  if (!device || !applet) return null;
  const Page = side.name === 'change-pin' ? ChangePinPage : UnblockPage;
  return <Page device={device} applet={applet} task={task} />;
}
