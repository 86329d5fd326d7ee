import card from '../controls/card.module.css';
import styles from './qualified.module.css';

export interface Fact {
  readonly name: string;
  readonly value: string | null | undefined;
  readonly below?: string | null;
}

/** Facts by their names; one that is empty is left out. */
export const FactRows = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={card.card}>
    {facts.map(({ name, value, below }) =>
      value ? (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>
            <p className={styles.factValue}>{value}</p>
            {below ? <p className={card.reason}>{below}</p> : null}
          </dd>
        </div>
      ) : null,
    )}
  </dl>
);
