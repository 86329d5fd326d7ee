import { FileBadge, FileKey, FileQuestionMark, Key, Link2, Link2Off, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import { ValidityPill } from '../../controls/validity-pill.tsx';
import { problemText } from '../../texts/problem-text.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { CertificateDetails } from './certificate-details.tsx';
import styles from './contents.module.css';
import type { ContentsRow, Pairing } from './contents-view.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { useRowName } from './use-row-name.ts';

const icons: Record<Pairing, LucideIcon> = {
  paired: FileKey,
  hidden: FileBadge,
  unknown: FileBadge,
  'no-key': FileBadge,
  'needs-no-key': FileBadge,
  'no-certificate': Key,
  unreadable: FileQuestionMark,
};

const isOrphan = (pairing: Pairing) => pairing === 'no-key' || pairing === 'no-certificate';

interface ContentsEntryProps {
  readonly row: ContentsRow;
  readonly chosen: boolean;
  readonly device: Device;
  readonly applet: Applet;
  readonly busy: boolean;
  /** The way to a sign-in; `null` where there is none or none is needed. */
  readonly onSignIn: (() => void) | null;
}

/** One thing on the token: what it is, what it is for, whether it is whole, and what may be done with it. */
export function ContentsEntry({ row, chosen, device, applet, busy, onSignIn }: ContentsEntryProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useRowName();
  const [deleting, setDeleting] = useState(false);
  const { certificate, pairing, problem } = row;
  const { what, whose } = nameOf(row);
  const Icon = icons[pairing];
  const PairIcon = isOrphan(pairing) ? Link2Off : Link2;
  const about = () => {
    if (certificate) return t(`contents.about.${certificate.purpose}`);
    return problem ? problemText(problem, language).reason : t('contents.orphanKeyAbout');
  };
  return (
    <li className={styles.entry}>
      <span className={classes(styles.mark, isOrphan(pairing) && styles.orphan)}>
        <Icon size={19} strokeWidth={1.8} aria-hidden />
      </span>
      <div className={styles.body}>
        <div className={styles.line}>
          <p className={card.title}>
            {what}
            {chosen ? <span className={styles.chosen}> — {t('contents.chosen')}</span> : null}
          </p>
          {certificate ? <ValidityPill certificate={certificate} /> : null}
        </div>
        <p className={styles.whose}>
          {[
            whose,
            certificate
              ? t('token.certificate.issuedBy', {
                  issuer: certificate.issuer.organization ?? certificate.issuer.commonName ?? certificate.issuer.text,
                })
              : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className={card.reason}>{about()}</p>
        <p className={classes(styles.pairing, isOrphan(pairing) && styles.broken)}>
          <PairIcon size={16} strokeWidth={2} aria-hidden />
          {t(`contents.pairing.${pairing}`)}
        </p>
        <div className={styles.foot}>
          {certificate ? (
            <DisclosurePanel title={t('contents.details')}>
              <CertificateDetails certificate={certificate} label={row.label} chain={row.chain} />
            </DisclosurePanel>
          ) : null}
          {row.deletable && applet.signedIn ? (
            <Button kind="quiet" isDisabled={busy} onPress={() => setDeleting(true)}>
              {t(`contents.delete.open.${row.deletable}`)}
            </Button>
          ) : null}
          {row.deletable && !applet.signedIn && onSignIn ? (
            <Button kind="quiet" isDisabled={busy} onPress={onSignIn}>
              {t('contents.delete.needsSignIn')}
            </Button>
          ) : null}
        </div>
      </div>
      {row.deletable ? (
        <DeleteDialog
          isOpen={deleting}
          onClose={() => setDeleting(false)}
          row={row}
          as={row.deletable}
          device={device}
          applet={applet}
        />
      ) : null}
    </li>
  );
}
