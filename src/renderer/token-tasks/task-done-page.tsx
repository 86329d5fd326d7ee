import { useTranslation } from 'react-i18next';
import type { Device } from '../../shared/domain/token.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { StatusMark } from '../controls/status-mark.tsx';
import { TokenPage } from '../frame/token-page.tsx';
import { closeSidePage } from '../store/side-page.ts';
import styles from './token-task.module.css';

interface TaskDonePageProps {
  readonly page: string;
  readonly device: Device | null;
  readonly title: string;
  readonly lead: string;
  /** What the person should know or do now. */
  readonly notes: readonly string[];
}

/** The work is done and read back; the one way on leads to where it was begun. */
export function TaskDonePage({ page, device, title, lead, notes }: TaskDonePageProps) {
  const { t } = useTranslation();
  return (
    <TokenPage
      page={`${page}-done`}
      device={device}
      title={title}
      lead={lead}
      noBack
      verb={
        <Button kind="primary" onPress={closeSidePage}>
          {t('pinWork.ready')}
        </Button>
      }
    >
      <ul className={card.card}>
        {notes.map((note, index) => (
          <li key={note} className={card.row}>
            <StatusMark mark={index === 0 ? 'ok' : 'info'} label={null} />
            <p className={styles.note}>{note}</p>
          </li>
        ))}
      </ul>
    </TokenPage>
  );
}
