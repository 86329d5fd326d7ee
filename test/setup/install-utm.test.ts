import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBuilds, installRefusal, signsAfter, signsOf } from '../../src/setup/install-utm.ts';
import type { BeforeInstall } from '../../src/shared/domain/utm-setup.ts';

const meeting = (documents: BeforeInstall['documents']): BeforeInstall => ({ update: true, documents, remains: null });

describe('what keeps a UTM from being installed', () => {
  it('documents that were counted and not sent, whatever a person says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.boolean(), (count, known) => {
        expect(installRefusal(meeting({ kind: 'counted', count }), known)).toMatchObject({
          code: 'SETUP_UTM_UNSENT_DOCUMENTS',
          values: { count },
        });
      }),
    );
  });

  it('cheques that were not sent, whatever a person says', () => {
    for (const known of [false, true]) {
      expect(installRefusal(meeting({ kind: 'cheques', since: '2026-09-01 10:00:00' }), known)).toMatchObject({
        code: 'SETUP_UTM_UNSENT_CHEQUES',
        values: { since: '2026-09-01 10:00:00' },
      });
    }
  });

  it('documents that could not be counted, until a person says that this is known', () => {
    expect(installRefusal(meeting({ kind: 'unknown' }), false)?.code).toBe('SETUP_UTM_DOCUMENTS_UNKNOWN');
    expect(installRefusal(meeting({ kind: 'unknown' }), true)).toBeNull();
  });

  it('nothing else: no UTM, or one that has sent everything', () => {
    expect(installRefusal(meeting({ kind: 'none-installed' }), false)).toBeNull();
    expect(installRefusal(meeting({ kind: 'counted', count: 0 }), false)).toBeNull();
  });
});

describe('builds', () => {
  const version = fc.tuple(...[9, 99, 99].map((max) => fc.integer({ min: 0, max }))).map((parts) => parts.join('.'));
  const number = fc.integer({ min: 1, max: 999_999 });

  it('are the same however the name, the UTM and its log write them', () => {
    fc.assert(
      fc.property(version, number, (base, build) => {
        const spellings = [`${base}-b${build}`, `${base}b${build}`, `${base}b${String(build).padStart(6, '0')}`];
        for (const one of spellings) {
          for (const other of spellings) expect(compareBuilds(one, other).same).toBe(true);
        }
      }),
    );
  });

  it('of other numbers are others', () => {
    fc.assert(
      fc.property(version, number, number, (base, one, other) => {
        fc.pre(one !== other);
        expect(compareBuilds(`${base}-b${one}`, `${base}b${String(other).padStart(6, '0')}`).same).toBe(false);
      }),
    );
  });

  it('that are not known are not called the same', () => {
    expect(compareBuilds(null, '4.2.0b002698').same).toBeNull();
    expect(compareBuilds('4.2.0-b2698', null).same).toBeNull();
  });
});

describe('signs of an installation', () => {
  const outside = fc.record({
    hasFolder: fc.boolean(),
    service: fc.constantFrom('running', 'starting', 'stopped', 'absent', 'unknown', null),
    startedAt: fc.constantFrom(null, '2026-11-27T10:00:00.000Z', '2026-11-27T10:05:00.000Z'),
  });

  it('come one after the other, and what was seen stays seen', () => {
    fc.assert(
      fc.property(fc.boolean(), outside, fc.array(outside, { maxLength: 12 }), (update, first, looks) => {
        let signs: ReturnType<typeof signsAfter> = signsOf(update).map((id) => ({ id, seenAt: null }));
        for (const [index, look] of looks.entries()) {
          const next = signsAfter(signs, look, first, new Date(index).toISOString());
          for (const [at, sign] of signs.entries()) if (sign.seenAt !== null) expect(next[at]).toEqual(sign);
          const seen = next.map(({ seenAt }) => seenAt !== null);
          expect(seen).toEqual([...seen].sort().reverse());
          signs = next;
        }
      }),
    );
  });

  it('of a first installation: the folder, the service, its log', () => {
    const nothing = { hasFolder: false, service: 'absent', startedAt: null } as const;
    const looks = [
      nothing,
      { ...nothing, hasFolder: true },
      { hasFolder: true, service: 'stopped', startedAt: null },
      { hasFolder: true, service: 'running', startedAt: '2026-11-27T10:00:00.000Z' },
    ] as const;
    let signs: ReturnType<typeof signsAfter> = signsOf(false).map((id) => ({ id, seenAt: null }));
    const seen = looks.map((look, index) => {
      signs = signsAfter(signs, look, nothing, `2026-11-27T10:00:0${index}.000Z`);
      return signs.filter(({ seenAt }) => seenAt !== null).length;
    });
    expect(seen).toEqual([0, 1, 2, 3]);
  });
});
