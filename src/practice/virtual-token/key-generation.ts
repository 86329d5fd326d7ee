import { generateKeyPair, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Mechanism, Template } from 'pkcs11js';
import { CKA, CKK, CKM, CKO } from '../../token/pkcs11-numbers.ts';
import { generateGostKeyPair } from '../gost-signature.ts';
import { type AttributeMap, isTrue, readTemplate, toStored, ulong } from './attributes.ts';
import { refuse } from './cryptoki-error.ts';
import type { AppletManner } from './device-kinds.ts';
import type { StoredObject } from './device-state.ts';
import { parameterSetOf } from './signature-mechanisms.ts';

/** A key pair before it has handles: nothing of it is on the token yet. */
export interface FreshPair {
  readonly publicKey: Omit<StoredObject, 'handle'>;
  readonly privateKey: Omit<StoredObject, 'handle'>;
}

type Material = { readonly shared: AttributeMap; readonly public: AttributeMap; readonly secret: Buffer };

export interface GenerationPlan {
  generate(): Promise<FreshPair>;
  generateSync(): FreshPair;
}

const exponentF4 = Buffer.from([1, 0, 1]);
const yes = Buffer.from([1]);
const no = Buffer.from([0]);

const fromBase64Url = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64url');

function rsaMaterial(pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }): Material {
  const jwk = pair.publicKey.export({ format: 'jwk' });
  const modulus = fromBase64Url(jwk.n);
  return {
    shared: new Map([
      [CKA.modulus, modulus],
      [CKA.publicExponent, fromBase64Url(jwk.e)],
    ]),
    public: new Map([[CKA.modulusBits, ulong(modulus.length * 8)]]),
    secret: pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}

function planRsa(template: AttributeMap, manner: AppletManner): { make(): Promise<Material>; makeSync(): Material } {
  const wanted = template.get(CKA.modulusBits) ?? refuse('TEMPLATE_INCOMPLETE');
  const modulusLength = wanted.length === 8 ? Number(wanted.readBigUInt64LE()) : refuse('ATTRIBUTE_VALUE_INVALID');
  const limits = manner.mechanisms.get(CKM.rsaPkcsKeyPairGen) ?? refuse('MECHANISM_INVALID');
  if (modulusLength < limits.minKeySize || modulusLength > limits.maxKeySize) refuse('KEY_SIZE_RANGE');
  if (!(template.get(CKA.publicExponent) ?? exponentF4).equals(exponentF4)) refuse('ATTRIBUTE_VALUE_INVALID');
  return {
    make: async () => rsaMaterial(await promisify(generateKeyPair)('rsa', { modulusLength })),
    makeSync: () => rsaMaterial(generateKeyPairSync('rsa', { modulusLength })),
  };
}

function planGost(bits: 256 | 512, template: AttributeMap): { make(): Promise<Material>; makeSync(): Material } {
  const parameters = template.get(CKA.gostR3410Params) ?? refuse('TEMPLATE_INCOMPLETE');
  const set = parameterSetOf(parameters, bits);
  const makeSync = (): Material => {
    const pair = generateGostKeyPair(set);
    return {
      shared: new Map([[CKA.gostR3410Params, parameters]]),
      public: new Map([[CKA.value, Buffer.from(pair.publicKey)]]),
      secret: Buffer.from(pair.privateKey),
    };
  };
  return { make: async () => makeSync(), makeSync };
}

const keyTypes = new Map<number, number>([
  [CKM.rsaPkcsKeyPairGen, CKK.rsa],
  [CKM.gostR3410KeyPairGen, CKK.gostR3410],
  [CKM.gostR3410Bits512KeyPairGen, CKK.gostR3410Bits512],
]);

/** Only token objects are kept: neither vendor's applet has session keys. */
function requireTokenObject(template: AttributeMap): void {
  if (!isTrue(template.get(CKA.token))) refuse('TEMPLATE_INCONSISTENT');
}

/**
 * Checks the mechanism and both templates as the applet would and answers how the pair is made. Throws the applet's
 * refusal; makes nothing yet.
 */
export function planGeneration(
  mechanism: Mechanism,
  publicTemplate: Template,
  privateTemplate: Template,
  manner: AppletManner,
): GenerationPlan {
  const forPublic = readTemplate(publicTemplate);
  const forPrivate = readTemplate(privateTemplate);
  const keyType = keyTypes.get(mechanism.mechanism);
  if (keyType === undefined || !manner.mechanisms.has(mechanism.mechanism)) return refuse('MECHANISM_INVALID');
  requireTokenObject(forPublic);
  requireTokenObject(forPrivate);
  for (const [type, fixed] of manner.fixedPrivateKeyAttributes) {
    const asked = forPrivate.get(type);
    if (asked !== undefined && isTrue(asked) !== fixed) refuse('ATTRIBUTE_READ_ONLY');
  }
  if (forPrivate.has(CKA.private) && !isTrue(forPrivate.get(CKA.private))) refuse('TEMPLATE_INCONSISTENT');

  const plan =
    keyType === CKK.rsa ? planRsa(forPublic, manner) : planGost(keyType === CKK.gostR3410 ? 256 : 512, forPublic);

  const assemble = (material: Material): FreshPair => ({
    publicKey: {
      secret: null,
      attributes: toStored(
        new Map([
          [CKA.id, Buffer.alloc(0)],
          [CKA.label, Buffer.alloc(0)],
          [CKA.private, no],
          [CKA.modifiable, yes],
          ...forPublic,
          [CKA.class, ulong(CKO.publicKey)],
          [CKA.keyType, ulong(keyType)],
          ...material.shared,
          ...material.public,
        ]),
      ),
    },
    privateKey: {
      secret: material.secret.toString('base64'),
      attributes: toStored(
        new Map([
          [CKA.id, Buffer.alloc(0)],
          [CKA.label, Buffer.alloc(0)],
          [CKA.modifiable, yes],
          ...forPrivate,
          [CKA.class, ulong(CKO.privateKey)],
          [CKA.keyType, ulong(keyType)],
          [CKA.private, yes],
          [CKA.sensitive, yes],
          [CKA.extractable, no],
          [CKA.neverExtractable, yes],
          [CKA.alwaysSensitive, yes],
          [CKA.sign, forPrivate.get(CKA.sign) ?? yes],
          ...[...manner.fixedPrivateKeyAttributes].map(([type, fixed]) => [type, fixed ? yes : no] as const),
          ...material.shared,
        ]),
      ),
    },
  });

  return {
    generate: async () => assemble(await plan.make()),
    generateSync: () => assemble(plan.makeSync()),
  };
}
