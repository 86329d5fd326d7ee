import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BeforeInstall, ReadyUtmInstaller } from '../../../../shared/domain/utm-setup.ts';
import { unsentProblem } from '../../../../shared/problems/unsent.ts';
import { fillText } from '../../../../shared/texts/fill.ts';
import { findingText } from '../../../../shared/texts/finding-texts.ts';
import { ask } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import card from '../../../controls/card.module.css';
import { CopyButton } from '../../../controls/copy-button.tsx';
import { DisclosurePanel } from '../../../controls/disclosure-panel.tsx';
import { ProblemPanel } from '../../../controls/problem-panel.tsx';
import { type Mark, StatusMark } from '../../../controls/status-mark.tsx';
import { TickBox } from '../../../controls/tick-box.tsx';
import { fileSize } from '../../../texts/file-size.ts';
import { useLanguage } from '../../../texts/use-language.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { UtmFrame } from '../utm-frame.tsx';
import styles from './chapters.module.css';

const lookAgain = () => void ask('utm:look-before', null);
const forget = () => void ask('utm:forget-installer', null);

type SignatureState = NonNullable<ReadyUtmInstaller['signature']>['state'] | 'untold';

const signatureMarks: Readonly<Record<SignatureState, Mark>> = {
  valid: 'ok',
  absent: 'attention',
  untrusted: 'attention',
  broken: 'bad',
  untold: 'unknown',
};

interface RowProps {
  readonly mark: Mark;
  readonly title: string;
  readonly reason: string;
}

const Row = ({ mark, title, reason }: RowProps) => (
  <li className={card.row}>
    <StatusMark mark={mark} label={null} />
    <div>
      <p className={card.title}>{title}</p>
      <p className={card.reason}>{reason}</p>
    </div>
  </li>
);

/** Who made the file, which build it is, and what it meets on this computer. */
function Facts({
  installer,
  before,
}: {
  readonly installer: ReadyUtmInstaller;
  readonly before: BeforeInstall | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const signature = installer.signature?.state ?? 'untold';
  const publisher = installer.signature?.publisher;
  const remains = before?.remains ?? null;
  const remainsText = remains && findingText(remains)[language];
  const documents = before?.documents.kind ?? null;
  return (
    <ul className={card.card} aria-label={t('utmSetup.installer.facts')}>
      <Row
        mark={signatureMarks[signature]}
        title={
          publisher ? t('utmSetup.installer.signedBy', { publisher }) : t(`utmSetup.installer.signature.${signature}`)
        }
        reason={t(`utmSetup.installer.signatureNote.${signature}`)}
      />
      <Row
        mark="info"
        title={
          installer.build === null
            ? t('utmSetup.installer.buildUnknown')
            : t('utmSetup.installer.build', { build: installer.build })
        }
        reason={`${installer.name}, ${fileSize(installer.size, language)}`}
      />
      {documents === 'counted' ? (
        <Row
          mark="ok"
          title={t('utmSetup.installer.documents.none.title')}
          reason={t('utmSetup.installer.documents.none.reason')}
        />
      ) : null}
      {documents === 'unknown' ? (
        <Row
          mark="attention"
          title={t('utmSetup.installer.documents.unknown.title')}
          reason={t('utmSetup.installer.documents.unknown.reason')}
        />
      ) : null}
      {remains && remainsText ? (
        <Row
          mark="attention"
          title={fillText(remainsText.title, remains.values, language)}
          reason={fillText(remainsText.reason, remains.values, language)}
        />
      ) : null}
    </ul>
  );
}

/** Whose installer this is and what it would meet, before it is run with an administrator's rights. */
export function InstallerPage({ state, stage }: ChapterProps) {
  const { t } = useTranslation();
  const [known, setKnown] = useState(false);
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const { installer, before, work } = state.utmSetup;
  if (installer === null) return null;
  const documents = before?.documents ?? null;
  const unsent = documents && unsentProblem(documents);
  const trusted = installer.signature?.state === 'valid';
  const update = before?.update ?? false;
  const install = () => {
    if (documents?.kind === 'unknown' && !known) {
      setMissing(true);
      box.current?.focus();
      return;
    }
    void ask('utm:install', { documentsUnknown: known });
  };
  const name = update ? 'update' : 'install';
  // A refusal that has just been shown again by what is known now is not said twice.
  const refusal = unsent ?? work?.problem ?? null;
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="installer"
      title={t(`utmSetup.installer.title.${unsent === null ? name : 'refused'}`)}
      lead={t(`utmSetup.installer.lead.${unsent === null ? 'ready' : 'refused'}`)}
      onBack={forget}
      verb={
        unsent === null ? (
          <Button kind="primary" onPress={install}>
            {t(`utmSetup.installer.verb.${trusted ? name : 'anyway'}`)}
          </Button>
        ) : (
          <Button kind="primary" onPress={lookAgain}>
            {t('utm.checkAgain')}
          </Button>
        )
      }
    >
      {refusal ? (
        <ProblemPanel
          problem={refusal}
          // Where documents or cheques wait the page's own verb looks again.
          handlers={unsent === null ? { 'check-again': lookAgain, 'try-again': install } : {}}
        />
      ) : null}
      {unsent === null ? <Facts installer={installer} before={before} /> : null}
      {documents?.kind === 'unknown' ? (
        <div>
          <TickBox
            inputRef={box}
            isSelected={known}
            isInvalid={missing && !known}
            aria-describedby="documents-missing"
            onChange={setKnown}
          >
            {t('utmSetup.installer.documents.known')}
          </TickBox>
          <p id="documents-missing" className={styles.missing} role="alert">
            {missing && !known ? t('utmSetup.installer.documents.missing') : null}
          </p>
        </div>
      ) : null}
      <DisclosurePanel title={t('utmSetup.installer.digest')}>
        <p className={styles.digest}>{installer.sha256}</p>
        <CopyButton text={installer.sha256} />
      </DisclosurePanel>
    </UtmFrame>
  );
}
