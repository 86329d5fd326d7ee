import { type FormEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, askQuietly } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import card from '../../../controls/card.module.css';
import { classes } from '../../../controls/classes.ts';
import { InputField } from '../../../controls/input-field.tsx';
import { ProblemPanel } from '../../../controls/problem-panel.tsx';
import { StatusMark } from '../../../controls/status-mark.tsx';
import { useFields } from '../../../token-tasks/use-fields.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { UtmFrame } from '../utm-frame.tsx';
import styles from './chapters.module.css';

const FORM = 'utm-database';
const look = () => void askQuietly('utm:look-at-database', null);

/** The UTM's database is another place's: what is lost with it, and the word of the person that it is put aside. */
export function DatabasePage({ state, stage, asked, onReturn }: ChapterProps) {
  const { t } = useTranslation();
  const fields = useFields<'tail'>();
  const { database, work } = state.utmSetup;
  const working = work?.phase === 'running';
  useEffect(look, []);
  const facts = database?.facts ?? null;
  const cause = database?.problem ?? (work?.kind === 'renew' ? work.problem : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (facts === null || working) return;
    const typed = fields.valueOf('tail').trim();
    if (typed.toLowerCase() !== facts.databaseFsrarId.slice(-4).toLowerCase()) {
      fields.refuse('tail', t('utmSetup.database.tailWrong', { fsrarId: facts.databaseFsrarId }));
      return;
    }
    const reply = await ask('utm:renew-database', { confirmation: typed });
    if (reply.ok) onReturn();
  };
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="database"
      title={t('utmSetup.database.title')}
      lead={t('utmSetup.database.lead')}
      noBack={working}
      {...(asked ? { onBack: onReturn } : {})}
      verb={
        facts === null ? (
          <Button kind="primary" onPress={look}>
            {t('utm.checkAgain')}
          </Button>
        ) : (
          <Button type="submit" form={FORM} isDisabled={working}>
            {t('utmSetup.database.verb')}
          </Button>
        )
      }
    >
      {cause ? (
        // Without facts the page's own verb looks again.
        <ProblemPanel problem={cause} handlers={facts === null ? {} : { 'check-again': look, 'try-again': look }} />
      ) : null}
      {working ? (
        <p className={styles.busy} role="status">
          <StatusMark mark="running" label={null} />
          <span>{t('utmSetup.database.running')}</span>
        </p>
      ) : null}
      {facts ? (
        <>
          <ul className={card.card}>
            <li className={card.row}>
              <StatusMark mark="attention" label={null} />
              <div>
                <p className={card.title}>{t('utmSetup.database.of', { fsrarId: facts.databaseFsrarId })}</p>
                <p className={card.reason}>{t('utmSetup.database.now', { fsrarId: facts.fsrarId ?? '—' })}</p>
              </div>
            </li>
            <li className={card.row}>
              <StatusMark mark="ok" label={null} />
              <div>
                <p className={card.title}>{t('utmSetup.database.sent.title')}</p>
                <p className={card.reason}>{t('utmSetup.database.sent.reason')}</p>
              </div>
            </li>
            <li className={card.row}>
              <StatusMark mark="info" label={null} />
              <div>
                <p className={card.title}>{t('utmSetup.database.kept.title')}</p>
                <p className={card.reason}>{t('utmSetup.database.kept.reason')}</p>
              </div>
            </li>
          </ul>
          <form
            id={FORM}
            className={classes(card.card, styles.pins)}
            onSubmit={(event) => void submit(event)}
            noValidate
            autoComplete="off"
          >
            <InputField label={t('utmSetup.database.tail')} readOnly={working} {...fields.props('tail')} />
          </form>
        </>
      ) : null}
    </UtmFrame>
  );
}
