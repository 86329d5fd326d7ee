import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepId } from '../../../shared/domain/steps.ts';
import { fsrarIdOf } from '../../../shared/domain/subdivision.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { useLanguage } from '../../texts/use-language.ts';
import { createdBy, summaryOf } from './access-key-view.ts';
import styles from './summary-rows.module.css';
import { wayNote, wayTaken } from './way-view.ts';

interface RowProps {
  readonly name: string;
  readonly main: string;
  readonly more?: string | null;
  readonly below?: string | null;
  readonly action?: ReactNode;
}

const Row = ({ name, main, more, below, action }: RowProps) => (
  <div className={styles.row}>
    <dt className={styles.name}>{name}</dt>
    <dd className={styles.value}>
      <p>
        <span className={card.title}>{main}</span>
        {more ? <span className={styles.more}> {more}</span> : null}
      </p>
      {below ? <p className={styles.more}>{below}</p> : null}
    </dd>
    {action ? <dd>{action}</dd> : null}
  </div>
);

const Change = ({ step, label }: { readonly step: StepId; readonly label: string }) => {
  const { t } = useTranslation();
  return (
    <Button kind="quiet" aria-label={label} onPress={() => void ask('wizard:go', { step })}>
      {t('frame.change')}
    </Button>
  );
};

const joined = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** Who asks for the key: by his own right, or by a power of attorney. */
const AskerRows = ({ state }: { readonly state: WizardState }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { qualified } = summaryOf(state);
  const role = state.role.chosen ?? 'organization';
  const { report } = state.mchd;
  const inn = (number: string | null | undefined) => (number ? t('accessKey.commit.inn', { inn: number }) : null);
  if (!qualified) return null;
  const [principal] = report?.principals ?? [];
  return (
    <>
      <Row
        name={t(`accessKey.commit.rows.asker.${role}`)}
        main={qualified.holder.name}
        more={inn(qualified.holder.inn)}
        below={role === 'organization' ? null : t(`accessKey.role.${role}`)}
        action={
          state.role.options.length > 1 ? (
            <Change step="subdivision" label={t('accessKey.commit.changeRole')} />
          ) : undefined
        }
      />
      {role === 'person-with-mchd' && report ? (
        <Row
          name={t('accessKey.commit.rows.principal')}
          main={principal?.name ?? '—'}
          more={inn(principal?.inn)}
          below={joined(
            report.number ? t('accessKey.commit.mchd', { number: report.number }) : null,
            report.validUntil
              ? t('accessKey.commit.mchdUntil', { date: formatDay(report.validUntil, language) })
              : null,
          )}
          action={<Change step="subdivision" label={t('accessKey.commit.changeMchd')} />}
        />
      ) : null}
    </>
  );
};

const PlaceRow = ({ place }: { readonly place: NonNullable<WizardState['subdivisions']['chosen']> }) => {
  const { t } = useTranslation();
  const fsrarId = fsrarIdOf(place);
  return (
    <Row
      name={t('accessKey.commit.rows.place')}
      main={fsrarId === null ? t('accessKey.commit.placeLater') : place.address}
      below={
        fsrarId === null
          ? null
          : joined(place.kpp ? t('subdivision.kpp', { kpp: place.kpp }) : null, t('subdivision.fsrarId', { fsrarId }))
      }
      action={<Change step="subdivision" label={t('accessKey.commit.changePlace')} />}
    />
  );
};

const ReplacedRow = ({ state }: { readonly state: WizardState }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { replaced } = summaryOf(state);
  const name = t('accessKey.commit.rows.replaced');
  if (!replaced) return <Row name={name} main={t('accessKey.commit.replacedNothing')} />;
  const wanted = state.subdivisions.chosen ? fsrarIdOf(state.subdivisions.chosen) : null;
  const { fsrarId } = replaced;
  return (
    <Row
      name={name}
      main={t('accessKey.commit.replaced', { date: formatDay(replaced.notAfter, language) })}
      more={`— ${t(`accessKey.commit.replacedHow.${state.accessKey.issuer}`)}`}
      below={fsrarId !== null && fsrarId !== wanted ? t('accessKey.commit.replacedOf', { fsrarId }) : null}
    />
  );
};

interface SummaryRowsProps {
  readonly state: WizardState;
  readonly onAnotherWay: () => void;
}

/** Every choice made so far and everything that is about to happen, before it happens. */
export function SummaryRows({ state, onAnotherWay }: SummaryRowsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { device, qualified, applet } = summaryOf(state);
  const { accessKey, subdivisions } = state;
  const way = wayTaken(accessKey);
  return (
    <dl className={card.card}>
      {device ? (
        <Row
          name={t('accessKey.commit.rows.token')}
          main={device.name}
          more={t('accessKey.commit.printed', { serial: device.printedSerial })}
          action={<Change step="token" label={t('accessKey.commit.changeToken')} />}
        />
      ) : null}
      <AskerRows state={state} />
      {subdivisions.chosen ? <PlaceRow place={subdivisions.chosen} /> : null}
      <Row
        name={t('accessKey.commit.rows.issuer')}
        main={t(`accessKey.way.name.${accessKey.issuer}`)}
        below={way ? t(`accessKey.way.note.${wayNote(way)}`) : null}
        action={
          <Button kind="quiet" onPress={onAnotherWay}>
            {t('accessKey.way.another')}
          </Button>
        }
      />
      <Row
        name={t('accessKey.commit.rows.created')}
        main={t(`accessKey.commit.created.${createdBy(accessKey)}`)}
        more={t(`accessKey.commit.createdWhere.${applet}`)}
      />
      <ReplacedRow state={state} />
      <Row
        name={t('accessKey.commit.rows.untouched')}
        main={
          qualified
            ? t('accessKey.commit.untouched', { date: formatDay(qualified.notAfter, language) })
            : t('accessKey.commit.untouchedPlain')
        }
      />
    </dl>
  );
}
