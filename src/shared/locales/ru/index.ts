import { accessKey } from './access-key.ts';
import { frame } from './frame.ts';
import { machine } from './machine.ts';
import { practice } from './practice.ts';
import { subdivision } from './subdivision.ts';
import { token } from './token.ts';
import { utm } from './utm.ts';

export const ru = { frame, practice, machine, token, subdivision, accessKey, utm } as const;
