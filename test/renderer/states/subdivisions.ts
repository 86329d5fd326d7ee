import type { Subdivision } from '../../../src/shared/domain/subdivision.ts';

const addresses = [
  '117105, Москва г, Варшавское ш, д. 37А, стр. 8',
  '117105, Москва г, Варшавское ш, д. 37',
  '143980, Московская обл, Балашиха г, ул. Варшавская, д. 37',
  '191040, Санкт-Петербург г, Лиговский пр-кт, д. 50, лит. А, пом. 12-Н',
  '620014, Свердловская обл, Екатеринбург г, ул. Малышева, д. 5',
  '630099, Новосибирская обл, Новосибирск г, Красный пр-кт, д. 25',
  '420111, Татарстан Респ, Казань г, ул. Баумана, д. 19/2',
];

const row = (number: number, kpp: string | null): Subdivision => ({
  fsrarId: `0300000000${String(number).padStart(2, '0')}`,
  rowId: `row-${number}`,
  fullName: 'Общество с ограниченной ответственностью «Ромашка»',
  shortName: kpp === null ? 'ИП Константинопольский А. В.' : 'ООО «Ромашка»',
  inn: kpp === null ? '500100732259' : '9900000017',
  kpp,
  regionCode: '77',
  address: `${addresses[(number - 1) % addresses.length]}${number > addresses.length ? `, корп. ${number}` : ''}`,
  legalAddress: addresses[0] ?? '',
});

/** Forty-two places of an invented organisation. */
export const places: readonly Subdivision[] = Array.from({ length: 42 }, (_, index) =>
  row(index + 1, `9901010${String(index + 1).padStart(2, '0')}`),
);

/** Three places of an invented sole proprietor: no КПП. */
export const placesWithoutKpp: readonly Subdivision[] = [1, 2, 3].map((number) => row(number, null));
