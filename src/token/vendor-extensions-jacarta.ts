import { type ForeignFunction, type ForeignLibrary, pointerSize, ulongAt, ulongSize } from './foreign-library.ts';
import { jacartaGostState } from './jacarta-gost-state.ts';
import { paddedLabel } from './padded-text.ts';
import { CKU } from './pkcs11-numbers.ts';
import { counterOf, done, handleValue } from './vendor-answers.ts';
import type { PinCounters, VendorExtensions } from './vendor-port.ts';

/**
 * Positions in JC_FUNCTION_LIST after its CK_VERSION: the order of Aladdin's `jcPKCS11f.h`, extension version 2.0A.
 * Functions that were given up keep their place in it (`JC_deprecated_0` …), so that later versions only add.
 */
const position = {
  JC_GetFunctionList: 0,
  JC_PKI_UnlockUserPIN: 11,
  JC_KT2_ReadExtInfo: 21,
  JC_CT1_ReadPinCounters: 72,
  JC_DS_ReadPinCounters: 73,
  JC_PKI_ReadPinCounters: 118,
  JC_KT2_InitToken: 125,
  JC_PJ_GetPinCounters: 129,
} as const;

const parameters = {
  JC_PKI_UnlockUserPIN: ['unsigned long'],
  JC_KT2_ReadExtInfo: ['unsigned long', 'void *'],
  JC_CT1_ReadPinCounters: ['unsigned long', 'void *'],
  JC_DS_ReadPinCounters: ['unsigned long', 'void *'],
  JC_PKI_ReadPinCounters: ['unsigned long', 'unsigned long', 'void *'],
  JC_KT2_InitToken: ['unsigned long', 'void *', 'unsigned long', 'void *'],
  JC_PJ_GetPinCounters: ['unsigned long', 'unsigned long', 'void *'],
} as const;

type FunctionName = keyof typeof parameters;

/** The version of the header the positions are from; an older list may be shorter. */
const knownVersion = { major: 2, minor: 0x0a } as const;

/**
 * Where the functions begin in the list the library gives, or `null` when the list is not the one we know. The header
 * packs the structure; the proof is that its first function is the very one that gave it.
 */
function tableOf(library: ForeignLibrary): bigint | null {
  const getList = library.byName('JC_GetFunctionList', ['void *']);
  const own = library.addressOf('JC_GetFunctionList');
  const answer = Buffer.alloc(8);
  if (!getList || own === null || getList(answer) !== 0) return null;
  const list = answer.readBigUInt64LE();
  if (list === 0n || library.byteAt(list, 0) !== knownVersion.major) return null;
  if (library.byteAt(list, 1) < knownVersion.minor) return null;
  const start = [2, pointerSize].find((offset) => library.pointerAt(list, offset) === own);
  return start === undefined ? null : list + BigInt(start);
}

/** More than any structure read here needs. */
const room = 1024;

/** Four CK_ULONG at most, filled by the call; `null` when it refuses. */
function numbers(call: ForeignFunction | null, ...given: readonly bigint[]): readonly number[] | null {
  const memory = Buffer.alloc(room);
  if (call?.(...given, memory) !== 0) return null;
  return [0, 1, 2, 3].map((index) => ulongAt(memory, index * ulongSize));
}

type Counting = (find: (name: FunctionName) => ForeignFunction | null, slot: bigint) => PinCounters | null;

/** Structures of `jcPKCS11t.h` by the applet whose counters they hold. */
const counting: ReadonlyMap<string, Counting> = new Map<string, Counting>([
  [
    'JaCarta Laser',
    (find, slot) => {
      // { tries left, tries at most, unlocks left, unlocks at most }, for each user type.
      const of = (userType: number) => {
        const [left, max] = numbers(find('JC_PKI_ReadPinCounters'), slot, BigInt(userType)) ?? [];
        return left === undefined || max === undefined ? null : counterOf(left, max);
      };
      return { user: of(CKU.user), so: of(CKU.so), factoryUserPin: null };
    },
  ],
  [
    'eToken GOST',
    (find, slot) => {
      // { errors at most, the user's errors so far, the administrator's }
      const [max, user, so] = numbers(find('JC_CT1_ReadPinCounters'), slot) ?? [];
      if (max === undefined || user === undefined || so === undefined) return null;
      return { user: counterOf(max - user, max), so: counterOf(max - so, max), factoryUserPin: null };
    },
  ],
  [
    'JaCarta GOST 2.0',
    (find, slot) => {
      const memory = Buffer.alloc(room, jacartaGostState.untouched);
      const read = find('JC_KT2_ReadExtInfo');
      if (read?.(slot, memory) !== 0) return null;
      const user = jacartaGostState.userPin(memory, ulongSize);
      return user && { user, so: null, factoryUserPin: null };
    },
  ],
  [
    'JaCarta DS',
    (find, slot) => {
      // { the user's errors at most, so far, the administrator's at most, so far }
      const [userMax, user, soMax, so] = numbers(find('JC_DS_ReadPinCounters'), slot) ?? [];
      if (userMax === undefined || user === undefined || soMax === undefined || so === undefined) return null;
      return { user: counterOf(userMax - user, userMax), so: counterOf(soMax - so, soMax), factoryUserPin: null };
    },
  ],
  [
    'PRO',
    (find, slot) => {
      // { tries at most, tries left }
      const [max, left] = numbers(find('JC_PJ_GetPinCounters'), slot, BigInt(CKU.user)) ?? [];
      if (max === undefined || left === undefined) return null;
      return { user: counterOf(left, max), so: null, factoryUserPin: null };
    },
  ],
]);

/** The functions of Aladdin's `jcPKCS11f.h`, exported by name or reached through the library's list. */
export function jacartaExtensions(library: ForeignLibrary): VendorExtensions | null {
  if (library.addressOf('JC_GetFunctionList') === null) return null;
  const table = tableOf(library);
  const known = new Map<FunctionName, ForeignFunction | null>();

  const look = (name: FunctionName): ForeignFunction | null => {
    const exported = library.byName(name, parameters[name]);
    if (exported || table === null) return exported;
    const address = library.pointerAt(table, position[name] * pointerSize);
    return address === 0n ? null : library.byAddress(address, parameters[name]);
  };
  const find = (name: FunctionName): ForeignFunction | null => {
    const call = known.has(name) ? known.get(name) : look(name);
    known.set(name, call ?? null);
    return call ?? null;
  };

  return {
    pinCounters: (slot, model) => counting.get(model)?.(find, handleValue(slot)) ?? null,
    unblockUserPin(slot, _session, model) {
      const unlock = model === 'JaCarta Laser' ? find('JC_PKI_UnlockUserPIN') : null;
      return unlock !== null && done('JC_PKI_UnlockUserPIN', unlock(handleValue(slot)));
    },
    get initialisesGost() {
      return find('JC_KT2_InitToken') !== null;
    },
    initialiseGost(slot, userPin, label) {
      const initialise = find('JC_KT2_InitToken');
      const tries = counting.get('JaCarta GOST 2.0')?.(find, handleValue(slot))?.user;
      // Whether the function checks the PIN it is given is not known; so it never gets one of the last tries.
      if (!initialise || !tries || tries.left < tries.max) return false;
      const pin = Buffer.from(userPin, 'utf8');
      const code = initialise(handleValue(slot), pin, BigInt(pin.length), Buffer.from(paddedLabel(label), 'utf8'));
      return done('JC_KT2_InitToken', code);
    },
  };
}
