import { type ActionId, actionLabels } from '../../shared/actions.ts';
import type { PageId } from '../../shared/pages.ts';
import { ask } from '../bridge.ts';
import { goToStep, openDiagnostics, openQualifiedCertificate, openUtm } from '../store/side-page.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './action-buttons.module.css';
import { Button } from './button.tsx';

/** What each action does where it stands; an action nobody handles there is not shown. */
export type ActionHandlers = { readonly [action in ActionId]?: () => void };

const open = (page: PageId) => () => void ask('wizard:open-page', { page });

/** Its start is watched on the page of the UTM. */
const restartUtm = () => {
  openUtm('bring-up');
  void ask('utm:start', null);
};

const everywhere: ActionHandlers = {
  'choose-another-token': () => goToStep('token'),
  'choose-another-subdivision': () => goToStep('subdivision'),
  'enter-pin': () => goToStep('token'),
  'get-qualified-certificate': () => openQualifiedCertificate(),
  'insert-token': () => void ask('tokens:refresh', null),
  'start-smart-card-service': () => void ask('machine:mend', { operation: 'start-smart-card-service' }),
  'start-utm-service': () => void ask('machine:mend', { operation: 'start-utm-service' }),
  'open-jacarta-page': open('jacarta-client'),
  'open-rutoken-page': open('rutoken-drivers'),
  'open-utm-download-page': open('utm-download'),
  'open-utm-home': open('utm-home'),
  'install-utm': () => openUtm('bring-up'),
  'look-at-utm': () => openUtm('bring-up'),
  'restart-utm': restartUtm,
  'save-diagnostics': () => openDiagnostics(),
};

interface ActionButtonsProps {
  readonly actions: readonly ActionId[];
  readonly handlers?: ActionHandlers;
  /** The first action is the page's one filled button. */
  readonly prominent?: boolean;
}

/** The actions of a problem or a finding as buttons. */
export function ActionButtons({ actions, handlers = {}, prominent = false }: ActionButtonsProps) {
  const language = useLanguage();
  const offered = actions.flatMap((action) => {
    const act = handlers[action] ?? everywhere[action];
    return act ? [{ action, act }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <div className={styles.actions}>
      {offered.map(({ action, act }, index) => (
        <Button key={action} kind={prominent && index === 0 ? 'primary' : 'secondary'} onPress={act}>
          {actionLabels[action][language]}
        </Button>
      ))}
    </div>
  );
}
