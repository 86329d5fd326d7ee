import { useTranslation } from 'react-i18next';
import type { AppletKind, Device } from '../../shared/domain/token.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { ask } from '../bridge.ts';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { mixedUpPart } from '../steps/token/token-view.ts';

interface TaskProblemProps {
  readonly problem: Problem;
  /** Goes to the field that must be filled in anew. */
  readonly onEnterPin: () => void;
  /** The part whose user PIN was asked for, where one was. */
  readonly asked?: { readonly device: Device; readonly applet: AppletKind };
}

/** Why the work did not succeed, above the form that may be sent again. */
export function TaskProblem({ problem, onEnterPin, asked }: TaskProblemProps) {
  const { t } = useTranslation();
  const part = asked ? mixedUpPart(problem, asked.device, asked.applet) : null;
  const look = () => void ask('tokens:refresh', null);
  return (
    <div role="alert">
      <ProblemPanel
        problem={problem}
        handlers={{ 'enter-pin': onEnterPin, 'try-again': onEnterPin, 'check-again': look, 'insert-token': look }}
      >
        {part ? <p>{t(`token.pin.mixedUp.${part}`)}</p> : null}
      </ProblemPanel>
    </div>
  );
}
