import { type Contractor, checkedBy } from '../../../src/shared/domain/contractor.ts';
import { inDays } from './certificates.ts';

const row = (id: string, kpp: string | null, address: string, facts: Partial<Contractor> = {}): Contractor => ({
  id,
  inn: kpp === null ? '500100732259' : '9900000017',
  kpp,
  name: kpp === null ? 'ИП Константинопольский Александр Вениаминович' : 'ООО «Ромашка»',
  address,
  standing: 'confirmed',
  status: 'Подтверждена ФНС',
  licensee: false,
  register: null,
  submittedAt: null,
  expectedBy: null,
  ...facts,
});

const first = '117105, Москва г, Варшавское ш, д. 37А, стр. 8';
const second = '143980, Московская обл, Балашиха г, ул. Варшавская, д. 37';

const licensed = (id: string, kpp: string, address: string, inRegister: string): Contractor =>
  row(id, kpp, address, {
    licensee: true,
    register: { licence: '77РПА0001234', name: 'ООО «Ромашка»', kpp, address: inRegister },
  });

const waiting = {
  standing: 'waiting',
  status: 'На проверке в ФНС',
  submittedAt: inDays(-1),
  expectedBy: checkedBy(inDays(-1)),
} as const;

/** Places of an invented organisation: two with a licence, the others entered by hand. */
export const organisationRows: readonly Contractor[] = [
  licensed('l1', '990101001', first, first),
  licensed('l2', '990101014', second, '143980, Московская обл, Балашиха г, ул. Варшавская, д. 39'),
  row('e1', '990201003', '191040, Санкт-Петербург г, Лиговский пр-кт, д. 50, лит. А, пом. 12-Н'),
  row('e2', '990201004', '620014, Свердловская обл, Екатеринбург г, ул. Малышева, д. 5', waiting),
  row('e3', '990201005', '630099, Новосибирская обл, Новосибирск г, Красный пр-кт, д. 25', {
    standing: 'refused',
    status: 'Отклонена ФНС',
  }),
  row('e4', '990201006', '420111, Татарстан Респ, Казань г, ул. Баумана, д. 19/2', {
    standing: 'other',
    status: 'Передана в архив',
  }),
];

/** The one place of an invented sole proprietor, which waits for the tax service. */
export const proprietorRows: readonly Contractor[] = [row('p1', null, first, waiting)];
