import { useTranslation } from 'react-i18next';
import type { AccessKeyProof, ProofCheck } from '../../../shared/domain/access-key.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import card from '../../controls/card.module.css';
import { type Mark, StatusMark } from '../../controls/status-mark.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './proof-list.module.css';
import { type ProofNote, proofNote } from './proof-view.ts';

const marks: Record<ProofCheck['status'], Mark> = { passed: 'ok', failed: 'bad', unknown: 'unknown' };

/** What a note says in words. */
function useNoteWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (note: ProofNote): string => {
    switch (note.kind) {
      case 'fsrarId':
        return t('subdivision.fsrarId', { fsrarId: note.value });
      case 'databaseOf':
        return t('utm.note.databaseOf', { fsrarId: note.value });
      case 'contour':
        return t('accessKey.checkNote.contour', {
          contour: note.value === 'prod' || note.value === 'test' ? t(`utm.contour.${note.value}`) : note.value,
        });
      case 'until':
        return t('accessKey.done.until', { date: formatDay(note.day, language) });
      case 'restart':
        return t('accessKey.checkNote.restart');
      default:
        return note.value;
    }
  };
}

/** What was checked about the key, and how each question was answered. */
export function ProofList({ proof }: { readonly proof: AccessKeyProof }) {
  const { t } = useTranslation();
  const wordsOf = useNoteWords();
  return (
    <ul className={`${card.card} ${styles.proof}`} aria-label={t('accessKey.done.checks')}>
      {proof.checks.map((check) => {
        const note = proofNote(check, proof);
        return (
          <li key={check.id} className={styles.check}>
            <StatusMark mark={marks[check.status]} label={t(`accessKey.checkStatus.${check.status}`)} />
            <div>
              <p className={card.title}>{t(`accessKey.check.${check.id}.${check.status}`)}</p>
              {note ? <p className={card.reason}>{wordsOf(note)}</p> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
