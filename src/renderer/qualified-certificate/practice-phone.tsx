import { Smartphone } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestOutput } from '../../shared/ipc/contract.ts';
import { askQuietly } from '../bridge.ts';
import { formatClock } from '../texts/dates.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './qualified.module.css';

type Messages = RequestOutput<'practice:messages'>;

const LOOK_MS = 1_500;
const shownAtOnce = 2;

/** What came to the phone of practice, for no real one rings. */
function useMessages(): Messages {
  const [messages, setMessages] = useState<Messages>([]);
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      const reply = await askQuietly('practice:messages', null);
      if (wanted && reply.ok) setMessages(reply.value);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, []);
  return messages;
}

/** The phone of practice, with its latest messages. */
export function PracticePhone() {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const messages = useMessages().slice(-shownAtOnce).reverse();
  return (
    <section className={styles.phone} aria-labelledby={title}>
      <h2 id={title} className={styles.phoneTitle}>
        <Smartphone size={17} strokeWidth={1.9} aria-hidden />
        {t('qualifiedCertificate.account.phone.title')}
      </h2>
      {messages.length === 0 ? <p className={styles.hint}>{t('qualifiedCertificate.account.phone.none')}</p> : null}
      <ul className={styles.messages} aria-live="polite">
        {messages.map(({ at, text }) => (
          <li key={`${at}${text}`} className={styles.message}>
            <span>{text}</span> <span className={styles.aside}>{formatClock(at, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
