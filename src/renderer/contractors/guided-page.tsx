import { CalendarClock, Info } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRole } from '../../shared/domain/access-role.ts';
import { checkedBy } from '../../shared/domain/contractor.ts';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { NumberedSteps } from '../controls/numbered-steps.tsx';
import { SegmentChoice } from '../controls/segment-choice.tsx';
import { closeSidePage } from '../store/side-page.ts';
import { formatCalendarDay } from '../texts/dates.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './contractors.module.css';
import { ContractorsFrame } from './contractors-frame.tsx';
import { firstKind, type GuideKind, guideKinds, guideSteps, mustWait } from './guide.ts';
import { WrongData } from './wrong-data.tsx';

/** What a person does by hand in the personal account, in its own words. */
export function GuidedPage({ role }: { readonly role: AccessRole | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const ids = { steps: useId(), remind: useId(), wrong: useId() };
  const [kind, setKind] = useState<GuideKind>(firstKind(role));
  const date = formatCalendarDay(checkedBy(new Date().toISOString()), language);
  return (
    <ContractorsFrame
      page="guided"
      title={t('contractors.title')}
      lead={t('contractors.lead.guided')}
      onBack={closeSidePage}
    >
      <SegmentChoice
        label={t('contractors.guide.who')}
        options={guideKinds.map((one) => ({ id: one, name: t(`contractors.guide.kind.${one}`) }))}
        value={kind}
        onChange={setKind}
      />
      <section className={classes(card.card, styles.guide)} aria-labelledby={ids.steps}>
        <h2 id={ids.steps} className={styles.sectionTitle}>
          {t('contractors.guide.steps')}
        </h2>
        <NumberedSteps
          steps={guideSteps[kind].map((step) => ({ id: step, words: t(`contractors.guide.step.${step}`) }))}
        />
      </section>
      {mustWait(kind) ? (
        <section className={card.note} aria-labelledby={ids.remind}>
          <CalendarClock size={20} strokeWidth={1.9} aria-hidden />
          <div>
            <h2 id={ids.remind} className={styles.noteTitle}>
              {t('contractors.guide.remindTitle')}
            </h2>
            <p>{t('contractors.guide.remind', { date })}</p>
          </div>
        </section>
      ) : (
        <section className={styles.section} aria-labelledby={ids.wrong}>
          <h2 id={ids.wrong} className={styles.sectionTitle}>
            {t('contractors.licensed.wrong')}
          </h2>
          <WrongData />
        </section>
      )}
      <p className={styles.unsure}>
        <Info size={17} strokeWidth={1.9} aria-hidden />
        {t('contractors.guide.unsure')}
      </p>
    </ContractorsFrame>
  );
}
