import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { type SubjectField, type SubjectFieldFault, subjectKindSchema } from '../../shared/domain/qualified-subject.ts';
import { qualifiedRequestTexts, subjectFaultText } from '../../shared/texts/qualified-request.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { DisclosurePanel } from '../controls/disclosure-panel.tsx';
import { InputField } from '../controls/input-field.tsx';
import { SegmentChoice } from '../controls/segment-choice.tsx';
import { announce } from '../frame/live-region.tsx';
import { useLanguage } from '../texts/use-language.ts';
import { AdvancedChoicesForm } from './advanced-choices.tsx';
import styles from './qualified.module.css';
import { hintId, QualifiedFrame } from './qualified-frame.tsx';
import {
  commonNameIn,
  type Draft,
  draftFaults,
  type FieldGroup,
  fieldGroups,
  fieldRemark,
  fieldsOf,
  isOptional,
} from './subject-draft.ts';

const FORM = 'qualified-subject';

interface FieldProps {
  readonly field: SubjectField;
  readonly draft: Draft;
  /** What was found when the form was sent. */
  readonly fault: SubjectFieldFault | undefined;
  readonly onField: (input: HTMLInputElement | null) => void;
  readonly onType: (value: string) => void;
}

/** One field of the subject: its name and hint, and what can be said of it while it is typed. */
function SubjectFieldInput({ field, draft, fault, onField, onType }: FieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hint = useId();
  const input = useRef<HTMLInputElement | null>(null);
  const texts = qualifiedRequestTexts[language].field[field];
  const composed = field === 'commonName' && !draft.ownCommonName;
  const remark = fieldRemark(field, draft);
  const wrong = fault ?? (remark.kind === 'fault' ? remark.fault : null);
  const aside = () => {
    if (composed) return t('qualifiedCertificate.form.composed');
    if (remark.kind === 'left') return t('qualifiedCertificate.form.left', { count: remark.count });
    if (remark.kind === 'prefilled' || remark.kind === 'fits') return t(`qualifiedCertificate.form.${remark.kind}`);
    return isOptional(field, draft.kind) ? t('qualifiedCertificate.form.optional') : null;
  };
  return (
    <div className={styles.field}>
      <InputField
        // A name that is composed follows its parts.
        key={composed ? commonNameIn(draft) : field}
        field={(element) => {
          input.current = element;
          onField(element);
        }}
        label={texts.label}
        defaultValue={composed ? commonNameIn(draft) : (draft.values[field] ?? '')}
        aside={<span className={styles.aside}>{aside()}</span>}
        describedBy={hint}
        message={wrong ? subjectFaultText(wrong, language) : null}
        onInput={() => onType(input.current?.value ?? '')}
      />
      <p id={hint} className={styles.hint}>
        {texts.hint}
      </p>
    </div>
  );
}

interface FormPageProps {
  readonly draft: Draft;
  readonly previous: Certificate | null;
  readonly onChange: (draft: Draft) => void;
  readonly onDone: () => void;
}

/** Who the signature will speak for, in the words of the documents it is copied from. */
export function FormPage({ draft, previous, onChange, onDone }: FormPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const groupId = useId();
  const inputs = useRef(new Map<SubjectField, HTMLInputElement>());
  const [sent, setSent] = useState<readonly SubjectFieldFault[]>([]);
  const texts = qualifiedRequestTexts[language];

  const type = (field: SubjectField, value: string) => {
    setSent((faults) => faults.filter((fault) => fault.field !== field));
    const own = field === 'commonName' ? { ownCommonName: true } : {};
    onChange({ ...draft, ...own, values: { ...draft.values, [field]: value } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const faults = draftFaults(draft);
    setSent(faults);
    if (faults.length === 0) return onDone();
    announce(t('qualifiedCertificate.form.faults', { count: faults.length }));
    const first = fieldGroups
      .flatMap((group) => fieldsOf(group, draft.kind))
      .find((field) => faults.some((fault) => fault.field === field));
    if (first) inputs.current.get(first)?.focus();
  };
  const groupTitle = (group: FieldGroup): string =>
    group === 'person' && draft.kind !== 'organization'
      ? t(`qualifiedCertificate.form.groupOf.${draft.kind}`)
      : t(`qualifiedCertificate.form.group.${group}`);
  return (
    <QualifiedFrame
      chapter="form"
      title={t('qualifiedCertificate.form.title')}
      lead={t(`qualifiedCertificate.form.lead.${previous ? 'prefilled' : 'empty'}`)}
      hint={
        sent.length > 0
          ? t('qualifiedCertificate.form.faults', { count: sent.length })
          : t('qualifiedCertificate.form.hint')
      }
      onBack={() => void ask('qualified:choose-authority', { authority: null })}
      verb={
        <Button kind="primary" type="submit" form={FORM} aria-describedby={hintId}>
          {t('qualifiedCertificate.form.verb')}
        </Button>
      }
    >
      <SegmentChoice
        label={t('qualifiedCertificate.form.kind')}
        options={subjectKindSchema.options.map((kind) => ({ id: kind, name: texts.kind[kind] }))}
        value={draft.kind}
        onChange={(kind) => {
          setSent([]);
          onChange({ ...draft, kind });
        }}
      />
      <form id={FORM} className={card.card} onSubmit={submit} noValidate autoComplete="off">
        {fieldGroups.map((group) => {
          const fields = fieldsOf(group, draft.kind);
          if (fields.length === 0) return null;
          return (
            <section key={group} className={styles.group} aria-labelledby={`${groupId}-${group}`}>
              <h2 id={`${groupId}-${group}`} className={styles.sectionTitle}>
                {groupTitle(group)}
              </h2>
              <div className={styles.fields}>
                {fields.map((field) => (
                  <SubjectFieldInput
                    key={field}
                    field={field}
                    draft={draft}
                    fault={sent.find((fault) => fault.field === field)}
                    onField={(input) => {
                      if (input) inputs.current.set(field, input);
                      else inputs.current.delete(field);
                    }}
                    onType={(value) => type(field, value)}
                  />
                ))}
              </div>
            </section>
          );
        })}
      </form>
      <DisclosurePanel title={t('qualifiedCertificate.form.advanced')}>
        <div className={classes(card.card, styles.advanced)}>
          <AdvancedChoicesForm draft={draft} previous={previous} onChange={onChange} />
        </div>
      </DisclosurePanel>
    </QualifiedFrame>
  );
}
