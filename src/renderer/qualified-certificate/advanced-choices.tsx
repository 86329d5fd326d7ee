import { useId, useRef } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { parameterSetSchema, parameterSets } from '../../shared/domain/gost-parameter-sets.ts';
import { requestKeyUsageSchema, signToolClassSchema } from '../../shared/domain/qualified-request.ts';
import { fillText } from '../../shared/texts/fill.ts';
import { qualifiedRequestTexts } from '../../shared/texts/qualified-request.ts';
import card from '../controls/card.module.css';
import { InputField } from '../controls/input-field.tsx';
import { TickBox } from '../controls/tick-box.tsx';
import { useLanguage } from '../texts/use-language.ts';
import styles from './qualified.module.css';
import { type AdvancedChoices, type Draft, orderIn } from './subject-draft.ts';

interface AdvancedChoicesFormProps {
  readonly draft: Draft;
  readonly previous: Certificate | null;
  readonly onChange: (draft: Draft) => void;
}

interface TicksProps<Id extends string> {
  readonly title: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly Id[];
  /** So many at least stay ticked. */
  readonly least: number;
  readonly onChange: (chosen: readonly Id[]) => void;
}

/** Any of a few things, each with a box of its own. */
function Ticks<Id extends string>({ title, options, chosen, least, onChange }: TicksProps<Id>) {
  const change = (option: Id, ticked: boolean) => {
    const wanted = options.flatMap((one) => ((one.id === option ? ticked : chosen.includes(one.id)) ? [one.id] : []));
    if (wanted.length >= least) onChange(wanted);
  };
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.choiceTitle}>{title}</legend>
      <div className={styles.ticks}>
        {options.map(({ id: option, name }) => (
          <TickBox key={option} isSelected={chosen.includes(option)} onChange={(ticked) => change(option, ticked)}>
            {name}
          </TickBox>
        ))}
      </div>
    </fieldset>
  );
}

const identifications = ['later', '0', '1', '2', '3'] as const;

/** What only a few people have to change, and what is known of each choice. */
export function AdvancedChoicesForm({ draft, previous, onChange }: AdvancedChoicesFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = qualifiedRequestTexts[language];
  const tool = useRef<HTMLInputElement>(null);
  const toolHint = useId();
  const order = orderIn(draft, previous);
  const usual = orderIn({ ...draft, advanced: {} }, previous);
  const change = (choice: AdvancedChoices) => onChange({ ...draft, advanced: { ...draft.advanced, ...choice } });
  const identified = order.identificationKind;
  return (
    <>
      <p className={card.reason}>{t('qualifiedCertificate.form.advancedAbout')}</p>
      <RadioGroup
        className={styles.choice ?? ''}
        value={order.parameterSet}
        onChange={(name) => change({ parameterSet: parameterSetSchema.parse(name) })}
      >
        <Label className={styles.choiceTitle ?? ''}>{texts.parameterSet.label}</Label>
        <div className={styles.radios}>
          {parameterSetSchema.options.map((name) => {
            const { bits, acceptance } = parameterSets[name];
            return (
              <Radio key={name} value={name} className={styles.radio ?? ''}>
                <span className={styles.dot} aria-hidden="true" />
                <span>
                  <span className={styles.radioName}>{name}</span>{' '}
                  <span className={styles.hint}>
                    {fillText(texts.parameterSet.bits, { bits }, language)}
                    {name === usual.parameterSet ? `, ${t('qualifiedCertificate.form.usual')}` : ''}:{' '}
                    {texts.parameterSet.acceptance[acceptance]}
                  </span>
                </span>
              </Radio>
            );
          })}
        </div>
      </RadioGroup>
      <Ticks
        title={texts.keyUsage.label}
        options={requestKeyUsageSchema.options.map((id) => ({ id, name: texts.keyUsage[id] }))}
        chosen={order.keyUsage}
        least={1}
        onChange={(keyUsage) => change({ keyUsage: [...keyUsage] })}
      />
      <Ticks
        title={texts.policies.label}
        options={signToolClassSchema.options.map((id) => ({ id, name: id }))}
        chosen={order.policies}
        least={0}
        onChange={(policies) => change({ policies: [...policies] })}
      />
      <RadioGroup
        className={styles.choice ?? ''}
        value={identified === null ? 'later' : String(identified)}
        onChange={(value) =>
          change({
            identificationKind: value === '0' ? 0 : value === '1' ? 1 : value === '2' ? 2 : value === '3' ? 3 : null,
          })
        }
      >
        <Label className={styles.choiceTitle ?? ''}>{texts.identificationKind.label}</Label>
        <div className={styles.radios}>
          {identifications.map((id) => (
            <Radio key={id} value={id} className={styles.radio ?? ''}>
              <span className={styles.dot} aria-hidden="true" />
              {texts.identificationKind[id]}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <div className={styles.choice}>
        <InputField
          field={tool}
          label={texts.subjectSignTool.label}
          defaultValue={order.subjectSignTool ?? ''}
          aside={<span className={styles.aside}>{t('qualifiedCertificate.form.optional')}</span>}
          describedBy={toolHint}
          onInput={() => change({ subjectSignTool: tool.current?.value.trim().slice(0, 200) || null })}
        />
        <p id={toolHint} className={styles.hint}>
          {texts.subjectSignTool.hint}
        </p>
      </div>
    </>
  );
}
