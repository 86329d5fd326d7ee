/** An answer on its way out. */
export interface Reply {
  readonly status: number;
  readonly type: 'application/json' | 'application/problem+json';
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export const reply = (status: number, body: unknown, headers: Reply['headers'] = {}): Reply => ({
  status,
  type: 'application/json',
  body,
  headers,
});
