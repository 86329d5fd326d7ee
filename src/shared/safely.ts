import type { z } from 'zod';

type Understood<T> =
  | { readonly success: true; readonly data: T }
  | {
      readonly success: false;
      readonly error: {
        readonly message: string;
        readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
      };
    };

/**
 * What a schema makes of a value from outside, and never an exception. zod 4 looks at the `length` of whatever has one,
 * also of what is no text or list; a length that is an object without a primitive value makes that throw.
 */
export function safely<S extends z.ZodType>(schema: S, value: unknown): Understood<z.output<S>> {
  try {
    return schema.safeParse(value);
  } catch (error) {
    return { success: false, error: { message: String(error), issues: [] } };
  }
}
