import { type IssueCourseId, type IssueStage, type IssueStageId, issueCourses } from '../shared/domain/access-key.ts';

/**
 * The stages of a course when it stands at `current` (`null`: not begun): what is before is done, what is after waits.
 * Times already known are kept.
 */
export function stagesAt(
  course: IssueCourseId,
  current: IssueStageId | null,
  known: readonly IssueStage[],
  at: Date,
): IssueStage[] {
  const now = at.toISOString();
  const order = issueCourses[course];
  const place = current === null ? -1 : order.indexOf(current);
  const before = new Map(known.map((stage) => [stage.id, stage]));
  return order.map((id, index) => {
    const startedAt = index <= place ? (before.get(id)?.startedAt ?? now) : null;
    const finishedAt = index < place ? (before.get(id)?.finishedAt ?? now) : null;
    const status = index < place ? 'done' : index === place ? 'running' : 'waiting';
    return { id, status, startedAt, finishedAt };
  });
}

/** The stages when the issue is over: the one it failed at is marked, the one it was at is done. */
export function stagesEnded(failedAt: IssueStageId | null, known: readonly IssueStage[], at: Date): IssueStage[] {
  const finishedAt = at.toISOString();
  return known.map((stage) => {
    if (stage.id === failedAt) return { ...stage, status: 'failed', finishedAt };
    return stage.status === 'running' ? { ...stage, status: 'done', finishedAt } : stage;
  });
}
