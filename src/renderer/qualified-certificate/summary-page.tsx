import { useTranslation } from 'react-i18next';
import { certificationAuthorities } from '../../shared/certification-authorities.ts';
import { parameterSets } from '../../shared/domain/gost-parameter-sets.ts';
import type { QualifiedOrder } from '../../shared/domain/qualified-request.ts';
import { bareNumber, printedSnils } from '../../shared/domain/registration-number.ts';
import type { Device } from '../../shared/domain/token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { qualifiedRequestTexts } from '../../shared/texts/qualified-request.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { StatusMark } from '../controls/status-mark.tsx';
import { useLanguage } from '../texts/use-language.ts';
import { FactRows } from './fact-rows.tsx';
import styles from './qualified.module.css';
import { hintId, QualifiedFrame } from './qualified-frame.tsx';
import { requestOf, signatureApplet, untouchedOn } from './qualified-view.ts';
import { SignedInVerb } from './signed-in-verb.tsx';

interface SummaryPageProps {
  readonly state: WizardState;
  readonly device: Device;
  readonly order: QualifiedOrder;
  readonly onBack: () => void;
  readonly onMake: () => void;
}

const numbers = ['innLegalEntity', 'inn', 'ogrn', 'ogrnip', 'snils'] as const;

/** Everything the request will say and everything that is about to happen, before it happens. */
export function SummaryPage({ state, device, order, onBack, onMake }: SummaryPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { values } = order;
  const { qualified } = state;
  const applet = signatureApplet(device);
  const waits = requestOf(qualified);
  const person = [values.surname, values.givenName].filter(Boolean).join(' ');
  const numberLines = numbers.flatMap((field) => {
    const value = values[field];
    if (!value) return [];
    const shown = field === 'snils' ? printedSnils(bareNumber(value)) : value;
    return [t(`qualifiedCertificate.summary.number.${field}`, { value: shown })];
  });
  const there = untouchedOn(device).map(({ purpose, notAfter, fsrarId }) =>
    purpose === 'access-key'
      ? t('qualifiedCertificate.summary.untouchedAccessKey', { fsrarId: fsrarId ?? '—' })
      : t('qualifiedCertificate.summary.untouchedCertificate', { date: formatDay(notAfter, language) }),
  );
  const { bits } = parameterSets[order.parameterSet];
  const problem = qualified.making.phase === 'failed' ? qualified.making.problem : null;
  const { orphans } = qualified.making;
  return (
    <QualifiedFrame
      chapter="summary"
      title={t('qualifiedCertificate.summary.title')}
      lead={t('qualifiedCertificate.summary.lead')}
      hint={t(`qualifiedCertificate.summary.${applet?.signedIn ? 'hint' : 'signInHint'}`)}
      onBack={onBack}
      verb={
        <SignedInVerb tokens={state.tokens} device={device}>
          <Button
            kind="primary"
            aria-describedby={hintId}
            onPress={() => {
              onMake();
              void ask('qualified:make-request', order);
            }}
          >
            {t('qualifiedCertificate.summary.verb')}
          </Button>
        </SignedInVerb>
      }
    >
      {problem ? (
        <div role="alert">
          <ProblemPanel problem={problem}>
            {orphans.length > 0 ? <p>{t('qualifiedCertificate.summary.orphans', { count: orphans.length })}</p> : null}
          </ProblemPanel>
        </div>
      ) : null}
      {waits ? (
        <p className={card.note}>
          <StatusMark mark="info" label={null} />
          {t('qualifiedCertificate.summary.alsoWaiting', { date: formatDay(waits.madeAt, language) })}
        </p>
      ) : null}
      <FactRows
        facts={[
          {
            name: t('qualifiedCertificate.summary.row.token'),
            value: device.name,
            below: t('qualifiedCertificate.summary.printed', { serial: device.printedSerial }),
          },
          {
            name: t('qualifiedCertificate.summary.row.authority'),
            value: qualified.authority && certificationAuthorities[qualified.authority].name[language],
          },
          {
            name: t('qualifiedCertificate.summary.row.owner'),
            value: values.commonName,
            below: [person === values.commonName ? null : person, values.title].filter(Boolean).join(', ') || null,
          },
          { name: t('qualifiedCertificate.summary.row.numbers'), value: numberLines.join(' · ') },
          {
            name: t('qualifiedCertificate.summary.row.address'),
            value: [values.region, values.locality, values.street].filter(Boolean).join(', '),
          },
          { name: t('qualifiedCertificate.summary.row.email'), value: values.email },
          {
            name: t('qualifiedCertificate.summary.row.created'),
            value: `${t('qualifiedCertificate.summary.created')} ${t(`qualifiedCertificate.summary.createdWhere.${applet?.kind ?? 'combined'}`)}`,
            below: t('qualifiedCertificate.summary.key', { bits, set: order.parameterSet }),
          },
          {
            name: t('qualifiedCertificate.summary.row.usage'),
            value: order.keyUsage.map((usage) => qualifiedRequestTexts[language].keyUsage[usage]).join(', '),
            below: order.policies.join(', ') || null,
          },
          {
            name: t('qualifiedCertificate.summary.row.untouched'),
            value: t('qualifiedCertificate.summary.untouched', {
              what: there.join(', ') || t('qualifiedCertificate.summary.untouchedNothing'),
            }),
          },
        ]}
      />
      <div className={styles.links}>
        <Button kind="quiet" onPress={onBack}>
          {t('qualifiedCertificate.summary.change')}
        </Button>
      </div>
    </QualifiedFrame>
  );
}
