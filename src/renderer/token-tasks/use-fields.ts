import { useRef, useState } from 'react';

interface Refusal<Field extends string> {
  readonly field: Field;
  readonly message: string;
}

/** The uncontrolled fields of a form by name, and what is wrong with one of them. */
export function useFields<Field extends string>() {
  const inputs = useRef<Partial<Record<Field, HTMLInputElement | null>>>({});
  const [refusal, setRefusal] = useState<Refusal<Field> | null>(null);
  const props = (field: Field) => ({
    field: (input: HTMLInputElement | null) => {
      inputs.current[field] = input;
    },
    message: refusal?.field === field ? refusal.message : null,
    onInput: () => setRefusal(null),
  });
  const focus = (field: Field) => inputs.current[field]?.focus();
  return {
    props,
    focus,
    valueOf: (field: Field): string => inputs.current[field]?.value ?? '',
    /** Says what is wrong beside the field and moves there. */
    refuse: (field: Field, message: string) => {
      setRefusal({ field, message });
      focus(field);
    },
    /** Empties every field that holds a PIN. */
    forget: (...fields: readonly Field[]) => {
      for (const field of fields) {
        const input = inputs.current[field];
        if (input) input.value = '';
      }
    },
  };
}
