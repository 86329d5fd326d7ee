import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { chooseLater } from './choose-later.ts';
import styles from './list-head.module.css';
import { RoleLine } from './role/role-line.tsx';
import { SourceSwitch } from './source-switch.tsx';
import { sourcesFor } from './subdivision-view.ts';

interface ListHeadProps {
  readonly state: WizardState;
  readonly onChangeRole: () => void;
  readonly onOpenMchd: () => void;
}

/** Above the list of places: who asks, and who is asked. */
export const ListHead = ({ state, onChangeRole, onOpenMchd }: ListHeadProps) => (
  <div className={styles.head}>
    <RoleLine
      state={state}
      onChangeRole={onChangeRole}
      onOpenMchd={onOpenMchd}
      onChooseLater={() => void chooseLater()}
    />
    <SourceSwitch
      source={state.subdivisions.source}
      sources={sourcesFor(state.role.chosen, state.subdivisions.sources)}
    />
  </div>
);
