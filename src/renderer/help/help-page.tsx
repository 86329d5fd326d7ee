import { LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpCode } from '../../shared/help/codes.ts';
import type { HelpEntry } from '../../shared/help/entry.ts';
import { Button } from '../controls/button.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { closeSidePage, openDiagnostics } from '../store/side-page.ts';
import { useLanguage } from '../texts/use-language.ts';
import { HelpEntryView } from './help-entry-view.tsx';
import { HelpSearch } from './help-search.tsx';
import { useHelpLibrary } from './use-help-library.ts';

/** «Помощь»: a search by what stands on a screen, or the entry of a problem. Back leads to the search first. */
export function HelpPage({ code }: { readonly code: HelpCode | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const library = useHelpLibrary();
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<HelpEntry | null>(null);
  const [searching, setSearching] = useState(code === null);
  const shown = opened ?? (searching || !library || code === null ? null : library.helpOf(code));
  const over = t('help.over');
  const forSupport = (
    <Button icon={<LifeBuoy size={17} strokeWidth={2} aria-hidden />} onPress={openDiagnostics}>
      {t('diagnostics.open')}
    </Button>
  );
  if (shown && library) {
    const { title, reason, steps, doubt } = library.describeHelp(shown, language);
    const toSearch = () => {
      setOpened(null);
      setSearching(true);
    };
    return (
      <PageFrame
        page={`side/help/${shown.id}`}
        over={over}
        windowTitle={t('frame.sideTitle', { title })}
        title={title}
        lead={reason}
        onBack={opened ? toSearch : closeSidePage}
        verb={forSupport}
      >
        <HelpEntryView entry={shown} steps={steps} doubt={doubt} onSearch={toSearch} />
      </PageFrame>
    );
  }
  const title = t('help.title');
  return (
    <PageFrame
      page="side/help"
      over={over}
      windowTitle={t('frame.sideTitle', { title })}
      title={title}
      lead={t('help.lead')}
      onBack={closeSidePage}
      verb={forSupport}
    >
      {library ? <HelpSearch library={library} query={query} onQuery={setQuery} onOpen={setOpened} /> : null}
    </PageFrame>
  );
}
