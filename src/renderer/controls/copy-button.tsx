import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge.ts';
import { announce } from '../frame/live-region.tsx';
import { Button } from './button.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** Names the text where the words of the button alone do not. */
  readonly label?: string;
  /** The words of the button, where «Скопировать» says too little. */
  readonly words?: string;
}

/** Copies a text and says so. */
export function CopyButton({ text, label, words }: CopyButtonProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const reply = await ask('wizard:copy-text', { text });
    if (!reply.ok) return;
    setCopied(true);
    announce(t('frame.copied'));
  };
  const Icon = copied ? Check : Copy;
  return (
    <Button
      kind="quiet"
      icon={<Icon size={16} strokeWidth={2} aria-hidden />}
      onPress={() => void copy()}
      {...(label ? { 'aria-label': label } : {})}
    >
      {copied ? t('frame.copied') : (words ?? t('frame.copy'))}
    </Button>
  );
}
