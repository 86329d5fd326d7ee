import { z } from 'zod';
import { boundedJson } from '../../../src/egais/service/bounded-json.ts';
import { type AnswerRules, understandAnswer } from '../../../src/egais/service/service-answer.ts';
import { problemSchema } from '../../../src/shared/problems/problem.ts';
import { jsonTexts } from '../corpus.ts';
import { type Parser, parser } from '../parser.ts';

export const url = 'https://service.example/v1';

export const result = (value: z.ZodType) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]);

export const rules = <T>(schema: z.ZodType<T>, refusals: AnswerRules<T>['refusals']): AnswerRules<T> => ({
  statuses: [200],
  refusals,
  schema,
  refusal: 'ACCOUNT_REFUSED',
  unknownOutcome: null,
});

/** The answer of a service to a question, as it comes out of the exchange. */
export const answerParser = (
  name: string,
  schema: z.ZodType,
  corpus: readonly unknown[],
  refusals: AnswerRules<unknown>['refusals'],
): Parser =>
  parser({
    name,
    shape: 'json',
    corpus: () => jsonTexts(...corpus),
    share: 20,
    run: (input) => {
      const body = Buffer.from(input).toString('utf8');
      const outcome = { kind: 'answered', status: 200, contentType: 'application/json', body } as const;
      return understandAnswer(url, outcome, rules(schema, refusals));
    },
    answer: result(schema),
    understood: ({ ok }) => ok,
  });

/** What a client sends, as the server of practice mode reads it. */
export const receivedParser = (name: string, schema: z.ZodType, corpus: readonly unknown[]): Parser =>
  parser({
    name,
    shape: 'json',
    corpus: () => jsonTexts(...corpus),
    share: 10,
    run: (input) => schema.safeParse(boundedJson(Buffer.from(input).toString('utf8'))).data ?? null,
    answer: schema.nullable(),
    understood: (value) => value !== null,
  });
