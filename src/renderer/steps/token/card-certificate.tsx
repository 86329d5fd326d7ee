import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './applet-card.module.css';

/** Who the signature speaks for, or that there is none. */
export function QualifiedLines({ certificate }: { readonly certificate: Certificate | null }) {
  const { t } = useTranslation();
  if (!certificate) {
    return (
      <div>
        <p className={styles.holder}>{t('token.certificate.noQualified')}</p>
        <p className={styles.facts}>{t('token.certificate.noQualifiedWhy')}</p>
      </div>
    );
  }
  const { name, person, inn } = certificate.holder;
  const facts = [person === name ? null : person, inn === null ? null : t('token.certificate.inn', { inn })];
  return (
    <div>
      <p className={styles.holder}>{name}</p>
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
    </div>
  );
}

/** Which place the access key is for, or that there is none yet. */
export function AccessKeyLines({ certificate }: { readonly certificate: Certificate | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!certificate) {
    return (
      <div>
        <p className={styles.holder}>{t('token.certificate.noAccessKey')}</p>
        <p className={styles.facts}>{t('token.certificate.noAccessKeyWhy')}</p>
      </div>
    );
  }
  const issuer = certificate.issuer.commonName ?? certificate.issuer.text;
  const facts = [
    t('token.certificate.issuedBy', { issuer }),
    t('token.certificate.until', { date: formatDay(certificate.notAfter, language) }),
  ];
  return (
    <div>
      <p className={styles.holder}>{t('token.certificate.fsrarId', { fsrarId: certificate.fsrarId ?? '—' })}</p>
      <p className={styles.facts}>{facts.join(' · ')}</p>
    </div>
  );
}
