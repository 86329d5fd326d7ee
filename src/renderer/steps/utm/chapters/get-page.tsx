import { AppWindow, Download, type LucideIcon, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fillText } from '../../../../shared/texts/fill.ts';
import { utmVerdictTexts } from '../../../../shared/texts/utm-verdicts.ts';
import { ask } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import card from '../../../controls/card.module.css';
import { ProblemPanel } from '../../../controls/problem-panel.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { UtmFrame } from '../utm-frame.tsx';
import styles from './chapters.module.css';

const download = () => void ask('utm:download', null);
const pick = () => void ask('utm:pick-installer', null);

const parts: readonly { readonly id: 'download' | 'look' | 'install'; readonly icon: LucideIcon }[] = [
  { id: 'download', icon: Download },
  { id: 'look', icon: ShieldCheck },
  { id: 'install', icon: AppWindow },
];

/** There is no UTM, or not the one that is wanted: it is brought from the agency's site, or is at hand as a file. */
export function GetPage({ state, stage, wish }: ChapterProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { work, received } = state.utmSetup;
  const { verdict } = state.utm.state ?? {};
  const broken = verdict && (verdict.id === 'outdated' || verdict.id === 'files-missing') ? verdict : null;
  const texts = broken && utmVerdictTexts[broken.id][language];
  const kind = wish === 'update' ? 'update' : 'missing';
  const begun = received !== null;
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="get"
      title={broken && texts ? fillText(texts.title, broken.values, language) : t(`utmSetup.get.title.${kind}`)}
      lead={broken && texts ? fillText(texts.reason, broken.values, language) : t(`utmSetup.get.lead.${kind}`)}
      verb={
        <Button kind="primary" icon={<Download size={17} strokeWidth={2} aria-hidden />} onPress={download}>
          {begun ? t('utmSetup.get.goOn') : t('utmSetup.get.verb')}
        </Button>
      }
    >
      {work?.problem ? <ProblemPanel problem={work.problem} handlers={{ 'try-again': download }} /> : null}
      <ul className={card.card} aria-label={t('utmSetup.get.parts')}>
        {parts.map(({ id, icon: Icon }) => (
          <li key={id} className={card.row}>
            <Icon className={styles.icon} size={20} strokeWidth={1.9} aria-hidden />
            <div>
              <p className={card.title}>{t(`utmSetup.get.part.${id}.title`)}</p>
              <p className={card.reason}>{t(`utmSetup.get.part.${id}.reason`)}</p>
            </div>
            {id === 'download' ? <Button onPress={pick}>{t('utmSetup.get.haveFile')}</Button> : null}
          </li>
        ))}
      </ul>
    </UtmFrame>
  );
}
