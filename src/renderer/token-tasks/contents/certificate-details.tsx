import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { announce } from '../../frame/live-region.tsx';
import { grouped } from '../../texts/grouped.ts';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './contents.module.css';

interface CertificateDetailsProps {
  readonly certificate: Certificate;
  readonly label: string;
  readonly chain: readonly string[];
}

/** Everything a certificate says, and the way to have it as a file. */
export function CertificateDetails({ certificate, label, chain }: CertificateDetailsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [file, setFile] = useState<string | null>(null);
  const { subject, issuer, holder, key } = certificate;
  const day = (iso: string) => formatDay(iso, language);
  const kind = t(`contents.keyKind.${key.kind}`);
  const facts = [
    [t('contents.fact.holder'), holder.name || subject.text],
    [t('contents.fact.person'), holder.person === holder.name ? null : holder.person],
    [t('contents.fact.inn'), holder.inn],
    [t('contents.fact.ogrn'), subject.ogrn ?? subject.ogrnip],
    [t('contents.fact.snils'), subject.snils],
    [t('contents.fact.address'), [subject.region, subject.locality, subject.street].filter(Boolean).join(', ')],
    [t('contents.fact.email'), subject.email],
    [t('contents.fact.issuer'), issuer.text],
    [t('contents.fact.chain'), chain.length > 0 ? chain.join(' ← ') : t('contents.chainAbsent')],
    [t('contents.fact.term'), t('contents.dates', { from: day(certificate.notBefore), to: day(certificate.notAfter) })],
    [t('contents.fact.key'), key.kind === 'rsa' && key.bits !== null ? `${kind} ${key.bits}` : kind],
    [t('contents.fact.serial'), certificate.serialNumber],
    [t('contents.fact.label'), label],
    [t('contents.fact.fingerprint'), grouped(certificate.fingerprint)],
  ] as const;
  const save = async (format: 'der' | 'pem') => {
    const reply = await ask('tokens:export-certificate', { fingerprint: certificate.fingerprint, format });
    if (!reply.ok || reply.value === null) return;
    setFile(reply.value.file);
    announce(t('contents.export.done', { file: reply.value.file }));
  };
  const icon = <FileDown size={16} strokeWidth={2} aria-hidden />;
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className={styles.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <div className={styles.exports}>
        <Button icon={icon} onPress={() => void save('der')}>
          {t('contents.export.der')}
        </Button>
        <Button icon={icon} onPress={() => void save('pem')}>
          {t('contents.export.pem')}
        </Button>
        {file ? <p className={styles.file}>{t('contents.export.done', { file })}</p> : null}
      </div>
    </>
  );
}
