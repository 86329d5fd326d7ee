import { Building2, FileCheck2, type LucideIcon, Store } from 'lucide-react';
import { useId, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type AccessRole, accessRoleSchema } from '../../../../shared/domain/access-role.ts';
import type { WizardState } from '../../../../shared/ipc/wizard-state.ts';
import { ask } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import { StepPage } from '../../../frame/step-page.tsx';
import styles from './role.module.css';
import { needsOf, qualifiedHolder } from './role-view.ts';

const icons: Record<AccessRole, LucideIcon> = {
  organization: Building2,
  'sole-proprietor': Store,
  'person-with-mchd': FileCheck2,
};

function RoleCard({ role }: { readonly role: AccessRole }) {
  const { t } = useTranslation();
  const ids = { name: useId(), about: useId(), needs: useId() };
  const Icon = icons[role];
  return (
    <Radio
      value={role}
      className={styles.card ?? ''}
      aria-labelledby={ids.name}
      aria-describedby={`${ids.about} ${ids.needs}`}
    >
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.picture} aria-hidden="true">
        <Icon size={30} strokeWidth={1.6} />
      </span>
      <span className={styles.words}>
        <span id={ids.name} className={styles.name}>
          {t(`role.option.${role}.name`)}
        </span>
        <span id={ids.about}>{t(`role.option.${role}.about`)}</span>
      </span>
      <span id={ids.needs} className={styles.needs}>
        <span className={styles.needsTitle}>{t('role.needs')}</span>
        {needsOf[role].map((need) => (
          <span key={need} className={styles.need}>
            {t(`role.need.${need}`)}
          </span>
        ))}
      </span>
    </Radio>
  );
}

interface RolePageProps {
  readonly state: WizardState;
  /** The person has said it. */
  readonly onDone: () => void;
}

/** In whose name the key is asked for, where the certificate does not tell. */
export function RolePage({ state, onDone }: RolePageProps) {
  const { t } = useTranslation();
  const { options, chosen } = state.role;
  const [selected, setSelected] = useState(chosen);
  const holder = qualifiedHolder(state.tokens);
  const goOn = async (role: AccessRole) => {
    const reply = role === chosen ? null : await ask('role:choose', { role });
    if (!reply || reply.ok) onDone();
  };
  return (
    <StepPage
      state={state}
      step="subdivision"
      page="role"
      title={t('role.title')}
      lead={t(`role.lead.${holder?.kind === 'person' ? 'person' : 'unknown'}`, { holder: holder?.name || '—' })}
      hint={selected === null ? t('role.hint') : null}
      hintId="role-hint"
      verb={
        <Button
          kind="primary"
          isDisabled={selected === null}
          aria-describedby="role-hint"
          onPress={() => {
            if (selected !== null) void goOn(selected);
          }}
        >
          {t('frame.continue')}
        </Button>
      }
    >
      <RadioGroup
        className={styles.choice ?? ''}
        aria-label={t('role.options')}
        value={selected}
        onChange={(role) => setSelected(accessRoleSchema.parse(role))}
      >
        {options.map((role) => (
          <RoleCard key={role} role={role} />
        ))}
      </RadioGroup>
    </StepPage>
  );
}
