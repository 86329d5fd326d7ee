import { Info } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { InputField } from '../../controls/input-field.tsx';
import { TokenPage } from '../../frame/token-page.tsx';
import { LastTryDialog } from '../../steps/token/last-try-dialog.tsx';
import { LockedExplanation } from '../../steps/token/locked-explanation.tsx';
import { PinTries } from '../../steps/token/pin-tries.tsx';
import { isLastTry, isLocked, pinLengthTrouble } from '../../steps/token/token-view.ts';
import { TaskDonePage } from '../task-done-page.tsx';
import { TaskProblem } from '../task-problem.tsx';
import { TaskRunningPage } from '../task-running-page.tsx';
import styles from '../token-task.module.css';
import { useFields } from '../use-fields.ts';
import { NewPinFields } from './new-pin-fields.tsx';
import { newPinTrouble } from './pin-rules.ts';
import { usePinTrouble } from './use-pin-trouble.ts';

export interface PinPageProps {
  readonly device: Device;
  readonly applet: Applet;
  readonly task: WizardState['tokens']['task'];
}

const FORM = 'change-pin';

/** A new PIN for the old one. One submit is one login; whatever comes of it, the fields are empty again. */
export function ChangePinPage({ device, applet, task }: PinPageProps) {
  const { t } = useTranslation();
  const said = usePinTrouble();
  const fields = useFields<'old' | 'new' | 'repeat'>();
  const [confirming, setConfirming] = useState(false);
  const title = t(`pinWork.change.title.${applet.kind}`);

  if (task?.phase === 'running') {
    return <TaskRunningPage page={FORM} device={device} title={t('pinWork.change.running')} lead={t('pinWork.wait')} />;
  }
  if (task?.phase === 'done') {
    return (
      <TaskDonePage
        page={FORM}
        device={device}
        title={t('pinWork.change.done')}
        lead={t('pinWork.change.doneLead')}
        notes={[t('pinWork.keepSafe'), t('pinWork.utmNote')]}
      />
    );
  }
  if (isLocked(applet.userPin)) {
    return (
      <TokenPage page={`${FORM}-locked`} device={device} title={t('token.title.locked')} lead={t('token.lead.locked')}>
        <div className={classes(card.card, styles.form)}>
          <LockedExplanation device={device} applet={applet} />
        </div>
      </TokenPage>
    );
  }

  const send = (lastTryConfirmed: boolean) => {
    const [oldPin, newPin] = [fields.valueOf('old'), fields.valueOf('new')];
    fields.forget('old', 'new', 'repeat');
    void ask('tokens:change-pin', { applet: applet.kind, oldPin, newPin, lastTryConfirmed });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const old = fields.valueOf('old');
    const wrongOld = pinLengthTrouble(old, applet.userPin);
    if (wrongOld) return fields.refuse('old', said(wrongOld));
    const wrong = newPinTrouble(
      { pin: fields.valueOf('new'), repeated: fields.valueOf('repeat'), old },
      applet.userPin,
    );
    if (wrong) return fields.refuse(wrong.field, said(wrong.trouble));
    if (isLastTry(applet.userPin)) return setConfirming(true);
    send(false);
  };
  return (
    <TokenPage
      page={FORM}
      device={device}
      title={title}
      lead={t('pinWork.change.lead')}
      verb={
        <Button kind="primary" type="submit" form={FORM}>
          {t('pinWork.change.verb')}
        </Button>
      }
    >
      {task?.problem ? (
        <TaskProblem
          problem={task.problem}
          onEnterPin={() => fields.focus('old')}
          asked={{ device, applet: applet.kind }}
        />
      ) : null}
      <form id={FORM} className={classes(card.card, styles.form)} onSubmit={submit} noValidate autoComplete="off">
        <InputField
          secret
          label={t('pinWork.change.old')}
          aside={<PinTries pin={applet.userPin} />}
          {...fields.props('old')}
        />
        <NewPinFields fields={fields} facts={applet.userPin} />
      </form>
      <p className={card.note}>
        <Info size={20} strokeWidth={1.9} aria-hidden />
        {t('pinWork.utmNote')}
      </p>
      <LastTryDialog
        isOpen={confirming}
        body={t('token.lastTry.body', { storage: t(`token.storage.${applet.kind}`) })}
        confirm={t('pinWork.change.lastTryConfirm')}
        onCancel={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false);
          send(true);
        }}
      />
    </TokenPage>
  );
}
