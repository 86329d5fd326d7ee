import { useTranslation } from 'react-i18next';
import { fsrarIdOf } from '../../../shared/domain/subdivision.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { CopyButton } from '../../controls/copy-button.tsx';
import { NumberedSteps } from '../../controls/numbered-steps.tsx';
import styles from './handoff-page.module.css';
import { type HandoffStep, handoffSteps } from './handoff-view.ts';

/** What tells the wanted place from the others in the list of the page. */
const PlaceFacts = ({ state }: { readonly state: WizardState }) => {
  const { t } = useTranslation();
  const place = state.subdivisions.chosen;
  if (!place) return null;
  const facts = [
    ['kpp', place.kpp],
    ['address', place.address],
    ['fsrarId', fsrarIdOf(place)],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([id, value]) =>
        value ? (
          <div key={id} className={styles.fact}>
            <dt>{t(`accessKey.handoff.fact.${id}`)}</dt>
            <dd className={styles.value}>{value}</dd>
            <dd className={styles.copy}>
              <CopyButton text={value} label={t(`accessKey.handoff.copy.${id}`)} />
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
};

/** The two files that were checked before, by their names. */
const Files = ({ mchd }: Pick<WizardState, 'mchd'>) => {
  const { t } = useTranslation();
  return (
    <dl className={styles.facts}>
      {(['document', 'signature'] as const).map((part) => (
        <div key={part} className={styles.fact}>
          <dt>{t(`accessKey.handoff.file.${part}`)}</dt>
          <dd className={styles.value}>{mchd[part]?.name ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
};

/** The steps on the UTM's own page in that page's words, with what each of them needs. */
export function HandoffGuide({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const below = (step: HandoffStep) => {
    switch (step) {
      case 'files':
        return <Files mchd={state.mchd} />;
      case 'place-kpp':
      case 'place-address':
        return <PlaceFacts state={state} />;
      default:
        return null;
    }
  };
  return (
    <NumberedSteps
      label={t('accessKey.handoff.steps')}
      steps={handoffSteps(state).map((step) => ({
        id: step,
        words: t(`accessKey.handoff.step.${step}`),
        below: below(step),
      }))}
    />
  );
}
