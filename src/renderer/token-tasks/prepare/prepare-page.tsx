import { useTranslation } from 'react-i18next';
import type { Applet, AppletKind, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { useNow } from '../../store/use-now.ts';
import { formatElapsed } from '../../texts/dates.ts';
import { TaskDonePage } from '../task-done-page.tsx';
import { TaskRunningPage } from '../task-running-page.tsx';
import { HandoffPage } from './handoff-page.tsx';
import { NoPreparationPage } from './no-preparation-page.tsx';
import styles from './prepare.module.css';
import { PrepareForm } from './prepare-form.tsx';

type Task = NonNullable<WizardState['tokens']['task']>;

interface PreparePageProps {
  readonly state: WizardState;
  /** The token as it was last seen; `null` if the window never saw it. */
  readonly device: Device | null;
  readonly applet: Applet | null;
  readonly kind: AppletKind;
  readonly task: Task | null;
  /** The token is not plugged in just now. */
  readonly away: boolean;
}

/** The preparation as it goes on; the token may be out of sight meanwhile. */
function Running({
  device,
  task,
  away,
}: {
  readonly device: Device | null;
  readonly task: Task;
  readonly away: boolean;
}) {
  const { t } = useTranslation();
  const now = useNow(true);
  return (
    <TaskRunningPage
      page="prepare"
      device={device}
      title={t('prepare.running.title')}
      lead={t('prepare.running.lead')}
      hint={t('prepare.running.hint')}
      away={away}
    >
      <p role="status">{away ? t('prepare.running.away') : t('prepare.running.here')}</p>
      <p className={styles.elapsed}>
        {t('prepare.running.elapsed', { time: formatElapsed(now - Date.parse(task.startedAt)) })}
      </p>
    </TaskRunningPage>
  );
}

/** Preparation of one part of the token, by whichever way it has. */
export function PreparePage({ state, device, applet, kind, task, away }: PreparePageProps) {
  const { t } = useTranslation();
  const { saved } = state.tokens;
  if (task?.phase === 'running') return <Running device={device} task={task} away={away} />;
  if (task?.phase === 'done') {
    return (
      <TaskDonePage
        page="prepare"
        device={device}
        title={t('prepare.done.title')}
        lead={t('prepare.done.lead')}
        notes={[
          t('prepare.done.pin'),
          t(`prepare.done.${kind}`),
          ...(saved?.applet === kind ? [t('prepare.done.saved', { folder: saved.folder })] : []),
        ]}
      />
    );
  }
  if (!device || !applet) return null;
  const props = { state, device, applet };
  const byHand = task?.problem?.code === 'TOKEN_INITIALISATION_HANDOFF';
  switch (applet.initialisation) {
    case 'pkcs11':
    case 'vendor':
      return byHand ? <HandoffPage {...props} /> : <PrepareForm {...props} task={task} />;
    case 'handoff':
      return device.family === 'jacarta' ? <HandoffPage {...props} /> : <NoPreparationPage device={device} />;
    case 'none':
      return <NoPreparationPage device={device} />;
  }
}
