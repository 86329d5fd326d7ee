import { Plus, RotateCw } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contractor } from '../../shared/domain/contractor.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { DisclosurePanel } from '../controls/disclosure-panel.tsx';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { StatusMark } from '../controls/status-mark.tsx';
import { closeSidePage } from '../store/side-page.ts';
import { useStart } from '../store/use-start.ts';
import { ContractorTable } from './contractor-table.tsx';
import styles from './contractors.module.css';
import { ContractorsFrame } from './contractors-frame.tsx';
import { bySource, hasEnough } from './contractors-view.ts';
import { ServiceNote } from './service-note.tsx';
import { WrongData } from './wrong-data.tsx';

const load = () => void ask('contractors:load', null);

interface SectionProps {
  readonly title: string;
  readonly about: string;
  readonly rows: readonly Contractor[];
  readonly children?: ReactNode;
}

function Section({ title, about, rows, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div>
        <h2 id={id} className={styles.sectionTitle}>
          {title}
        </h2>
        <p className={card.reason}>{about}</p>
      </div>
      {rows.length > 0 ? <ContractorTable rows={rows} labelledBy={id} /> : null}
      {children}
    </section>
  );
}

function Licensed({ rows }: { readonly rows: readonly Contractor[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('contractors.licensed.title')} about={t('contractors.licensed.about')} rows={rows}>
      <DisclosurePanel title={t('contractors.licensed.wrong')}>
        <WrongData />
      </DisclosurePanel>
    </Section>
  );
}

interface AccountPageProps {
  readonly state: WizardState;
  readonly onAdd: () => void;
}

/** The places as the service of the account has them registered, and how the check of the tax service stands. */
export function AccountPage({ state, onAdd }: AccountPageProps) {
  const { t } = useTranslation();
  const { phase, rows, problem } = state.contractors;
  useStart('contractors', phase);
  const { licensed, entered } = bySource(rows);
  const asking = phase === 'idle' || phase === 'running';
  const enough = hasEnough(state.role.chosen, rows);
  return (
    <ContractorsFrame
      page="account"
      title={t('contractors.title')}
      lead={t('contractors.lead.account')}
      onBack={closeSidePage}
      hint={enough ? t('contractors.enough') : null}
      hintId="contractors-hint"
      verb={
        <Button
          kind="primary"
          icon={<Plus size={17} strokeWidth={2} aria-hidden />}
          isDisabled={asking || enough}
          aria-describedby="contractors-hint"
          onPress={onAdd}
        >
          {t('contractors.add')}
        </Button>
      }
    >
      <ServiceNote practice={state.practice !== null} />
      {problem ? <ProblemPanel problem={problem} handlers={{ 'try-again': load, 'check-again': load }} /> : null}
      {licensed.length > 0 ? <Licensed rows={licensed} /> : null}
      {phase === 'done' || entered.length > 0 ? (
        <Section title={t('contractors.entered.title')} about={t('contractors.entered.about')} rows={entered}>
          {entered.length === 0 ? <p className={styles.none}>{t('contractors.entered.none')}</p> : null}
        </Section>
      ) : null}
      {asking ? (
        <p className={styles.asking} role="status">
          <StatusMark mark="running" label={null} />
          {t('contractors.loading')}
        </p>
      ) : (
        <div className={styles.refresh}>
          <Button kind="quiet" icon={<RotateCw size={16} strokeWidth={2} aria-hidden />} onPress={load}>
            {t('contractors.refresh')}
          </Button>
        </div>
      )}
    </ContractorsFrame>
  );
}
