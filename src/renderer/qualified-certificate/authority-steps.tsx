import { ExternalLink, Info } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { certificationAuthorities } from '../../shared/certification-authorities.ts';
import type { CertificationAuthorityId } from '../../shared/domain/certification-authority.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import { NumberedSteps } from '../controls/numbered-steps.tsx';
import { useLanguage } from '../texts/use-language.ts';
import styles from './qualified.module.css';

/** What a person does at this authority, in order, its page, and what nobody knows about it. */
export function AuthoritySteps({ authority }: { readonly authority: CertificationAuthorityId }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const { steps, unknown, page } = certificationAuthorities[authority];
  return (
    <>
      <NumberedSteps steps={steps[language].map((step) => ({ id: step, words: step }))} />
      {page === null ? null : (
        <div className={styles.links}>
          <Button
            kind="quiet"
            icon={<ExternalLink size={16} strokeWidth={2} aria-hidden />}
            onPress={() => void ask('wizard:open-page', { page })}
          >
            {t('qualifiedCertificate.authority.page')}
          </Button>
        </div>
      )}
      <section className={styles.unsure} aria-labelledby={title}>
        <Info size={17} strokeWidth={1.9} aria-hidden />
        <div>
          <h3 id={title} className={styles.choiceTitle}>
            {t('qualifiedCertificate.authority.unknown')}
          </h3>
          <ul className={styles.unknown}>
            {unknown[language].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      </section>
    </>
  );
}
