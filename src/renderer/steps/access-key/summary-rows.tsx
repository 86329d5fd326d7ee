import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepId } from '../../../shared/domain/steps.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { useLanguage } from '../../texts/use-language.ts';
import { summaryOf } from './access-key-view.ts';
import styles from './commit-page.module.css';

interface RowProps {
  readonly name: string;
  readonly main: string;
  readonly more?: string | null;
  readonly below?: string | null;
  readonly change?: { readonly step: StepId; readonly label: string };
}

const Row = ({ name, main, more, below, change }: RowProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <div className={styles.row}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>
        <p>
          <span className={card.title}>{main}</span>
          {more ? <span className={styles.more}> {more}</span> : null}
        </p>
        {below ? <p className={styles.more}>{below}</p> : null}
      </dd>
      {change ? (
        <dd>
          <Button kind="quiet" aria-label={change.label} onPress={() => void ask('wizard:go', { step: change.step })}>
            {t('frame.change')}
          </Button>
        </dd>
      ) : null}
    </div>
  );
};

/** Every choice made so far and everything that is about to happen, before it happens. */
export function SummaryRows({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { device, qualified, replaced, applet } = summaryOf(state);
  const place = state.subdivisions.chosen;
  const day = (iso: string) => formatDay(iso, language);
  return (
    <dl className={card.card}>
      {device ? (
        <Row
          name={t('accessKey.commit.rows.token')}
          main={device.name}
          more={t('accessKey.commit.printed', { serial: device.printedSerial })}
          change={{ step: 'token', label: t('accessKey.commit.changeToken') }}
        />
      ) : null}
      {qualified ? (
        <Row
          name={t('accessKey.commit.rows.organisation')}
          main={qualified.holder.name}
          more={qualified.holder.inn === null ? null : t('accessKey.commit.inn', { inn: qualified.holder.inn })}
        />
      ) : null}
      {place ? (
        <Row
          name={t('accessKey.commit.rows.place')}
          main={place.address}
          below={[
            place.kpp ? t('subdivision.kpp', { kpp: place.kpp }) : null,
            t('subdivision.fsrarId', { fsrarId: place.fsrarId }),
          ]
            .filter(Boolean)
            .join(' · ')}
          change={{ step: 'subdivision', label: t('accessKey.commit.changePlace') }}
        />
      ) : null}
      <Row
        name={t('accessKey.commit.rows.created')}
        main={t('accessKey.commit.created')}
        more={t(`accessKey.commit.createdWhere.${applet}`)}
      />
      {replaced ? (
        <Row
          name={t('accessKey.commit.rows.replaced')}
          main={t('accessKey.commit.replaced', { date: day(replaced.notAfter) })}
          more={`— ${t('accessKey.commit.replacedHow')}`}
        />
      ) : (
        <Row name={t('accessKey.commit.rows.replaced')} main={t('accessKey.commit.replacedNothing')} />
      )}
      <Row
        name={t('accessKey.commit.rows.untouched')}
        main={
          qualified
            ? t('accessKey.commit.untouched', { date: day(qualified.notAfter) })
            : t('accessKey.commit.untouchedPlain')
        }
      />
      <Row name={t('accessKey.commit.rows.issuer')} main={t(`accessKey.commit.issuer.${state.accessKey.issuer}`)} />
    </dl>
  );
}
