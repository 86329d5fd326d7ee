import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import type { Device } from '../../../shared/domain/token.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import { ValidityPill } from '../../controls/validity-pill.tsx';
import { problemText } from '../../texts/problem-text.ts';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './certificate-list.module.css';

function CertificateFacts({ certificate, chosen }: { readonly certificate: Certificate; readonly chosen: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, bits } = certificate.key;
  const key = t(`token.all.keyKind.${kind}`);
  const day = (iso: string) => formatDay(iso, language);
  const facts = [
    [
      t('token.all.issuer'),
      certificate.issuer.organization ?? certificate.issuer.commonName ?? certificate.issuer.text,
    ],
    [t('token.all.term'), t('token.all.dates', { from: day(certificate.notBefore), to: day(certificate.notAfter) })],
    [t('token.all.key'), kind === 'rsa' && bits !== null ? `${key} ${bits}` : key],
    [t('token.all.serial'), certificate.serialNumber],
  ] as const;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.purpose}>
          {t(`token.all.purpose.${certificate.purpose}`)}
          {chosen ? <span className={styles.chosen}> — {t('token.all.chosen')}</span> : null}
        </p>
        <ValidityPill certificate={certificate} />
      </div>
      <p className={styles.holder}>
        {certificate.fsrarId
          ? t('token.certificate.fsrarId', { fsrarId: certificate.fsrarId })
          : certificate.holder.name || certificate.subject.text}
      </p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Every certificate on the token, those this program has no use for included. */
export function CertificateList({ device, chosen }: { readonly device: Device; readonly chosen: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const entries = device.applets.flatMap((applet) =>
    applet.certificates.map((entry) => ({ ...entry, id: `${applet.kind}-${entry.keyId}-${entry.label}` })),
  );
  return (
    <DisclosurePanel title={t('token.all.title')}>
      {entries.length === 0 ? <p>{t('token.all.empty')}</p> : null}
      <ul className={styles.list}>
        {entries.map(({ id, label, certificate, problem }) => (
          <li key={id} className={styles.entry}>
            {certificate ? (
              <CertificateFacts certificate={certificate} chosen={certificate.fingerprint === chosen} />
            ) : (
              <>
                <p className={styles.purpose}>{t('token.certificate.unreadable')}</p>
                <p>{problem ? problemText(problem, language).reason : label}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </DisclosurePanel>
  );
}
