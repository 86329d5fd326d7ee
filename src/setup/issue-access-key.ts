import type { IssueCourse, MchdFiles } from '../egais/access-key-issuer.ts';
import { type AccessKeyIssuerId, type IssueStageId, issueCourses } from '../shared/domain/access-key.ts';
import type { AccessRole } from '../shared/domain/access-role.ts';
import { fsrarIdOf, type Subdivision } from '../shared/domain/subdivision.ts';
import { problem } from '../shared/problems/problem.ts';
import { succeed } from '../shared/result.ts';
import {
  closeCourse,
  courseFailed,
  hasNewKey,
  type IssueOutcome,
  openCourse,
  readDevice,
} from './access-key-course.ts';
import { qualifiedOf, tokenWork } from './token-work.ts';
import type { Workplace } from './workplace.ts';

export interface IssueOrder {
  /** `Device.id`. */
  readonly device: string;
  readonly subdivision: Subdivision;
  readonly issuer: AccessKeyIssuerId;
  readonly role: AccessRole;
  /** The checked files of a person who acts by a МЧД, `null` for everybody else. */
  readonly mchd: MchdFiles | null;
  readonly termsAccepted: boolean;
  /** See `CourseOrder`. */
  readonly confirmation: string;
}

/** What an issue tells and asks while it runs. */
export type IssueCircumstances = Pick<IssueCourse, 'signal' | 'rest' | 'showPage' | 'onStage'>;

/** The stage of a course at which its issuer works first: the one to name when it fails before it says where it is. */
const firstWork = (issuer: AccessKeyIssuerId): IssueStageId => issueCourses[issuer][1] ?? 'recorded';

/**
 * Asks an issuer for an access key, exactly once, and proves what came of it. A request by files ends with the request:
 * its certificate comes later (`installAccessKey`).
 */
export async function issueAccessKey(
  workplace: Workplace,
  order: IssueOrder,
  circumstances: IssueCircumstances,
): Promise<IssueOutcome> {
  const { subdivision, role, mchd, termsAccepted } = order;
  let stage: IssueStageId = 'recorded';
  const onStage = (next: IssueStageId): void => {
    stage = next;
    circumstances.onStage(next);
  };

  onStage('recorded');
  if (!termsAccepted) return courseFailed(workplace, 'recorded', problem('SETUP_TERMS_NOT_ACCEPTED'));
  const issuer = workplace.issuers[order.issuer];
  if (!issuer) return courseFailed(workplace, 'recorded', problem('SETUP_ISSUER_CLOSED'));
  if (role === 'person-with-mchd' && mchd === null) {
    return courseFailed(workplace, 'recorded', problem('SETUP_MCHD_NOT_ACCEPTED'));
  }
  const { device, confirmation } = order;
  const opened = await openCourse(workplace, {
    course: order.issuer,
    device,
    fsrarId: fsrarIdOf(subdivision),
    inn: subdivision.inn,
    confirmation,
  });
  if (!opened.ok) return courseFailed(workplace, 'recorded', opened.problem);
  const ground = opened.value;

  const hasNewAccessKey = async () => {
    const read = await readDevice(workplace, device);
    return read.ok ? succeed(hasNewKey(read.value.device, ground.expected)) : read;
  };
  const { qualified } = ground;
  const token = tokenWork({
    tokens: workplace.tokens,
    device: ground.device,
    qualified,
    fsrarId: subdivision.fsrarId,
    hasNewAccessKey,
  });
  const issued = await issuer.issue(
    { subdivision, role, mchd, qualified: qualifiedOf(qualified), termsAccepted },
    { ...circumstances, token, onStage },
  );
  if (issued.ok && issued.value.kind === 'requested') {
    const { request } = issued.value;
    workplace.record.write({
      event: 'access-key-requested',
      facts: { fsrarId: request.fsrarId, publicKey: request.publicKeySha256 },
    });
    const after = await readDevice(workplace, device);
    return { kind: 'requested', request, report: after.ok ? after.value.report : ground.report };
  }
  const failingStage = stage === 'recorded' ? firstWork(order.issuer) : stage;
  return closeCourse(workplace, ground, issued, failingStage, onStage);
}
