import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import card from '../../controls/card.module.css';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { StatusMark } from '../../controls/status-mark.tsx';
import { TokenPage } from '../../frame/token-page.tsx';
import { Shortcomings } from '../../steps/token/shortcomings.tsx';
import { AppletContents } from './applet-contents.tsx';
import styles from './contents.module.css';

interface ContentsPageProps {
  readonly state: WizardState;
  readonly device: Device;
  readonly task: WizardState['tokens']['task'];
}

/** Every certificate and key on every part of the token, and what may be done with each. */
export function ContentsPage({ state, device, task }: ContentsPageProps) {
  const { t } = useTranslation();
  const look = () => void ask('tokens:refresh', null);
  return (
    <TokenPage page="contents" device={device} title={t('contents.title')} lead={t('contents.lead')}>
      <Shortcomings device={device} />
      {task?.problem ? (
        <div role="alert">
          <ProblemPanel problem={task.problem} handlers={{ 'check-again': look, 'insert-token': look }} />
        </div>
      ) : null}
      {task?.phase === 'running' ? (
        <p className={card.note} role="status">
          <StatusMark mark="running" label={null} />
          {t('contents.delete.running')}
        </p>
      ) : null}
      {task?.phase === 'done' ? (
        <p className={styles.done} role="status">
          <CircleCheck size={20} strokeWidth={2} aria-hidden />
          {t('contents.delete.done')}
        </p>
      ) : null}
      {device.applets.map((applet) => (
        <AppletContents
          key={applet.kind}
          tokens={state.tokens}
          device={device}
          applet={applet}
          busy={task?.phase === 'running'}
        />
      ))}
    </TokenPage>
  );
}
