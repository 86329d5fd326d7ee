import { TriangleAlert } from 'lucide-react';
import type { UtmState } from '../../../../shared/domain/utm.ts';
import { fillText } from '../../../../shared/texts/fill.ts';
import { utmVerdictTexts } from '../../../../shared/texts/utm-verdicts.ts';
import card from '../../../controls/card.module.css';
import { classes } from '../../../controls/classes.ts';
import { useLanguage } from '../../../texts/use-language.ts';

/** A start that goes on for longer than it should is named while it is still waited for: it may get on after all. */
export function StuckNote({ verdict: { id, values } }: { readonly verdict: UtmState['verdict'] }) {
  const language = useLanguage();
  const { title, reason } = utmVerdictTexts[id][language];
  return (
    <div className={classes(card.note, card.sunken)} role="status">
      <TriangleAlert size={20} strokeWidth={1.9} aria-hidden />
      <div>
        <p className={card.title}>{fillText(title, values, language)}</p>
        <p>{fillText(reason, values, language)}</p>
      </div>
    </div>
  );
}
