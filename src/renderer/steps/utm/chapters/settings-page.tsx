import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applet } from '../../../../shared/domain/token.ts';
import { ask, askQuietly } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import card from '../../../controls/card.module.css';
import { classes } from '../../../controls/classes.ts';
import { DisclosurePanel } from '../../../controls/disclosure-panel.tsx';
import { InputField } from '../../../controls/input-field.tsx';
import { ProblemPanel } from '../../../controls/problem-panel.tsx';
import { TickBox } from '../../../controls/tick-box.tsx';
import { useFields } from '../../../token-tasks/use-fields.ts';
import { PinTries } from '../../token/pin-tries.tsx';
import { pinLengthTrouble, shownDevice } from '../../token/token-view.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { UtmFrame } from '../utm-frame.tsx';
import { BuildNote } from './build-note.tsx';
import styles from './chapters.module.css';
import { TokensNote } from './tokens-note.tsx';

const FORM = 'utm-settings';

/**
 * The PINs of the token's parts for the UTM's own file, and what else is written there. The fields are uncontrolled: a
 * PIN goes from its field into one message.
 */
export function SettingsPage({ state, stage, asked, onReturn }: ChapterProps) {
  const { t } = useTranslation();
  const fields = useFields<Applet['kind']>();
  const [libraries, setLibraries] = useState(true);
  const [proxy, setProxy] = useState(true);
  const { work, settings, installed } = state.utmSetup;
  const device = shownDevice(state.tokens);
  const kind = state.utm.state?.verdict.id === 'pin-refused' ? 'refused' : 'first';
  const writing = work?.phase === 'running';
  const deviceId = device?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another token has other libraries.
  useEffect(() => {
    void askQuietly('utm:plan-settings', null);
  }, [deviceId]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (writing || device === null) return;
    for (const { kind, userPin } of device.applets) {
      const trouble = pinLengthTrouble(fields.valueOf(kind), userPin);
      if (trouble !== null) {
        const words = trouble.kind === 'missing' ? 'token.pin.missing' : (`token.pin.${trouble.kind}` as const);
        fields.refuse(kind, t(words, { count: trouble.count }));
        return;
      }
    }
    const combined = device.applets.some(({ kind }) => kind === 'combined');
    const gost = fields.valueOf(combined ? 'combined' : 'gost');
    const pki = combined ? null : fields.valueOf('pki');
    fields.forget(...device.applets.map(({ kind }) => kind));
    const reply = await ask('utm:configure', { gost, pki, libraries, proxy });
    if (reply.ok) onReturn();
  };
  const onBack = asked ? onReturn : null;
  const trouble = work?.kind === 'configure' ? work.problem : null;
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="settings"
      title={t(`utmSetup.settings.title.${kind}`)}
      lead={t(`utmSetup.settings.lead.${kind}`)}
      {...(onBack === null ? {} : { onBack })}
      hint={t('utmSetup.settings.hint')}
      verb={
        device === null ? null : (
          <Button kind="primary" type="submit" form={FORM} isDisabled={writing}>
            {t('utmSetup.settings.verb')}
          </Button>
        )
      }
    >
      {trouble ? <ProblemPanel problem={trouble} /> : null}
      <TokensNote state={state} />
      {device ? (
        <form
          id={FORM}
          className={classes(card.card, styles.pins)}
          onSubmit={(event) => void submit(event)}
          noValidate
          autoComplete="off"
        >
          {device.applets.map(({ kind, userPin }) => (
            <InputField
              key={kind}
              secret
              label={t(`token.pin.label.${kind}`)}
              placeholder={t(`token.pin.placeholder.${kind}`)}
              aside={<PinTries pin={userPin} />}
              readOnly={writing}
              {...fields.props(kind)}
            />
          ))}
        </form>
      ) : null}
      {settings ? (
        <DisclosurePanel title={t('utmSetup.settings.more')} openAtFirst={settings.proxy !== null}>
          <div className={styles.choices}>
            <p className={styles.fixed}>{t('utmSetup.settings.port', { port: settings.port })}</p>
            {settings.libraries ? (
              <TickBox isSelected={libraries} onChange={setLibraries}>
                {t('utmSetup.settings.library', { file: settings.libraries.gost })}
              </TickBox>
            ) : (
              <p className={styles.fixed}>{t('utmSetup.settings.noLibrary')}</p>
            )}
            {settings.proxy ? (
              <TickBox isSelected={proxy} onChange={setProxy}>
                {t('utmSetup.settings.proxy', { proxy: settings.proxy })}
              </TickBox>
            ) : null}
          </div>
        </DisclosurePanel>
      ) : null}
      <BuildNote installed={installed} />
    </UtmFrame>
  );
}
