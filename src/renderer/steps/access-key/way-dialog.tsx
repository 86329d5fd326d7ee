import { BadgeCheck, CircleHelp, FileText, type LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { accessKeyIssuerIdSchema } from '../../../shared/domain/access-key.ts';
import type { IssuerWay } from '../../../shared/domain/issuer-choice.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { ModalDialog } from '../../controls/modal-dialog.tsx';
import { Pill } from '../../controls/pill.tsx';
import styles from './way-dialog.module.css';
import { wayNote, waysOf } from './way-view.ts';

const certainties: Record<
  IssuerWay['certainty'],
  { readonly tone: 'ok' | 'warn' | 'plain'; readonly icon: LucideIcon }
> = {
  confirmed: { tone: 'ok', icon: BadgeCheck },
  unconfirmed: { tone: 'warn', icon: CircleHelp },
  'own-contract': { tone: 'plain', icon: FileText },
};

/** How sure it is that a way works. */
const CertaintyPill = ({ certainty }: Pick<IssuerWay, 'certainty'>) => {
  const { t } = useTranslation();
  return <Pill {...certainties[certainty]}>{t(`accessKey.way.certainty.${certainty}`)}</Pill>;
};

interface WayDialogProps {
  readonly ways: readonly IssuerWay[];
  readonly taken: IssuerWay['issuer'];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every way to a key: what it means, how sure it is, and why some are closed. */
export function WayDialog({ ways, taken, isOpen, onClose }: WayDialogProps) {
  const { t } = useTranslation();
  const closedTitle = useId();
  const [marked, setMarked] = useState<IssuerWay['issuer'] | null>(null);
  const { open, closed } = waysOf(ways);
  const close = () => {
    setMarked(null);
    onClose();
  };
  const choose = () => {
    close();
    void ask('access-key:choose-issuer', { issuer: marked ?? taken });
  };
  return (
    <ModalDialog
      wide
      isOpen={isOpen}
      onClose={close}
      title={t('accessKey.way.title')}
      buttons={
        <>
          <Button kind="primary" onPress={choose}>
            {t('accessKey.way.choose')}
          </Button>
          <Button onPress={close}>{t('frame.cancel')}</Button>
        </>
      }
    >
      <RadioGroup
        className={styles.ways ?? ''}
        aria-label={t('accessKey.way.open')}
        value={marked ?? taken}
        onChange={(issuer) => setMarked(accessKeyIssuerIdSchema.parse(issuer))}
      >
        {open.map((way) => (
          <Radio key={way.issuer} value={way.issuer} className={styles.way ?? ''}>
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.words}>
              <span className={styles.head}>
                <span className={styles.name}>{t(`accessKey.way.name.${way.issuer}`)}</span>
                <CertaintyPill certainty={way.certainty} />
                {way.recommended ? <span className={styles.advice}>{t('accessKey.way.recommended')}</span> : null}
              </span>
              <span>{t(`accessKey.way.about.${way.issuer}`)}</span>
              <span className={styles.note}>{t(`accessKey.way.note.${wayNote(way)}`)}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {closed.length > 0 ? (
        <section aria-labelledby={closedTitle}>
          <h3 id={closedTitle} className={styles.closedTitle}>
            {t('accessKey.way.closed')}
          </h3>
          <ul className={styles.closed}>
            {closed.map(({ issuer, obstacle }) => (
              <li key={issuer}>
                <span className={styles.name}>{t(`accessKey.way.name.${issuer}`)}</span>
                <span className={styles.note}>{t(`accessKey.way.obstacle.${obstacle}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </ModalDialog>
  );
}
