import { Check, ChevronDown, GraduationCap, Unplug, Usb, Wand } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { scenarioIdSchema } from '../../shared/domain/scenario.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import styles from './practice-banner.module.css';

/** Says on every page that nothing here is real, and lets the person choose what to practise. */
export function PracticeBanner({ practice }: { readonly practice: NonNullable<WizardState['practice']> }) {
  const { t } = useTranslation();
  const { scenario, plugged, event } = practice;
  const PlugIcon = plugged ? Unplug : Usb;
  return (
    <section className={styles.banner} aria-label={t('practice.banner')}>
      <p className={styles.words}>
        <GraduationCap size={17} strokeWidth={2} aria-hidden />
        {t('practice.banner')}
      </p>
      <div className={styles.choices}>
        <MenuTrigger>
          <Button className={styles.button ?? ''}>
            <span className={styles.quiet}>{t('practice.scenario')}:</span> {t(`practice.of.${scenario}.name`)}
            <ChevronDown size={15} strokeWidth={2.2} aria-hidden />
          </Button>
          <Popover className={styles.popover ?? ''} placement="bottom end">
            <Menu
              className={styles.menu ?? ''}
              aria-label={t('practice.scenarios')}
              selectionMode="single"
              selectedKeys={[scenario]}
              onAction={(key) => void ask('practice:choose', { scenario: scenarioIdSchema.parse(key) })}
            >
              {scenarioIdSchema.options.map((option) => (
                <MenuItem
                  key={option}
                  id={option}
                  className={styles.item ?? ''}
                  textValue={t(`practice.of.${option}.name`)}
                >
                  <Text slot="label" className={styles.name ?? ''}>
                    {t(`practice.of.${option}.name`)}
                  </Text>
                  <Text slot="description" className={styles.about ?? ''}>
                    {t(`practice.of.${option}.about`)}
                  </Text>
                  {option === scenario ? (
                    <Check className={styles.tick} size={17} strokeWidth={2.2} aria-hidden />
                  ) : null}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
        {event ? (
          <Button className={styles.button ?? ''} onPress={() => void ask('practice:happen', { event })}>
            <Wand size={15} strokeWidth={2.2} aria-hidden />
            {t(`practice.event.${event}`)}
          </Button>
        ) : null}
        <Button className={styles.button ?? ''} onPress={() => void ask('practice:plug', { plugged: !plugged })}>
          <PlugIcon size={15} strokeWidth={2.2} aria-hidden />
          {plugged ? t('practice.unplug') : t('practice.plug')}
        </Button>
      </div>
    </section>
  );
}
