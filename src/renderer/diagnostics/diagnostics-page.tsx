import { Copy, Save, ShieldCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentifierKind } from '../../shared/domain/diagnostics.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { announce } from '../frame/live-region.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { closeSidePage } from '../store/side-page.ts';
import styles from './diagnostics.module.css';
import { DiagnosticsFileRow } from './diagnostics-file.tsx';
import { ShownChoice } from './shown-choice.tsx';
import { useDiagnostics } from './use-diagnostics.ts';

const noIdentifiers: readonly IdentifierKind[] = [];

/** «Диагностика для поддержки»: what will be in the file, which identifiers it shows, and the ways to hand it on. */
export function DiagnosticsPage() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(noIdentifiers);
  const { preview, problem, collecting, again } = useDiagnostics(shown);
  const [saving, setSaving] = useState(false);
  const [outcome, setOutcome] = useState('');
  const files = useId();
  const title = t('diagnostics.title');

  const tell = (words: string) => {
    setOutcome(words);
    announce(words);
  };
  const save = async (id: string) => {
    setSaving(true);
    const reply = await ask('diagnostics:save', { id });
    setSaving(false);
    if (reply.ok && reply.value) tell(t('diagnostics.saved', { file: reply.value.file }));
  };
  const copyShort = async () => {
    const reply = await ask('diagnostics:copy-short', null);
    if (reply.ok) tell(t('diagnostics.copied'));
  };
  const working = saving ? t('diagnostics.saving') : t('diagnostics.collecting');
  const isWorking = saving || (collecting && problem === null);
  return (
    <PageFrame
      page="side/diagnostics"
      over={t('diagnostics.over')}
      windowTitle={t('frame.sideTitle', { title })}
      title={title}
      lead={t('diagnostics.lead')}
      onBack={closeSidePage}
      hint={isWorking ? working : outcome}
      verb={
        <>
          <Button icon={<Copy size={17} strokeWidth={2} aria-hidden />} onPress={() => void copyShort()}>
            {t('diagnostics.copyShort')}
          </Button>
          <Button
            kind="primary"
            icon={<Save size={17} strokeWidth={2} aria-hidden />}
            isDisabled={preview === null || collecting || saving}
            onPress={() => void save(preview?.id ?? '')}
          >
            {t('diagnostics.save')}
          </Button>
        </>
      }
    >
      {problem ? <ProblemPanel problem={problem} handlers={{ 'try-again': again }} /> : null}
      <p className={card.note}>
        <ShieldCheck size={20} strokeWidth={1.9} aria-hidden />
        <span>{t('diagnostics.never')}</span>
      </p>
      <ShownChoice
        shown={shown}
        onChange={(chosen) => {
          setOutcome('');
          setShown(chosen);
        }}
      />
      {preview ? (
        <section className={styles.files} aria-labelledby={files} aria-busy={collecting}>
          <h2 id={files} className={styles.heading}>
            {t('diagnostics.files')}
          </h2>
          <ul className={card.card}>
            {preview.files.map((file) => (
              <DiagnosticsFileRow key={file.name} file={file} />
            ))}
          </ul>
        </section>
      ) : null}
    </PageFrame>
  );
}
