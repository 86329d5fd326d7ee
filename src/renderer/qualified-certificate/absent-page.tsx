import { useTranslation } from 'react-i18next';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { InsertDrawing } from '../token-drawing/insert-drawing.tsx';
import styles from './qualified.module.css';
import { QualifiedFrame } from './qualified-frame.tsx';

/** The token is away: it is waited for, and everything stays as it was. */
export function AbsentPage() {
  const { t } = useTranslation();
  return (
    <QualifiedFrame
      chapter="absent"
      title={t('qualifiedCertificate.absent.title')}
      lead={t('qualifiedCertificate.absent.lead')}
      hint={t('token.insert.hint')}
    >
      <div className={classes(card.card, styles.working)}>
        <InsertDrawing
          className={styles.drawing}
          families={['jacarta', 'rutoken']}
          label={t('qualifiedCertificate.absent.picture')}
        />
      </div>
    </QualifiedFrame>
  );
}
