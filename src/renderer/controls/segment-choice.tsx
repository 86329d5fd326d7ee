import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './segment-choice.module.css';

interface SegmentChoiceProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** A few short options side by side, one of which holds. */
export function SegmentChoice<Id extends string>({ label, options, value, onChange }: SegmentChoiceProps<Id>) {
  const choose = (chosen: string) => {
    const option = options.find(({ id }) => id === chosen);
    if (option) onChange(option.id);
  };
  return (
    <RadioGroup className={styles.choice ?? ''} orientation="horizontal" value={value} onChange={choose}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.segments}>
        {options.map(({ id, name }) => (
          <Radio key={id} value={id} className={styles.segment ?? ''}>
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
