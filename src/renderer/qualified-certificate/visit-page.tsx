import { useTranslation } from 'react-i18next';
import type { CertificationAuthorityId } from '../../shared/domain/certification-authority.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { goToStep } from '../store/side-page.ts';
import { AuthoritySteps } from './authority-steps.tsx';
import styles from './qualified.module.css';
import { QualifiedFrame } from './qualified-frame.tsx';

/** The authority writes the signature on the token itself: what to bring, and what to do afterwards. */
export function VisitPage({ authority }: { readonly authority: CertificationAuthorityId }) {
  const { t } = useTranslation();
  const back = () => {
    void ask('qualified:finish', null);
    void ask('tokens:refresh', null);
    goToStep('token');
  };
  return (
    <QualifiedFrame
      chapter="visit"
      title={t('qualifiedCertificate.visit.title')}
      lead={t('qualifiedCertificate.visit.lead')}
      onBack={() => void ask('qualified:choose-authority', { authority: null })}
      verb={
        <Button kind="primary" onPress={back}>
          {t('qualifiedCertificate.visit.verb')}
        </Button>
      }
    >
      <div className={classes(card.card, styles.block)}>
        <AuthoritySteps authority={authority} />
      </div>
    </QualifiedFrame>
  );
}
