import { useTranslation } from 'react-i18next';
import type { ContentsRow } from './contents-view.ts';

/** What a thing on the token is, and whose: how it is named in the list and wherever it may be lost. */
export function useRowName(): (row: ContentsRow) => { readonly what: string; readonly whose: string } {
  const { t } = useTranslation();
  const keyName = (key: ContentsRow['key']) => {
    if (!key) return null;
    const kind = t(`contents.keyKind.${key.kind}`);
    return key.kind === 'rsa' && key.bits !== null ? `${kind} ${key.bits}` : kind;
  };
  return ({ certificate, pairing, key, label }) => {
    if (!certificate) {
      return pairing === 'unreadable'
        ? { what: t('contents.unreadable'), whose: label }
        : { what: t('contents.orphanKey'), whose: [keyName(key), label].filter(Boolean).join(' · ') };
    }
    const whose = certificate.fsrarId
      ? t('token.certificate.fsrarId', { fsrarId: certificate.fsrarId })
      : certificate.holder.name || certificate.subject.text;
    return { what: t(`contents.purpose.${certificate.purpose}`), whose };
  };
}
