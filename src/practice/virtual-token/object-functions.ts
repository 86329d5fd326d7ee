import type { Attribute, Handle, Template, TemplateResult } from 'pkcs11js';
import type { Cryptoki } from '../../token/cryptoki.ts';
import { CKA, CKO } from '../../token/pkcs11-numbers.ts';
import type { Application } from './application.ts';
import {
  type AttributeMap,
  attributeOf,
  isPrivate,
  isTrue,
  matches,
  readAttribute,
  readTemplate,
  toStored,
  ulong,
} from './attributes.ts';
import { refuse } from './cryptoki-error.ts';
import { store } from './slots.ts';

/** Object management functions: PKCS#11 v2.40 §5.7. */
export const objectFunctions = (application: Application) =>
  ({
    C_CreateObject(handle: Handle, template: Template): Handle {
      const attributes = readTemplate(template);
      const session = application.session(handle);
      const kind = attributes.get(CKA.class) ?? refuse('TEMPLATE_INCOMPLETE');
      if (!kind.equals(ulong(CKO.certificate)) && !kind.equals(ulong(CKO.data))) refuse('FUNCTION_NOT_SUPPORTED');
      if (!isTrue(attributes.get(CKA.token))) refuse('TEMPLATE_INCONSISTENT');
      if (!attributes.has(CKA.value)) refuse('TEMPLATE_INCOMPLETE');
      const withDefaults: AttributeMap = new Map([
        [CKA.label, Buffer.alloc(0)],
        [CKA.private, Buffer.from([0])],
        [CKA.modifiable, Buffer.from([1])],
        ...(kind.equals(ulong(CKO.certificate)) ? ([[CKA.id, Buffer.alloc(0)]] as const) : []),
        ...attributes,
      ]);
      const object = { attributes: toStored(withDefaults), secret: null };
      application.requireWrite(session, isTrue(withDefaults.get(CKA.private)));
      return application.change(session, ({ device, state }) => ulong(store(device, state, object)));
    },

    C_DestroyObject(handle: Handle, object: Handle): void {
      const session = application.session(handle);
      const target = application.object(session, object);
      application.requireWrite(session, isPrivate(target));
      application.change(session, ({ state }) => {
        state.objects = state.objects.filter((candidate) => candidate.handle !== target.handle);
      });
    },

    C_GetAttributeValue(handle: Handle, object: Handle, template: Template): TemplateResult {
      const target = application.object(application.session(handle), object);
      return template.map(({ type }) => ({ type, value: readAttribute(target, type) }));
    },

    C_SetAttributeValue(handle: Handle, object: Handle, template: Attribute[]): TemplateResult {
      const session = application.session(handle);
      const target = application.object(session, object);
      application.requireWrite(session, isPrivate(target));
      if (!isTrue(attributeOf(target, CKA.modifiable))) refuse('ATTRIBUTE_READ_ONLY');
      const fresh = readTemplate(template);
      if ([...fresh.keys()].some((type) => type !== CKA.label && type !== CKA.id)) refuse('ATTRIBUTE_READ_ONLY');
      return application.change(session, ({ state }) => {
        const stored = state.objects.find((candidate) => candidate.handle === target.handle);
        Object.assign((stored ?? refuse('OBJECT_HANDLE_INVALID')).attributes, toStored(fresh));
        return [...fresh].map(([type, value]) => ({ type, value }));
      });
    },

    C_FindObjectsInit(handle: Handle, template: Template = []): void {
      const session = application.session(handle);
      if (session.found) refuse('OPERATION_ACTIVE');
      const wanted = readTemplate(template);
      session.found = application
        .visible(session)
        .filter((object) => matches(object, wanted))
        .map((object) => ulong(object.handle));
    },

    C_FindObjects(handle: Handle, maxObjectCount: number): Handle[] {
      const session = application.session(handle);
      return (session.found ?? refuse('OPERATION_NOT_INITIALIZED')).splice(0, maxObjectCount);
    },

    C_FindObjectsFinal(handle: Handle): void {
      const session = application.session(handle);
      if (!session.found) refuse('OPERATION_NOT_INITIALIZED');
      session.found = null;
    },
  }) satisfies Partial<Cryptoki>;
