import type { MchdReport } from '../../shared/domain/mchd.ts';
import type { Day } from './day.ts';

/** A person of a power of attorney. Numbers are bare; `null` where the document does not give them. */
export interface MchdPerson {
  readonly surname: string;
  /** Имя и отчество. */
  readonly givenNames: string;
  readonly inn: string | null;
  readonly snils: string | null;
}

export interface MchdPrincipal
  extends Pick<MchdReport['principals'][number], 'kind' | 'name' | 'inn' | 'kpp' | 'ogrn'> {
  /** Who may sign for the principal: heads of an organisation, or the principal himself. */
  readonly signatories: readonly MchdPerson[];
  /** Whether all of them have to sign (ПолнЮЛ 2). */
  readonly jointly: boolean;
}

export interface MchdRepresentative {
  readonly kind: MchdReport['representatives'][number]['kind'];
  /** Of an organisation; a person's own stands in `person`. */
  readonly name: string | null;
  readonly inn: string | null;
  readonly person: MchdPerson | null;
}

/** What a power of attorney says, in whichever form. Nothing is checked here. */
export interface MchdFacts {
  readonly version: NonNullable<MchdReport['version']>;
  /** ИдФайл. */
  readonly fileId: string | null;
  /** НомДовер. */
  readonly number: string | null;
  readonly internalNumber: string | null;
  readonly issuedOn: Day | null;
  readonly validUntil: Day | null;
  readonly principals: readonly MchdPrincipal[];
  readonly representatives: readonly MchdRepresentative[];
  /** The first powers, as many as are kept. */
  readonly powers: MchdReport['powers'];
  readonly powerCount: number;
  /** ПрСовмПолн and ПрУтрПолн as they stand: sources disagree on their meaning. */
  readonly jointPowers: string | null;
  readonly lostPowers: string | null;
  /** The power of attorney from which this one is derived; `null` in one that is not retrusted. */
  readonly earlier: {
    readonly number: string | null;
    readonly issuedOn: Day | null;
    readonly validUntil: Day | null;
  } | null;
}

/** «Иванова Мария Петровна». */
export const fullName = ({ surname, givenNames }: MchdPerson): string => `${surname} ${givenNames}`.trim();
