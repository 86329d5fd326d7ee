import type { Reply } from './reply.ts';

/** One call, as far as it was read before anybody asked who calls. */
export interface Call {
  /** What stands in the path where the operation has names in braces. */
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  /** What goes wrong on purpose. */
  readonly failure: string | undefined;
  readonly now: Date;
}

type Handling<Service, Call> = (service: Service, call: Call) => Reply | Promise<Reply>;

interface Route {
  /** `operationId` of the contract. */
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** Bytes that a body may have; 0: none is read. */
  readonly bodyLimit: number;
}

/** An operation of a contract; `open` ones are for everybody. */
export type Operation<Service, Session extends object> = Route &
  (
    | { readonly open: true; readonly handle: Handling<Service, Call> }
    | { readonly open: false; readonly handle: Handling<Service, Call & { readonly session: Session }> }
  );
