import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccessKeyRequest } from '../../../shared/domain/access-key.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { CopyButton } from '../../controls/copy-button.tsx';
import { DocumentButtons } from '../../controls/document-buttons.tsx';
import { NumberedPart } from '../../controls/numbered-part.tsx';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { formatClock } from '../../texts/dates.ts';
import { grouped } from '../../texts/grouped.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { useSavedFile } from '../../texts/use-saved-file.ts';
import { InstallButton } from './install-button.tsx';
import styles from './request-page.module.css';

const formats = ['p10', 'csr', 'pem'] as const;

/** The request as a file in the form that is asked for, and on paper. */
const SaveRequest = () => {
  const { t } = useTranslation();
  const { saved, save } = useSavedFile();
  return (
    <>
      <div className={styles.buttons}>
        {formats.map((format) => (
          <Button
            key={format}
            icon={<FileDown size={17} strokeWidth={2} aria-hidden />}
            onPress={() => void save(ask('access-key:save-request', { format }))}
          >
            {t(`accessKey.request.format.${format}`)}
          </Button>
        ))}
      </div>
      {saved ? <p className={styles.saved}>{saved}</p> : null}
      <p className={card.reason}>{t('accessKey.request.printed')}</p>
      <DocumentButtons document="access-key-request" />
    </>
  );
};

/** What tells this request from any other. */
const RequestFacts = ({ request }: { readonly request: AccessKeyRequest }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { publicKeySha256, madeAt, fsrarId } = request;
  return (
    <div className={styles.facts}>
      <dl>
        <dt>{t('accessKey.request.fingerprint')}</dt>
        <dd className={styles.fingerprint}>{grouped(publicKeySha256)}</dd>
      </dl>
      <CopyButton text={publicKeySha256} label={t('accessKey.request.copyFingerprint')} />
      <p className={card.reason}>
        {t('accessKey.request.madeAt', {
          date: formatDay(madeAt, language),
          time: formatClock(madeAt, language),
          fsrarId,
        })}
      </p>
    </div>
  );
};

/** The request is out and its key waits on the token: what to do with the one, and how to give the other its certificate. */
export function RequestPage({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const { request, problem } = state.accessKey;
  return (
    <StepPage
      state={state}
      step="access-key"
      page="request"
      title={t('accessKey.request.title')}
      lead={t('accessKey.request.lead')}
      noBack
      verb={
        <>
          <Button onPress={() => void ask('access-key:forget-request', null)}>{t('accessKey.request.forget')}</Button>
          <InstallButton state={state} kind="primary" />
        </>
      }
    >
      {problem ? (
        <div role="alert">
          <ProblemPanel problem={problem} />
        </div>
      ) : null}
      <div className={card.card}>
        <NumberedPart number={1} title={t('accessKey.request.save')} about={t('accessKey.request.saveAbout')}>
          <SaveRequest />
        </NumberedPart>
        <NumberedPart number={2} title={t('accessKey.request.hand')} about={t('accessKey.request.handAbout')}>
          {request ? <RequestFacts request={request} /> : null}
        </NumberedPart>
        <NumberedPart number={3} title={t('accessKey.request.take')} about={t('accessKey.request.takeAbout')} />
      </div>
    </StepPage>
  );
}
