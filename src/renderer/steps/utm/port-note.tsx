import type { UtmVerdictId } from '../../../shared/domain/utm.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { fillText } from '../../../shared/texts/fill.ts';
import { findingText } from '../../../shared/texts/finding-texts.ts';
import card from '../../controls/card.module.css';
import { StatusMark } from '../../controls/status-mark.tsx';
import { useLanguage } from '../../texts/use-language.ts';

const aboutPort: readonly UtmVerdictId[] = ['other-program', 'port-taken'];

/** Which program has the UTM's port, where the computer tells it. */
export function PortNote({ state }: { readonly state: WizardState }) {
  const language = useLanguage();
  const { verdict } = state.utm.state ?? {};
  const finding = state.machine.findings.find(({ id }) => id === 'utm-port');
  if (!verdict || !aboutPort.includes(verdict.id) || !finding || finding.status === 'ok') return null;
  const { title, reason } = findingText(finding)[language];
  return (
    <ul className={card.card}>
      <li className={card.row}>
        <StatusMark mark="attention" label={null} />
        <div>
          <p className={card.title}>{fillText(title, finding.values, language)}</p>
          <p className={card.reason}>{fillText(reason, finding.values, language)}</p>
        </div>
      </li>
    </ul>
  );
}
