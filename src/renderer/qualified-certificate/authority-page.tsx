import { useId, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { certificationAuthorities } from '../../shared/certification-authorities.ts';
import {
  type CertificationAuthorityId,
  certificationAuthorityIdSchema,
} from '../../shared/domain/certification-authority.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { qualifiedRequestTexts } from '../../shared/texts/qualified-request.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { StatusMark } from '../controls/status-mark.tsx';
import { useLanguage } from '../texts/use-language.ts';
import styles from './qualified.module.css';
import { hintId, QualifiedFrame } from './qualified-frame.tsx';
import { requestOf, wayTo } from './qualified-view.ts';

function AuthorityCard({
  state,
  authority,
}: {
  readonly state: WizardState;
  readonly authority: CertificationAuthorityId;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const ids = { name: useId(), about: useId() };
  const { name, subjects } = certificationAuthorities[authority];
  return (
    <Radio value={authority} className={styles.authority ?? ''} aria-labelledby={ids.name} aria-describedby={ids.about}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.authorityWords}>
        <span id={ids.name} className={styles.authorityName}>
          {name[language]}
        </span>
        <span id={ids.about} className={card.reason}>
          {subjects.map((kind) => qualifiedRequestTexts[language].kind[kind]).join(', ')}.{' '}
          {t(`qualifiedCertificate.authority.way.${wayTo(state.qualified, authority, null)}`)}
        </span>
      </span>
    </Radio>
  );
}

/** Who issues the signature: it decides everything that follows. */
export function AuthorityPage({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [selected, setSelected] = useState<CertificationAuthorityId | null>(null);
  const waits = requestOf(state.qualified);
  const values = waits && { date: formatDay(waits.madeAt, language), name: waits.values.commonName ?? '—' };
  return (
    <QualifiedFrame
      chapter="authority"
      title={t('qualifiedCertificate.authority.title')}
      lead={t('qualifiedCertificate.authority.lead')}
      hint={selected === null ? t('qualifiedCertificate.authority.hint') : null}
      verb={
        <Button
          kind="primary"
          isDisabled={selected === null}
          aria-describedby={hintId}
          onPress={() => void ask('qualified:choose-authority', { authority: selected })}
        >
          {t('frame.continue')}
        </Button>
      }
    >
      {values ? (
        <p className={card.note}>
          <StatusMark mark="info" label={null} />
          {t('qualifiedCertificate.authority.waits', values)}
        </p>
      ) : null}
      <RadioGroup
        className={styles.authorities ?? ''}
        aria-label={t('qualifiedCertificate.authority.choice')}
        value={selected}
        onChange={(id) => setSelected(certificationAuthorityIdSchema.parse(id))}
      >
        {certificationAuthorityIdSchema.options.map((authority) => (
          <AuthorityCard key={authority} state={state} authority={authority} />
        ))}
      </RadioGroup>
      <div className={styles.links}>
        <Button kind="quiet" onPress={() => void ask('qualified:pick-certificate', null)}>
          {t('qualifiedCertificate.authority.haveIt')}
        </Button>
      </div>
    </QualifiedFrame>
  );
}
