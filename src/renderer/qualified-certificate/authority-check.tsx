import { ExternalLink, FileSearch } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedAuthorityState, ReceivedCertificate } from '../../shared/ipc/qualified-state.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { StatusMark } from '../controls/status-mark.tsx';
import { TickBox } from '../controls/tick-box.tsx';
import { announce } from '../frame/live-region.tsx';
import { grouped } from '../texts/grouped.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './qualified.module.css';

const pick = () => void ask('qualified:pick-authority', null);
const withdraw = () => void ask('qualified:drop-authority', null);

/** The digests of a certificate, to be compared with what its authority publishes. */
function Digests({ sha1, sha256 }: { readonly sha1: string | null; readonly sha256: string }) {
  const { t } = useTranslation();
  const digests = [
    ['sha1', sha1],
    ['sha256', sha256],
  ] as const;
  return (
    <dl className={styles.digests}>
      {digests.map(([name, digest]) =>
        digest === null ? null : (
          <div key={name}>
            <dt>{t(`qualifiedCertificate.certificate.authority.${name}`)}</dt>
            <dd className={styles.fingerprint}>{grouped(digest)}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

type Found = NonNullable<OfferedAuthorityState['certificate']>;

interface ComparisonProps {
  readonly authority: OfferedAuthorityState;
  readonly certificate: Found;
}

/** Who it is, and that somebody has to compare before it is believed. */
function Comparison({ authority: { file, sha1, trusted }, certificate }: ComparisonProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [compared, setCompared] = useState(false);
  const { subject, issuer, fingerprint, notBefore, notAfter } = certificate;
  const name = subject.commonName ?? subject.text;
  const words = {
    file,
    from: formatDay(notBefore, language),
    to: formatDay(notAfter, language),
    issuer: issuer.commonName ?? issuer.text,
  };
  return (
    <div className={card.card}>
      <div className={styles.block}>
        <div>
          <p className={card.title}>{name}</p>
          {subject.organization && subject.organization !== name ? (
            <p className={card.reason}>{subject.organization}</p>
          ) : null}
          <p className={card.reason}>
            {t(`qualifiedCertificate.certificate.authority.${subject.text === issuer.text ? 'root' : 'below'}`, words)}
          </p>
        </div>
        <Digests sha1={sha1} sha256={fingerprint} />
        {trusted ? (
          <p className={styles.settled}>
            <StatusMark mark="ok" label={null} />
            {t('qualifiedCertificate.certificate.authority.trusted')}
          </p>
        ) : (
          <>
            <p>{t('qualifiedCertificate.certificate.authority.compare')}</p>
            <div className={styles.links}>
              <Button
                kind="quiet"
                icon={<ExternalLink size={16} strokeWidth={2} aria-hidden />}
                onPress={() => void ask('wizard:open-page', { page: 'accredited-authorities' })}
              >
                {t('qualifiedCertificate.certificate.authority.list')}
              </Button>
            </div>
            <TickBox isSelected={compared} onChange={setCompared}>
              {t('qualifiedCertificate.certificate.authority.compared')}
            </TickBox>
          </>
        )}
        <div className={styles.buttons}>
          {trusted ? null : (
            <Button isDisabled={!compared} onPress={() => void ask('qualified:trust-authority', { fingerprint })}>
              {t('qualifiedCertificate.certificate.authority.trust')}
            </Button>
          )}
          <Button kind="quiet" onPress={withdraw}>
            {t('qualifiedCertificate.certificate.authority.withdraw')}
          </Button>
        </div>
      </div>
    </div>
  );
}

const stageOf = (authority: OfferedAuthorityState | null) =>
  authority === null ? 'asked' : authority.trusted ? 'trusted' : 'offered';

/** What had the focus is gone with its stage: whoever has no mouse goes on from the title, and hears what is so now. */
function useStageFocus(stage: ReturnType<typeof stageOf>) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    if (stage === 'trusted') announce(t('qualifiedCertificate.certificate.authority.trusted'));
    if (document.activeElement === document.body) title.current?.focus();
  }, [stage, t]);
  return title;
}

/** Nobody above a certificate is known: its authority can be opened, compared and believed for this one installation. */
export function AuthorityCheck({ findings, authority }: Pick<ReceivedCertificate, 'findings' | 'authority'>) {
  const { t } = useTranslation();
  const title = useId();
  const heading = useStageFocus(stageOf(authority));
  if (authority === null && !findings.some(({ code }) => code === 'issuer-unknown')) return null;
  const found = authority?.certificate ?? null;
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h2 ref={heading} id={title} className={styles.sectionTitle} tabIndex={-1}>
        {t('qualifiedCertificate.certificate.authority.title')}
      </h2>
      {found === null ? <p className={card.reason}>{t('qualifiedCertificate.certificate.authority.lead')}</p> : null}
      {authority?.problem ? (
        <div role="alert">
          <ProblemPanel problem={authority.problem} />
        </div>
      ) : null}
      {authority && found ? <Comparison key={found.fingerprint} authority={authority} certificate={found} /> : null}
      {authority?.trusted ? null : (
        <div className={styles.buttons}>
          <Button icon={<FileSearch size={17} strokeWidth={2} aria-hidden />} onPress={pick}>
            {t(`qualifiedCertificate.certificate.authority.${authority === null ? 'open' : 'another'}`)}
          </Button>
        </div>
      )}
    </section>
  );
}
