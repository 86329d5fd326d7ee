import { Info, LockKeyhole } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { TokenPage } from '../../frame/token-page.tsx';
import { LastTryDialog } from '../../steps/token/last-try-dialog.tsx';
import { isLastTry, isLocked, pinLengthTrouble } from '../../steps/token/token-view.ts';
import { TaskDonePage } from '../task-done-page.tsx';
import { TaskProblem } from '../task-problem.tsx';
import { TaskRunningPage } from '../task-running-page.tsx';
import styles from '../token-task.module.css';
import { useFields } from '../use-fields.ts';
import { AdminPinField } from './admin-pin-field.tsx';
import type { PinPageProps } from './change-pin-page.tsx';
import { NewPinFields } from './new-pin-fields.tsx';
import { newPinTrouble } from './pin-rules.ts';
import { usePinTrouble } from './use-pin-trouble.ts';

const FORM = 'unblock';

/** A new PIN in place of a locked or forgotten one, by the administrator's word; keys stay. One submit is one login. */
export function UnblockPage({ device, applet, task }: PinPageProps) {
  const { t } = useTranslation();
  const said = usePinTrouble();
  const fields = useFields<'admin' | 'new' | 'repeat'>();
  const [confirming, setConfirming] = useState(false);
  const { soPin } = applet;

  if (task?.phase === 'running') {
    return (
      <TaskRunningPage page={FORM} device={device} title={t('pinWork.unblock.running')} lead={t('pinWork.wait')} />
    );
  }
  if (task?.phase === 'done') {
    return (
      <TaskDonePage
        page={FORM}
        device={device}
        title={t('pinWork.unblock.done')}
        lead={t('pinWork.unblock.doneLead')}
        notes={[t('pinWork.keepSafe'), t('pinWork.utmNote')]}
      />
    );
  }

  const send = (lastTryConfirmed: boolean) => {
    const [adminPin, newPin] = [fields.valueOf('admin'), fields.valueOf('new')];
    fields.forget('admin', 'new', 'repeat');
    void ask('tokens:unblock-pin', { applet: applet.kind, soPin: adminPin, newPin, lastTryConfirmed });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!soPin) return;
    const wrongAdmin = pinLengthTrouble(fields.valueOf('admin'), soPin);
    if (wrongAdmin) return fields.refuse('admin', said(wrongAdmin));
    const wrong = newPinTrouble(
      { pin: fields.valueOf('new'), repeated: fields.valueOf('repeat'), old: null },
      applet.userPin,
    );
    if (wrong) return fields.refuse(wrong.field, said(wrong.trouble));
    if (isLastTry(soPin)) return setConfirming(true);
    send(false);
  };
  const hopeless = !soPin || isLocked(soPin);
  return (
    <TokenPage
      page={FORM}
      device={device}
      title={t(`pinWork.unblock.title.${applet.kind}`)}
      lead={t('pinWork.unblock.lead')}
      verb={
        hopeless ? null : (
          <Button kind="primary" type="submit" form={FORM}>
            {t('pinWork.unblock.verb')}
          </Button>
        )
      }
    >
      {task?.problem ? <TaskProblem problem={task.problem} onEnterPin={() => fields.focus('admin')} /> : null}
      {hopeless ? (
        <p className={classes(card.note, styles.hopeless)}>
          <LockKeyhole size={20} strokeWidth={1.9} aria-hidden />
          {soPin ? t('pinWork.adminLocked') : t('pinWork.adminNone')}
        </p>
      ) : (
        <>
          <form id={FORM} className={classes(card.card, styles.form)} onSubmit={submit} noValidate autoComplete="off">
            <AdminPinField fields={fields} device={device} applet={applet} />
            <NewPinFields fields={fields} facts={applet.userPin} />
          </form>
          <p className={card.note}>
            <Info size={20} strokeWidth={1.9} aria-hidden />
            {t('pinWork.utmNote')}
          </p>
        </>
      )}
      <LastTryDialog
        isOpen={confirming}
        body={t('pinWork.adminLastTry')}
        confirm={t('pinWork.unblock.lastTryConfirm')}
        onCancel={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false);
          send(true);
        }}
      />
    </TokenPage>
  );
}
