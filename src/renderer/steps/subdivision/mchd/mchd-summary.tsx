import { useTranslation } from 'react-i18next';
import type { MchdReport } from '../../../../shared/domain/mchd.ts';
import { printedSnils } from '../../../../shared/domain/registration-number.ts';
import { DisclosurePanel } from '../../../controls/disclosure-panel.tsx';
import { formatCalendarDay } from '../../../texts/dates.ts';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from './mchd.module.css';

interface FactProps {
  readonly name: string;
  /** Paragraphs; a fact without any is not shown. */
  readonly lines: readonly string[];
}

const Fact = ({ name, lines }: FactProps) =>
  lines.length === 0 ? null : (
    <div className={styles.fact}>
      <dt>{name}</dt>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );

interface Numbers {
  readonly inn?: string | null;
  readonly kpp?: string | null;
  readonly ogrn?: string | null;
  readonly snils?: string | null;
}

/** A name and the numbers that stand beside it, in one line. */
function useNamed(): (named: Numbers & { readonly name: string }) => string {
  const { t } = useTranslation();
  return ({ name, inn, kpp, ogrn, snils }) =>
    [
      name,
      inn && t('mchd.summary.inn', { inn }),
      kpp && t('mchd.summary.kpp', { kpp }),
      ogrn && t('mchd.summary.ogrn', { ogrn }),
      snils && t('mchd.summary.snils', { snils: printedSnils(snils) }),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** What the document itself says, folded away. */
export function MchdSummary({ report }: { readonly report: MchdReport }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const named = useNamed();
  const day = (iso: string | null) => (iso ? [formatCalendarDay(iso, language)] : []);
  return (
    <DisclosurePanel title={t('mchd.summary.title')}>
      <dl className={styles.facts}>
        <Fact name={t('mchd.summary.number')} lines={report.number ? [report.number] : []} />
        <Fact name={t('mchd.summary.internalNumber')} lines={report.internalNumber ? [report.internalNumber] : []} />
        <Fact name={t('mchd.summary.version')} lines={report.version ? [report.version] : []} />
        <Fact name={t('mchd.summary.issued')} lines={day(report.issuedOn)} />
        <Fact name={t('mchd.summary.until')} lines={day(report.validUntil)} />
        <Fact name={t('mchd.summary.principal')} lines={report.principals.map(named)} />
        <Fact name={t('mchd.summary.head')} lines={report.principals.flatMap(({ heads }) => heads.map(named))} />
        <Fact name={t('mchd.summary.representative')} lines={report.representatives.map(named)} />
        <Fact name={t('mchd.summary.signer')} lines={report.signers.map(named)} />
        <Fact
          name={t('mchd.summary.retrusted')}
          lines={report.retrusted ? [t('mchd.summary.retrustedOf', { number: report.earlierNumber ?? '—' })] : []}
        />
      </dl>
    </DisclosurePanel>
  );
}
