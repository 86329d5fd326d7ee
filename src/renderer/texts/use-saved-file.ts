import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../shared/ipc/contract.ts';
import { announce } from '../frame/live-region.tsx';

/** Where the last file was saved, in words; `null` until one was. */
export function useSavedFile() {
  const { t } = useTranslation();
  const [saved, setSaved] = useState<string | null>(null);
  const save = async (asked: Promise<Reply<{ readonly file: string } | null>>): Promise<void> => {
    const reply = await asked;
    if (!reply.ok || reply.value === null) return;
    const words = t('accessKey.document.saved', reply.value);
    setSaved(words);
    announce(words);
  };
  return { saved, save };
}
