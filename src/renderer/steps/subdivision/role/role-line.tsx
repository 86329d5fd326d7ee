import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../../shared/ipc/wizard-state.ts';
import { Button } from '../../../controls/button.tsx';
import styles from './role.module.css';
import { askingAs } from './role-view.ts';

interface RoleLineProps {
  readonly state: WizardState;
  readonly onChangeRole: () => void;
  readonly onOpenMchd: () => void;
  /** Leaves the place to the issuer's own page, where that is a way. */
  readonly onChooseLater: () => void;
}

/** In whose name the key is asked for; where the person has said it, with the way back to that. */
export function RoleLine({ state, onChangeRole, onOpenMchd, onChooseLater }: RoleLineProps) {
  const { t } = useTranslation();
  const asking = askingAs(state);
  if (!asking) return null;
  const { role, holder, principal, mayChange } = asking;
  return (
    <div className={styles.line}>
      <p className={styles.lineWords}>{t(`role.line.${role}`, { holder, principal })}</p>
      {role === 'person-with-mchd' ? (
        <>
          <Button kind="quiet" aria-label={t('role.mchdLabel')} onPress={onOpenMchd}>
            {t('role.mchd')}
          </Button>
          <Button kind="quiet" onPress={onChooseLater}>
            {t('role.later')}
          </Button>
        </>
      ) : null}
      {mayChange ? (
        <Button kind="quiet" aria-label={t('role.change')} onPress={onChangeRole}>
          {t('frame.change')}
        </Button>
      ) : null}
    </div>
  );
}
