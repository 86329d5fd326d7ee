import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type IdentifierKind, identifierKindSchema } from '../../shared/domain/diagnostics.ts';
import { TickBox } from '../controls/tick-box.tsx';
import styles from './diagnostics.module.css';

interface ShownChoiceProps {
  readonly shown: readonly IdentifierKind[];
  readonly onChange: (shown: readonly IdentifierKind[]) => void;
}

/** Which identifiers support sees in full; none is ticked beforehand. */
export function ShownChoice({ shown, onChange }: ShownChoiceProps) {
  const { t } = useTranslation();
  const about = useId();
  return (
    <fieldset className={styles.shown} aria-describedby={about}>
      <legend className={styles.heading}>{t('diagnostics.shown.title')}</legend>
      <p id={about} className={styles.about}>
        {t('diagnostics.shown.about')}
      </p>
      <div className={styles.ticks}>
        {identifierKindSchema.options.map((kind) => (
          <TickBox
            key={kind}
            isSelected={shown.includes(kind)}
            onChange={(ticked) => onChange(ticked ? [...shown, kind] : shown.filter((other) => other !== kind))}
          >
            {t(`diagnostics.shown.${kind}`)}
          </TickBox>
        ))}
      </div>
    </fieldset>
  );
}
