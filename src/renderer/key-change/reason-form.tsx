import { useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type KeyChangeChoices, keyChangeReasonSchema } from '../../shared/domain/key-change.ts';
import type { AppletKind } from '../../shared/domain/token.ts';
import { DisclosurePanel } from '../controls/disclosure-panel.tsx';
import { TickBox } from '../controls/tick-box.tsx';
import styles from './key-change.module.css';

interface ReasonFormProps {
  readonly choices: KeyChangeChoices;
  /** The parts of the token. */
  readonly parts: readonly AppletKind[];
  readonly onChange: (choices: KeyChangeChoices) => void;
}

const toggled = (parts: readonly AppletKind[], part: AppletKind, on: boolean): AppletKind[] =>
  on ? [...new Set([...parts, part])] : parts.filter((known) => known !== part);

interface PartBoxesProps {
  readonly label: string;
  readonly parts: readonly AppletKind[];
  readonly ticked: readonly AppletKind[];
  readonly onTick: (part: AppletKind, on: boolean) => void;
}

function PartBoxes({ label, parts, ticked, onTick }: PartBoxesProps) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <fieldset className={styles.parts} aria-labelledby={title}>
      <p id={title} className={styles.partsTitle}>
        {label}
      </p>
      {parts.map((part) => (
        <TickBox key={part} isSelected={ticked.includes(part)} onChange={(on) => onTick(part, on)}>
          {t(`keyChange.parts.${part}`)}
        </TickBox>
      ))}
    </fieldset>
  );
}

/** Why the keys are changed, and what only the person can know of it. */
export function ReasonForm({ choices, parts, onChange }: ReasonFormProps) {
  const { t } = useTranslation();
  const { reason, lostPins, blankParts } = choices;
  return (
    <div className={styles.reasonForm}>
      <RadioGroup
        className={styles.reasons ?? ''}
        aria-label={t('keyChange.reason.label')}
        value={reason}
        onChange={(chosen) => onChange({ ...choices, reason: keyChangeReasonSchema.parse(chosen) })}
      >
        {keyChangeReasonSchema.options.map((one) => (
          <Radio key={one} value={one} className={styles.reason ?? ''}>
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.words}>
              <span className={styles.name}>{t(`keyChange.reason.${one}.title`)}</span>
              <span className={styles.about}>{t(`keyChange.reason.${one}.about`)}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {reason === 'lost-pin' ? (
        <PartBoxes
          label={t('keyChange.parts.lost')}
          parts={parts}
          ticked={lostPins}
          onTick={(part, on) => onChange({ ...choices, lostPins: toggled(lostPins, part, on) })}
        />
      ) : null}
      <DisclosurePanel title={t('keyChange.parts.blank')}>
        <PartBoxes
          label={t('keyChange.parts.blankWhich')}
          parts={parts}
          ticked={blankParts}
          onTick={(part, on) => onChange({ ...choices, blankParts: toggled(blankParts, part, on) })}
        />
      </DisclosurePanel>
    </div>
  );
}
