import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../shared/domain/token.ts';
import type { ReceivedCertificate } from '../../shared/ipc/qualified-state.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { certificateFindingTexts } from '../../shared/texts/certificate-findings.ts';
import { fillText, formatDay } from '../../shared/texts/fill.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { type Mark, StatusMark } from '../controls/status-mark.tsx';
import { announce } from '../frame/live-region.tsx';
import { openHelp } from '../store/side-page.ts';
import { useLanguage } from '../texts/use-language.ts';
import { AuthorityCheck } from './authority-check.tsx';
import { FactRows } from './fact-rows.tsx';
import styles from './qualified.module.css';
import { hintId, QualifiedFrame } from './qualified-frame.tsx';
import { chainOf, previousCertificate, signatureApplet, verdictOf } from './qualified-view.ts';
import { SignedInVerb } from './signed-in-verb.tsx';

const marks: Readonly<Record<ReceivedCertificate['findings'][number]['severity'], Mark>> = {
  fault: 'bad',
  warning: 'attention',
  note: 'info',
};

/** What the check of a certificate found, the gravest first. */
function Findings({ findings }: Pick<ReceivedCertificate, 'findings'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const order = ['fault', 'warning', 'note'] as const;
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h2 id={title} className={styles.sectionTitle}>
        {t('qualifiedCertificate.certificate.findings')}
      </h2>
      <ul className={card.card}>
        {sorted.length === 0 ? (
          <li className={card.row}>
            <StatusMark mark="ok" label={null} />
            <p>{t('qualifiedCertificate.certificate.noFindings')}</p>
          </li>
        ) : (
          sorted.map(({ severity, code, values }) => {
            const words = certificateFindingTexts[code].texts[language];
            return (
              <li key={`${code}${JSON.stringify(values)}`} className={card.row}>
                <StatusMark mark={marks[severity]} label={t(`qualifiedCertificate.certificate.severity.${severity}`)} />
                <div>
                  <p className={card.title}>{fillText(words.title, values, language)}</p>
                  <p className={card.reason}>{fillText(words.reason, values, language)}</p>
                </div>
                <Button kind="quiet" onPress={() => openHelp(`certificate:${code}`)}>
                  {t('help.more')}
                </Button>
              </li>
            );
          })
        )}
      </ul>
    </section>
  );
}

/** A token that comes or goes changes what is said without a new page: whoever does not see it hears it. */
function useToldByToken(checked: boolean, title: string): void {
  const told = useRef(checked);
  useEffect(() => {
    if (told.current !== checked) announce(title);
    told.current = checked;
  }, [checked, title]);
}

interface CertificatePageProps {
  readonly state: WizardState;
  /** `null` while the token is away: the certificate waits for it. */
  readonly device: Device | null;
  readonly received: ReceivedCertificate;
}

const drop = () => void ask('qualified:drop-certificate', null);

/** A certificate that came: whose it is, who issued it, what speaks against it. Nothing is written yet. */
export function CertificatePage({ state, device, received }: CertificatePageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { certificate, chain, findings, authority, file } = received;
  const { installing } = state.qualified;
  const failure = installing.phase === 'failed' ? installing.problem : null;
  const verdict = verdictOf(received);
  const title = t(`qualifiedCertificate.certificate.title.${verdict}`);
  useToldByToken(received.checked, title);
  const problem = failure ?? received.problem;
  const writable = verdict === 'good' || verdict === 'warned';
  const signedIn = (device && signatureApplet(device)?.signedIn) ?? false;
  const pick = () => void ask('qualified:pick-certificate', null);
  const found = received.problem || verdict === 'unchecked' ? null : <Findings findings={findings} />;
  return (
    <QualifiedFrame
      chapter="certificate"
      title={title}
      lead={t(`qualifiedCertificate.certificate.lead.${verdict}`)}
      hint={!writable || signedIn ? null : t('qualifiedCertificate.certificate.signInHint')}
      onBack={drop}
      verb={
        verdict === 'bad' ? (
          file === null ? null : (
            <Button kind="primary" onPress={pick}>
              {t('qualifiedCertificate.certificate.another')}
            </Button>
          )
        ) : writable && device ? (
          <SignedInVerb tokens={state.tokens} device={device}>
            <Button kind="primary" aria-describedby={hintId} onPress={() => void ask('qualified:install', null)}>
              {t('qualifiedCertificate.certificate.verb')}
            </Button>
          </SignedInVerb>
        ) : null
      }
    >
      {problem ? (
        <div role="alert">
          <ProblemPanel problem={problem} />
        </div>
      ) : null}
      {verdict === 'bad' ? found : null}
      {certificate ? (
        <FactRows
          facts={[
            {
              name: t('qualifiedCertificate.certificate.row.owner'),
              value: certificate.holder.name || certificate.subject.text,
              below: certificate.holder.person === certificate.holder.name ? null : certificate.holder.person,
            },
            { name: t('qualifiedCertificate.certificate.row.inn'), value: certificate.holder.inn },
            {
              name: t('qualifiedCertificate.certificate.row.term'),
              value: t('qualifiedCertificate.certificate.term', {
                from: formatDay(certificate.notBefore, language),
                to: formatDay(certificate.notAfter, language),
              }),
            },
            {
              name: t('qualifiedCertificate.certificate.row.issuer'),
              value: certificate.issuer.commonName ?? certificate.issuer.text,
              below: t(`qualifiedCertificate.certificate.chain.${chainOf(received)}`, { chain: chain.join(' ← ') }),
            },
            { name: t('qualifiedCertificate.certificate.row.serial'), value: certificate.serialNumber },
            {
              name: t('qualifiedCertificate.certificate.row.source'),
              value:
                file === null
                  ? t('qualifiedCertificate.certificate.fromAccount')
                  : t('qualifiedCertificate.certificate.fromFile', { file }),
            },
          ]}
        />
      ) : null}
      {verdict === 'bad' ? null : found}
      {found === null ? null : <AuthorityCheck findings={findings} authority={authority} />}
      {previousCertificate(state.tokens) && writable ? (
        <p className={card.note}>
          <StatusMark mark="info" label={null} />
          {t('qualifiedCertificate.certificate.stays')}
        </p>
      ) : null}
      {verdict === 'bad' ? null : (
        <div className={styles.links}>
          <Button kind="quiet" onPress={drop}>
            {t('qualifiedCertificate.certificate.drop')}
          </Button>
        </div>
      )}
    </QualifiedFrame>
  );
}
