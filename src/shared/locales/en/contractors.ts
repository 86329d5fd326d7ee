export const contractors = {
  over: 'EGAIS personal account',
  title: 'Contractors: your outlets in EGAIS',
  lead: {
    account: 'A key can be had only for an outlet that is here and was checked.',
    guided: 'A key can be had only for an outlet that is in the account and was checked. This is how to do it by hand.',
  },
  open: 'Open “Contractors”',
  stand: {
    practice:
      'Practice mode: a stand-in service answers in place of the personal account. It speaks a contract that the wizard published itself; the protocol of the real account is not public.',
    real: 'A service at the address in the settings answers. It speaks a contract that the wizard published itself; the protocol of the EGAIS personal account is not public.',
  },
  loading: 'Asking for the list of outlets',
  refresh: 'Refresh the list',
  licensed: {
    title: 'Licensed outlets',
    about:
      'These data come from the licences. Here they are only compared: with the licence and with the register of licences.',
    wrong: 'If something is wrong',
    licence: 'The licence itself is wrong: the body that issued it corrects it.',
    register:
      'The licence and the register are right, but the account is not: the EGAIS technical support line of FSRAR.',
    missing: 'A licensed outlet is not in the account at all: the support of FSRAR as well.',
  },
  entered: {
    title: 'Outlets entered by hand',
    about:
      'Without a licence: the tax service checks an entry for up to five working days. Only outlets with the status «Подтверждена ФНС» (confirmed) reach the list for keys.',
    none: 'None yet. An organisation without a licence enters every subdivision; one outlet is enough for a sole proprietor.',
  },
  column: { inn: 'INN', kpp: 'KPP', status: 'STATUS', name: 'NAME', address: 'ADDRESS' },
  noKpp: 'no KPP',
  register: {
    same: 'As in the register',
    differs: 'Differs from the register',
    has: 'Register of licences: {{value}}',
  },
  expected: 'until {{date}}',
  remind: 'Remind me',
  remindLabel: 'Save a reminder for the calendar: {{name}}, {{address}}',
  reminded: 'The reminder was saved: {{file}}',
  add: 'Add an outlet',
  enough: 'One outlet is enough for a sole proprietor, and it is entered already',
  form: {
    title: 'Add an outlet',
    lead: {
      organization: 'The tax service checks the entry for up to five working days. Write as in your documents.',
      'sole-proprietor':
        'A sole proprietor does this once and gives the address of any of his outlets. Sole proprietors have no KPP.',
    },
    name: 'Name',
    kpp: 'KPP of the outlet',
    address: 'Address',
    addressExample: 'Postal code, region, town, street, house',
    verb: 'Send for checking',
    sending: 'Sending',
    sent: 'The outlet was sent to the tax service for checking',
  },
  missing: {
    name: 'Write the name of the outlet',
    kpp: 'Write the KPP of the outlet',
    address: 'Write the address of the outlet',
  },
  kpp: {
    left_one: '{{count}} character more',
    left_other: '{{count}} characters more',
    fits: 'right in form',
    form: 'A KPP has nine characters: four digits, two more (digits or capital Latin letters), three digits',
    long: 'A KPP has nine characters, these are more',
    shared:
      'The outlet “{{address}}” has this KPP already. The address must be the same down to the house; another address needs another KPP.',
  },
  guide: {
    who: 'You are:',
    kind: {
      licensee: 'an organisation with a licence',
      'non-licensee': 'an organisation without one',
      'sole-proprietor': 'a sole proprietor',
    },
    steps: 'What to do in the personal account',
    step: {
      enter:
        'Go to the site egais.ru and press «Войти в личный кабинет». The account is made for Internet Explorer 9 and newer.',
      conditions:
        'Press «Ознакомиться с условиями и проверить их выполнение», then «Начать проверку». When all ticks are green, press «Перейти в Личный кабинет».',
      pin: 'Type the GOST PIN, press «Показать сертификаты» and choose your certificate.',
      look: 'Open the section «Контрагенты» and compare every outlet with the licence and with the register of licences.',
      'enter-places':
        'Open the section «Контрагенты» and enter each of your subdivisions: each has its own KPP and address.',
      'enter-one': 'Open the section «Контрагенты» and enter the address of any of your outlets. This is done once.',
      wait: 'The request goes to the tax service for up to five working days. Wait for the status «Подтверждена ФНС».',
      appears: 'Then the outlet appears in the section «Получить ключ» and in the list of the wizard.',
    },
    unsure:
      'The address and the look of the account may have changed: the steps are those of the EGAIS instructions. The wizard itself does not enter the account.',
    remindTitle: 'Set yourself a reminder',
    remind:
      'If the request goes out today, five working days end on {{date}}, holidays not counted. Look into the account on that day: the status does not announce itself.',
  },
} as const;
