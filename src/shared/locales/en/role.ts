export const role = {
  title: 'Who gets the key?',
  lead: {
    person:
      'Signature: {{holder}}, an individual. It does not say whose outlets the key is for, so please say so yourself.',
    unknown:
      'Signature: {{holder}}. It does not say whether it was given to an organisation, a sole proprietor or a person, so please say so yourself.',
  },
  options: 'In whose name you get the key',
  option: {
    organization: {
      name: 'Organisation',
      about: 'The signature belongs to the organisation itself; the key is for its outlets.',
    },
    'sole-proprietor': {
      name: 'Head of a sole proprietorship',
      about: 'You are the sole proprietor (ИП) yourself; the key is for your outlets.',
    },
    'person-with-mchd': {
      name: 'Individual with a machine-readable power of attorney',
      about: 'The key is for the outlets of the organisation that gave you the power of attorney (МЧД).',
    },
  },
  needs: 'What you will need',
  need: {
    signature: 'Nothing more: the signature on this token is enough',
    kpp: 'You will find the outlet by its KPP or address',
    'no-kpp': 'Outlets of sole proprietors have no KPP: search by address',
    'two-files': 'Two files: the power of attorney, .xml, and the head’s signature of it, .sig or .p7s',
    register: 'The power of attorney is in force and uploaded to the register of the tax service',
    'same-person': 'It names you, in the same words as your signature',
  },
  hint: 'Choose in whose name you get the key',
  line: {
    organization: 'You get the key as an organisation: {{holder}}',
    'sole-proprietor': 'You get the key as a sole proprietor: {{holder}}',
    'person-with-mchd': 'You get the key by a machine-readable power of attorney from {{principal}}',
  },
  change: 'Change in whose name you get the key',
  mchd: 'Power of attorney',
  later: 'Choose the outlet on the page of the UTM',
  mchdLabel: 'Look at the power of attorney or choose another',
} as const;
