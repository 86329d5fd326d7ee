import { LockKeyhole } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { InputField } from '../../controls/input-field.tsx';
import { NumberedPart } from '../../controls/numbered-part.tsx';
import { TokenPage } from '../../frame/token-page.tsx';
import { LastTryDialog } from '../../steps/token/last-try-dialog.tsx';
import { isLastTry, isLocked, pinLengthTrouble } from '../../steps/token/token-view.ts';
import { AdminPinField } from '../pins/admin-pin-field.tsx';
import { NewPinFields } from '../pins/new-pin-fields.tsx';
import { newPinTrouble } from '../pins/pin-rules.ts';
import { usePinTrouble } from '../pins/use-pin-trouble.ts';
import { isSerialTail } from '../serial-tail.ts';
import { SerialTailField } from '../serial-tail-field.tsx';
import { TaskProblem } from '../task-problem.tsx';
import { useFields } from '../use-fields.ts';
import { DyingList } from './dying-list.tsx';
import styles from './prepare.module.css';
import { isBlank, labelFits, labelToSuggest, mustSave } from './prepare-view.ts';
import { SaveCertificates } from './save-certificates.tsx';
import { UtmAtWork } from './utm-at-work.tsx';

interface PrepareFormProps {
  readonly state: WizardState;
  readonly device: Device;
  readonly applet: Applet;
  readonly task: WizardState['tokens']['task'];
}

const FORM = 'prepare';

/** The page before the point of no return: what dies, its certificates saved, the PINs, and the serial typed. */
export function PrepareForm({ state, device, applet, task }: PrepareFormProps) {
  const { t } = useTranslation();
  const said = usePinTrouble();
  const fields = useFields<'admin' | 'new' | 'repeat' | 'label' | 'tail'>();
  const [confirming, setConfirming] = useState(false);
  const { soPin, kind } = applet;
  const how = isBlank(applet) ? 'blank' : 'used';
  const unsaved = mustSave(applet, state.tokens.saved);
  const adminLocked = soPin !== null && isLocked(soPin);
  const hint = () => {
    if (adminLocked) return t('prepare.hint.adminLocked');
    return unsaved ? t('prepare.hint.save') : t('prepare.hint.time');
  };

  const send = (lastTryConfirmed: boolean) => {
    const newPin = fields.valueOf('new');
    const values = {
      soPin: soPin ? fields.valueOf('admin') : null,
      newPin,
      label: fields.valueOf('label').trim(),
      confirmation: fields.valueOf('tail').trim(),
    };
    fields.forget('admin', 'new', 'repeat');
    void ask('tokens:initialise', { applet: kind, ...values, lastTryConfirmed });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unsaved || adminLocked) return;
    const wrongAdmin = soPin && pinLengthTrouble(fields.valueOf('admin'), soPin);
    if (wrongAdmin) return fields.refuse('admin', said(wrongAdmin));
    const wrong = newPinTrouble(
      { pin: fields.valueOf('new'), repeated: fields.valueOf('repeat'), old: null },
      applet.userPin,
    );
    if (wrong) return fields.refuse(wrong.field, said(wrong.trouble));
    if (!labelFits(fields.valueOf('label').trim())) return fields.refuse('label', t('prepare.pins.labelTooLong'));
    const tail = fields.valueOf('tail');
    if (tail.trim() === '') return fields.refuse('tail', t('contents.delete.tailMissing'));
    if (!isSerialTail(tail, device)) {
      return fields.refuse('tail', t('contents.delete.tailWrong', { serial: device.printedSerial }));
    }
    if (soPin && isLastTry(soPin)) return setConfirming(true);
    send(false);
  };
  const parts = [...(applet.certificates.length > 0 ? (['save'] as const) : []), 'pins' as const, 'confirm' as const];
  return (
    <TokenPage
      page={FORM}
      device={device}
      title={t(`prepare.title.${how}`)}
      lead={t(`prepare.lead.${how}`, { storage: t(`token.storage.${kind}`) })}
      hint={hint()}
      hintId="prepare-hint"
      verb={
        <Button
          kind="primary"
          type="submit"
          form={FORM}
          isDisabled={unsaved || adminLocked}
          aria-describedby="prepare-hint"
        >
          {t(`prepare.verb.${how}`)}
        </Button>
      }
    >
      {task?.problem ? (
        <TaskProblem problem={task.problem} onEnterPin={() => fields.focus(soPin ? 'admin' : 'new')} />
      ) : null}
      <UtmAtWork state={state} />
      {adminLocked ? (
        <p className={classes(card.note, styles.warning)}>
          <LockKeyhole size={20} strokeWidth={1.9} aria-hidden />
          {t('pinWork.adminLocked')}
        </p>
      ) : null}
      <DyingList device={device} applet={applet} />
      <form id={FORM} className={card.card} onSubmit={submit} noValidate autoComplete="off">
        {parts.map((part, index) => {
          const number = index + 1;
          if (part === 'save') {
            return (
              <NumberedPart key={part} number={number} title={t('prepare.save.title')}>
                <SaveCertificates applet={applet} saved={state.tokens.saved} />
              </NumberedPart>
            );
          }
          if (part === 'pins') {
            return (
              <NumberedPart key={part} number={number} title={t('prepare.pins.title')}>
                {soPin ? <AdminPinField fields={fields} device={device} applet={applet} /> : null}
                <NewPinFields fields={fields} facts={applet.userPin}>
                  <InputField
                    label={t('prepare.pins.label')}
                    defaultValue={labelToSuggest(applet)}
                    {...fields.props('label')}
                  />
                </NewPinFields>
              </NumberedPart>
            );
          }
          return (
            <NumberedPart key={part} number={number} title={t('prepare.confirm.title')}>
              <div className={styles.narrow}>
                <SerialTailField fields={fields} device={device} />
              </div>
            </NumberedPart>
          );
        })}
      </form>
      <LastTryDialog
        isOpen={confirming}
        body={t('pinWork.adminLastTry')}
        confirm={t('prepare.lastTryConfirm')}
        onCancel={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false);
          send(true);
        }}
      />
    </TokenPage>
  );
}
