import { type ReactNode, useId } from 'react';
import card from './card.module.css';
import styles from './numbered.module.css';

interface NumberedPartProps {
  readonly number: number;
  readonly title: string;
  readonly about?: string;
  readonly children?: ReactNode;
}

/** One of the things to do on a page, in their order. */
export function NumberedPart({ number, title, about, children }: NumberedPartProps) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.partBody}>
        <h2 id={id} className={styles.partTitle}>
          {title}
        </h2>
        {about === undefined ? null : <p className={card.reason}>{about}</p>}
        {children}
      </div>
    </section>
  );
}
