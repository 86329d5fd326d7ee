import { useTranslation } from 'react-i18next';
import type { KeyChange, KeyChangeChoices, KeyChangeStep } from '../../shared/domain/key-change.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import { goToStep, openAppletPage, openContents, openQualifiedCertificate } from '../store/side-page.ts';
import { nearestOpenStep } from './key-change-view.ts';

interface TurnProps {
  readonly state: WizardState;
  readonly change: KeyChange;
  readonly turn: KeyChangeStep;
}

const revise = (choices: KeyChangeChoices) => void ask('key-change:begin', choices);
const mends = ({ why }: KeyChangeStep): boolean => why.startsWith('unblock-');

/** The one verb of the sub-step whose turn it is: it opens the page that does it, or does it where nothing is asked. */
export function TurnVerb({ state, change, turn }: TurnProps) {
  const { t } = useTranslation();
  const verbs: Readonly<Record<KeyChangeStep['id'], readonly [string, () => void] | null>> = {
    reason: null,
    revoke: [t('keyChange.verb.revoke'), () => revise({ ...change.choices, revoked: true })],
    save: [t('keyChange.verb.save'), () => void ask('key-change:save-certificates', null)],
    'signature-part': partVerb(),
    qualified: turn.state === 'blocked' ? null : [t('keyChange.verb.qualified'), openQualifiedCertificate],
    'access-key-part': partVerb(),
    'access-key': [t('keyChange.verb.accessKey'), () => goToStep(nearestOpenStep(state, 'access-key'))],
    utm: [t('keyChange.verb.utm'), () => goToStep(nearestOpenStep(state, 'utm'))],
    proof: [t('keyChange.verb.utm'), () => goToStep(nearestOpenStep(state, 'utm'))],
    'remove-old': [t('keyChange.verb.contents'), openContents],
  };
  function partVerb(): readonly [string, () => void] | null {
    const { part } = turn;
    if (part === null || turn.state === 'blocked') return null;
    if (mends(turn)) return [t('keyChange.verb.unblock'), () => openAppletPage('unblock', part)];
    return [t('keyChange.verb.prepare'), () => openAppletPage('prepare', part)];
  }
  const verb = verbs[turn.id];
  if (!verb) return null;
  const [words, act] = verb;
  return (
    <Button kind="primary" onPress={act}>
      {words}
    </Button>
  );
}

/**
 * What else may be done: the authority's own program wrote the certificate, or the mild way is closed because nobody has
 * the administrator's PIN.
 */
export function BesideTurn({ change, turn }: Omit<TurnProps, 'state'>) {
  const { t } = useTranslation();
  const { part } = turn;
  if (turn.id === 'qualified') {
    return (
      <div>
        <Button kind="quiet" onPress={() => void ask('tokens:refresh', null)}>
          {t('keyChange.verb.lookAgain')}
        </Button>
      </div>
    );
  }
  if (!mends(turn) || part === null) return null;
  const blankParts = [...new Set([...change.choices.blankParts, part])];
  return (
    <div>
      <Button kind="quiet" onPress={() => revise({ ...change.choices, blankParts })}>
        {t('keyChange.verb.noAdministrator')}
      </Button>
    </div>
  );
}
