import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../../shared/ipc/wizard-state.ts';
import card from '../../../controls/card.module.css';
import { classes } from '../../../controls/classes.ts';

/** What an installation left to be said: another build than the file's, or a restart that Windows wants. */
export function BuildNote({ installed }: Pick<WizardState['utmSetup'], 'installed'>) {
  const { t } = useTranslation();
  if (installed === null) return null;
  const { build, restartNeeded } = installed;
  const differs = build.same === false;
  if (!differs && !restartNeeded) return null;
  return (
    <div className={classes(card.note, card.sunken)}>
      <Info size={20} strokeWidth={1.9} aria-hidden />
      <div>
        {restartNeeded ? <p>{t('utmSetup.installed.restart')}</p> : null}
        {differs ? (
          <p>{t('utmSetup.installed.otherBuild', { expected: build.expected ?? '—', found: build.found ?? '—' })}</p>
        ) : null}
      </div>
    </div>
  );
}
