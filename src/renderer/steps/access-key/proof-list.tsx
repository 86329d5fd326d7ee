import { useTranslation } from 'react-i18next';
import type { AccessKeyProof, ProofCheck } from '../../../shared/domain/access-key.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import card from '../../controls/card.module.css';
import { type Mark, StatusMark } from '../../controls/status-mark.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './proof-list.module.css';

const marks: Record<ProofCheck['status'], Mark> = { passed: 'ok', failed: 'bad', unknown: 'unknown' };

/** What was checked about the key, and how each question was answered. */
export function ProofList({ proof }: { readonly proof: AccessKeyProof }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notes: Partial<Record<ProofCheck['id'], string>> = {
    ...(proof.fsrarId ? { 'fsrar-id-matches': t('subdivision.fsrarId', { fsrarId: proof.fsrarId }) } : {}),
    ...(proof.certificate
      ? {
          'in-force': t('accessKey.done.until', { date: formatDay(proof.certificate.notAfter, language) }),
          'issuer-is-egais': proof.certificate.issuer.commonName ?? proof.certificate.issuer.text,
        }
      : {}),
  };
  return (
    <ul className={`${card.card} ${styles.proof}`} aria-label={t('accessKey.done.checks')}>
      {proof.checks.map(({ id, status }) => (
        <li key={id} className={styles.check}>
          <StatusMark mark={marks[status]} label={t(`accessKey.checkStatus.${status}`)} />
          <div>
            <p className={card.title}>{t(`accessKey.check.${id}.${status}`)}</p>
            {notes[id] ? <p className={card.reason}>{notes[id]}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
