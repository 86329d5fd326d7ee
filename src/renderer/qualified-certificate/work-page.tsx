import { useTranslation } from 'react-i18next';
import type { TokenFamily } from '../../shared/domain/token.ts';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { useNow } from '../store/use-now.ts';
import { formatElapsed } from '../texts/dates.ts';
import { TokenRing } from '../token-drawing/token-ring.tsx';
import styles from './qualified.module.css';
import { QualifiedFrame } from './qualified-frame.tsx';

interface WorkPageProps {
  readonly work: 'making' | 'installing';
  readonly startedAt: string | null;
  readonly family: TokenFamily;
}

/** The token is at work: nothing to press, and no doubt that it goes on. */
export function WorkPage({ work, startedAt, family }: WorkPageProps) {
  const { t } = useTranslation();
  const now = useNow(true);
  const title = t(`qualifiedCertificate.${work}.title`);
  const time = formatElapsed(startedAt === null ? 0 : now - Date.parse(startedAt));
  return (
    <QualifiedFrame
      chapter={work}
      title={title}
      lead={t(`qualifiedCertificate.${work}.lead`)}
      hint={t(`qualifiedCertificate.${work}.hint`)}
      onBack={null}
    >
      <div className={classes(card.card, styles.working)}>
        <TokenRing label={title} family={family} />
        <p className={styles.elapsed}>{t('qualifiedCertificate.making.elapsed', { time })}</p>
      </div>
    </QualifiedFrame>
  );
}
