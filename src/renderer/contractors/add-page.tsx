import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { InputField } from '../controls/input-field.tsx';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { announce } from '../frame/live-region.tsx';
import { qualifiedHolder } from '../steps/subdivision/role/role-view.ts';
import { useFields } from '../token-tasks/use-fields.ts';
import styles from './contractors.module.css';
import { ContractorsFrame } from './contractors-frame.tsx';
import { draftTrouble, type KppRemark, kppRemark, typedKpp } from './contractors-view.ts';
import { ServiceNote } from './service-note.tsx';

const FORM = 'contractor';

/** What is said of a КПП beside its label, and what is wrong with it below the field. */
function useKppWords(): (remark: KppRemark) => { readonly aside: string | null; readonly wrong: string | null } {
  const { t } = useTranslation();
  return (remark) => {
    switch (remark.kind) {
      case 'empty':
        return { aside: null, wrong: null };
      case 'left':
        return { aside: t('contractors.kpp.left', { count: remark.count }), wrong: null };
      case 'fits':
        return { aside: t('contractors.kpp.fits'), wrong: null };
      case 'shared':
        return { aside: null, wrong: t('contractors.kpp.shared', { address: remark.address }) };
      case 'form':
      case 'long':
        return { aside: null, wrong: t(`contractors.kpp.${remark.kind}`) };
    }
  };
}

interface AddPageProps {
  readonly state: WizardState;
  readonly onClose: () => void;
}

/** The form of a place that a non-licensee or an ИП enters. */
export function AddPage({ state, onClose }: AddPageProps) {
  const { t } = useTranslation();
  const fields = useFields<'name' | 'kpp' | 'address'>();
  const kppWords = useKppWords();
  const [remark, setRemark] = useState<KppRemark>({ kind: 'empty' });
  const [sending, setSending] = useState(false);
  const { rows, problem } = state.contractors;
  const withKpp = state.role.chosen !== 'sole-proprietor';
  const words = kppWords(remark);
  const kppField = fields.props('kpp');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const draft = {
      name: fields.valueOf('name').trim(),
      kpp: withKpp ? fields.valueOf('kpp') : null,
      address: fields.valueOf('address').trim(),
    };
    const wrong = draftTrouble(draft, rows);
    if (wrong) {
      const said =
        wrong.trouble === 'missing' ? t(`contractors.missing.${wrong.field}`) : kppWords(wrong.trouble).wrong;
      return fields.refuse(wrong.field, said ?? '');
    }
    setSending(true);
    const reply = await ask('contractors:add', { ...draft, kpp: typedKpp(draft.kpp ?? '') });
    setSending(false);
    if (!reply.ok) return;
    announce(t('contractors.form.sent'));
    onClose();
  };
  return (
    <ContractorsFrame
      page="add"
      title={t('contractors.form.title')}
      lead={t(`contractors.form.lead.${withKpp ? 'organization' : 'sole-proprietor'}`)}
      onBack={onClose}
      verb={
        <Button kind="primary" type="submit" form={FORM} isDisabled={sending}>
          {sending ? t('contractors.form.sending') : t('contractors.form.verb')}
        </Button>
      }
    >
      {problem ? (
        <div role="alert">
          <ProblemPanel problem={problem} />
        </div>
      ) : null}
      <form
        id={FORM}
        className={classes(card.card, styles.form)}
        onSubmit={(event) => void submit(event)}
        noValidate
        autoComplete="off"
      >
        <InputField
          label={t('contractors.form.name')}
          defaultValue={qualifiedHolder(state.tokens)?.name ?? ''}
          {...fields.props('name')}
        />
        {withKpp ? (
          <div className={styles.short}>
            <InputField
              label={t('contractors.form.kpp')}
              aside={words.aside}
              {...kppField}
              message={kppField.message ?? words.wrong}
              onInput={() => {
                kppField.onInput();
                setRemark(kppRemark(fields.valueOf('kpp'), rows));
              }}
            />
          </div>
        ) : null}
        <InputField
          label={t('contractors.form.address')}
          placeholder={t('contractors.form.addressExample')}
          {...fields.props('address')}
        />
      </form>
      <ServiceNote practice={state.practice !== null} />
    </ContractorsFrame>
  );
}
