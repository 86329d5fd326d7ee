import type { MchdReport } from '../../../src/shared/domain/mchd.ts';
import type { WizardState } from '../../../src/shared/ipc/wizard-state.ts';

const head = { name: 'Иванова Мария Петровна', inn: '165001234562', snils: '11223344595' };

/** A power without restrictions; `code` is `null` for one that is told in words. */
export const power = (code: string | null, name: string): MchdReport['powers'][number] => ({
  code,
  mnemonic: null,
  name,
  restrictions: [],
});

/** A power of attorney of an invented organisation for an invented person, without a fault in it. */
export const goodReport: MchdReport = {
  valid: true,
  version: '003',
  number: '3f7a1c52-0b64-4d8e-9a35-6c1e2d4f8b90',
  internalNumber: '14-А',
  issuedOn: '2026-03-02',
  validUntil: '2029-03-01',
  principals: [
    {
      kind: 'organization',
      name: 'ООО «Ромашка»',
      inn: '7712345671',
      kpp: '771201001',
      ogrn: '1161650001237',
      heads: [head],
    },
  ],
  representatives: [{ kind: 'person', name: 'Иванов Иван Иванович', inn: '165007654394', snils: '12345678964' }],
  powers: [
    power('BBDOCS_DOCS_DCSALL_SRCDOC_SOURCEDOCS8', 'Подписание первичных документов'),
    power('FAS_EIAS_MA0001', 'Представление сведений в государственные системы'),
    power(null, 'Получать ключи доступа к ЕГАИС и подтверждать согласие с условиями их выдачи'),
  ],
  powerCount: 3,
  jointPowers: '1',
  lostPowers: null,
  retrusted: false,
  earlierNumber: null,
  registerUrl: 'https://m4d.nalog.gov.ru/emchd/check-status?guid=3f7a1c52-0b64-4d8e-9a35-6c1e2d4f8b90',
  signers: [head],
  findings: [{ code: 'own-check', severity: 'note', values: {} }],
};

export const noFiles: WizardState['mchd'] = {
  document: null,
  signature: null,
  phase: 'idle',
  report: null,
  problem: null,
};

/** Both files are there, with this outcome of the check. */
export const checked = (report: MchdReport): WizardState['mchd'] => ({
  document: { name: 'ON_EMCHD_20260302_3f7a1c52-0b64-4d8e-9a35-6c1e2d4f8b90.xml', size: 14_212 },
  signature: { name: 'ON_EMCHD_20260302_3f7a1c52-0b64-4d8e-9a35-6c1e2d4f8b90.xml.sig', size: 3_871 },
  phase: 'done',
  report,
  problem: null,
});
