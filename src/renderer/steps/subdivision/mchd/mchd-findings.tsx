import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MchdReport } from '../../../../shared/domain/mchd.ts';
import { describeMchdFinding } from '../../../../shared/texts/mchd-findings.ts';
import card from '../../../controls/card.module.css';
import { DisclosurePanel } from '../../../controls/disclosure-panel.tsx';
import { type Mark, StatusMark } from '../../../controls/status-mark.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from './mchd.module.css';
import { findingsByKind } from './mchd-view.ts';

type MchdFinding = MchdReport['findings'][number];

const marks: Record<MchdFinding['severity'], Mark> = { fault: 'bad', warning: 'attention', note: 'info' };

function FindingRow({ finding }: { readonly finding: MchdFinding }) {
  const { t } = useTranslation();
  const { title, reason } = describeMchdFinding(finding, useLanguage());
  return (
    <li className={card.row}>
      <StatusMark mark={marks[finding.severity]} label={t(`mchd.severity.${finding.severity}`)} />
      <div>
        <p className={card.title}>{title}</p>
        <p className={card.reason}>{reason}</p>
      </div>
    </li>
  );
}

const Rows = ({ findings, label }: { readonly findings: readonly MchdFinding[]; readonly label: string }) => (
  <ul className={card.card} aria-label={label}>
    {findings.map((finding) => (
      <FindingRow key={`${finding.code}${JSON.stringify(finding.values)}`} finding={finding} />
    ))}
  </ul>
);

function Section({ title, findings }: { readonly title: string; readonly findings: readonly MchdFinding[] }) {
  const id = useId();
  if (findings.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.sectionTitle}>
        {title}
      </h2>
      <Rows findings={findings} label={title} />
    </section>
  );
}

/** What stands in the way and what is worth a look. */
export function MchdFindings({ report }: { readonly report: MchdReport }) {
  const { t } = useTranslation();
  const { fault, warning } = findingsByKind(report);
  return (
    <>
      <Section title={t('mchd.faults')} findings={fault} />
      <Section title={t('mchd.warnings')} findings={warning} />
    </>
  );
}

/** Remarks that ask nothing of anybody, folded away. */
export function MchdNotes({ report }: { readonly report: MchdReport }) {
  const { t } = useTranslation();
  const { note } = findingsByKind(report);
  if (note.length === 0) return null;
  const title = t('mchd.notes', { count: note.length });
  return (
    <DisclosurePanel title={title}>
      <Rows findings={note} label={title} />
    </DisclosurePanel>
  );
}
