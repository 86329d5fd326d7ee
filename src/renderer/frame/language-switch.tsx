import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languageSchema } from '../../shared/language.ts';
import { ask } from '../bridge.ts';
import styles from './language-switch.module.css';

const names: Record<Language, { readonly whole: string; readonly short: string }> = {
  ru: { whole: 'Русский', short: 'Ру' },
  en: { whole: 'English', short: 'En' },
};

/** Both languages, each by its own name. */
export function LanguageSwitch({ language }: { readonly language: Language }) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className={styles.switch ?? ''}
      aria-label={t('frame.language')}
      orientation="horizontal"
      value={language}
      onChange={(value) => void ask('wizard:set-language', { language: languageSchema.parse(value) })}
    >
      {languageSchema.options.map((option) => (
        <Radio key={option} value={option} className={styles.option ?? ''}>
          <span lang={option} className={styles.whole}>
            {names[option].whole}
          </span>
          <span aria-hidden="true" className={styles.short}>
            {names[option].short}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
