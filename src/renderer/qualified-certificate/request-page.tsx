import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SavedRequest } from '../../shared/ipc/qualified-state.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { paperIds } from '../../shared/printed-documents.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { CopyButton } from '../controls/copy-button.tsx';
import { DocumentButtons } from '../controls/document-buttons.tsx';
import { NumberedPart } from '../controls/numbered-part.tsx';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { formatClock } from '../texts/dates.ts';
import { grouped } from '../texts/grouped.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useSavedFile } from '../texts/use-saved-file.ts';
import { AuthoritySteps } from './authority-steps.tsx';
import styles from './qualified.module.css';
import { QualifiedFrame } from './qualified-frame.tsx';
import { hasAccount, requestOf } from './qualified-view.ts';
import { WaitingRequests } from './waiting-requests.tsx';

const formats = ['p10', 'req', 'pem'] as const;

/** The request as a file in the form that is asked for. */
function SaveRequest() {
  const { t } = useTranslation();
  const { saved, save } = useSavedFile();
  return (
    <>
      <div className={styles.buttons}>
        {formats.map((format) => (
          <Button
            key={format}
            icon={<FileDown size={17} strokeWidth={2} aria-hidden />}
            onPress={() => void save(ask('qualified:save-request', { format }))}
          >
            {t(`qualifiedCertificate.request.format.${format}`)}
          </Button>
        ))}
      </div>
      {saved ? <p className={styles.saved}>{saved}</p> : null}
    </>
  );
}

/** What tells this request from any other. */
function RequestFacts({ request }: { readonly request: SavedRequest }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { publicKeySha256, madeAt, values } = request;
  return (
    <div className={styles.digest}>
      <dl>
        <dt>{t('qualifiedCertificate.request.fingerprint')}</dt>
        <dd className={styles.fingerprint}>{grouped(publicKeySha256)}</dd>
      </dl>
      <CopyButton text={publicKeySha256} label={t('qualifiedCertificate.request.copyFingerprint')} />
      <p className={card.reason}>
        {t('qualifiedCertificate.request.madeAt', {
          date: formatDay(madeAt, language),
          time: formatClock(madeAt, language),
          name: values.commonName ?? '—',
        })}
      </p>
    </div>
  );
}

interface RequestPageProps {
  readonly state: WizardState;
  readonly onAnew: () => void;
  readonly onByAccount: () => void;
}

/** The request goes out as a file, and its key waits on the token for the file that comes back. */
export function RequestPage({ state, onAnew, onByAccount }: RequestPageProps) {
  const { t } = useTranslation();
  const { qualified } = state;
  const request = requestOf(qualified);
  const notKept = qualified.making.phase === 'done' ? qualified.making.problem : null;
  return (
    <QualifiedFrame
      chapter="request"
      title={t('qualifiedCertificate.request.title')}
      lead={t('qualifiedCertificate.request.lead')}
      onBack={() => void ask('qualified:choose-authority', { authority: null })}
      verb={
        <Button kind="primary" onPress={() => void ask('qualified:pick-certificate', null)}>
          {t('qualifiedCertificate.request.install')}
        </Button>
      }
    >
      {notKept ? (
        <div role="alert">
          <ProblemPanel problem={notKept} />
        </div>
      ) : null}
      <WaitingRequests state={state} />
      <div className={card.card}>
        <NumberedPart
          number={1}
          title={t('qualifiedCertificate.request.save')}
          about={t('qualifiedCertificate.request.saveAbout')}
        >
          <SaveRequest />
          <p className={card.reason}>{t('qualifiedCertificate.request.printed')}</p>
          <DocumentButtons document={paperIds['request-form']} />
        </NumberedPart>
        <NumberedPart
          number={2}
          title={t('qualifiedCertificate.request.hand')}
          about={t('qualifiedCertificate.request.handAbout')}
        >
          {request ? <RequestFacts request={request} /> : null}
          {qualified.authority ? <AuthoritySteps authority={qualified.authority} /> : null}
        </NumberedPart>
        <NumberedPart
          number={3}
          title={t('qualifiedCertificate.request.take')}
          about={t('qualifiedCertificate.request.takeAbout')}
        />
      </div>
      <div className={styles.links}>
        {qualified.authority && hasAccount(qualified, qualified.authority) ? (
          <Button kind="quiet" onPress={onByAccount}>
            {t('qualifiedCertificate.request.byAccount')}
          </Button>
        ) : null}
        <Button kind="quiet" onPress={onAnew}>
          {t('qualifiedCertificate.request.anew')}
        </Button>
      </div>
    </QualifiedFrame>
  );
}
