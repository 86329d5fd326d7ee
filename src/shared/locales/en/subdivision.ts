export const subdivision = {
  title: {
    loading: 'Asking for the places of activity',
    choose: 'Which outlet is the key for?',
    empty: 'No places of activity',
    failed: 'The list of places did not arrive',
  },
  lead: {
    loading: 'Asking EGAIS for the list through the UTM.',
    loadingAccount: 'Asking the service of the EGAIS personal account for the list.',
    choose_one: '{{holder}}, {{amount}} place of activity. A token and its UTM work for one place.',
    choose_other: '{{holder}}, {{amount}} places of activity. A token and its UTM work for one of them.',
    empty: 'The UTM answered, but its list has no place for this signature.',
    failed: 'No outlet can be chosen without it. Nothing is lost.',
  },
  arriving: 'Fetching the list: {{arrived}} of {{of}}.',
  search: 'KPP, address or FSRAR ID',
  clear: 'Clear the search',
  preparing: 'Preparing the search…',
  found: '{{found}} of {{of}}',
  foundAria_one: '{{amount}} place of {{of}} matches',
  foundAria_other: '{{amount}} places of {{of}} match',
  corrected: 'Shown for «{{query}}»: the keyboard was in another layout.',
  nothingFound: 'Nothing for “{{query}}”',
  nothingFoundWhy: 'Try a part of the street or the last digits of the KPP. Words may come in any order.',
  showAll: 'Show all places',
  places: 'Places of activity',
  noKpp: 'no KPP',
  kpp: 'KPP {{kpp}}',
  fsrarId: 'FSRAR ID {{fsrarId}}',
  current: 'On the token now',
  toCurrent: 'To the place that is on the token now',
  sharedKpp:
    'This KPP stands at another address too. One KPP, one address: the tax service gives the second outlet a new KPP.',
  unknownRegion: 'Region {{code}}',
  noRegion: 'Region not given',
  inRegion_one: '{{amount}} place',
  inRegion_other: '{{amount}} places',
  verb: 'Choose this outlet',
  hint: 'Choose a place in the list',
  loadAgain: 'Load the list again',
  source: { label: 'List from:', utm: 'UTM', account: 'personal account' },
  causes: {
    likely: 'This is most likely why',
    possible: 'Why that may be',
    further: 'Once that is checked',
  },
  cause: {
    signature: {
      title: 'The UTM cannot read the signature on the token',
      remedy:
        'Check that the token of the right organisation is plugged in and that its signature is in force, and restart the UTM. Then load the list again.',
    },
    link: {
      title: 'The UTM cannot reach EGAIS',
      remedy:
        'The list is kept in EGAIS, and the UTM cannot get it without the internet. Check the internet, the proxy and the antivirus of this computer.',
    },
    licence: {
      title: 'The licensed outlet is not in the register of licences',
      remedy:
        'A licensed outlet comes from the register of licences. If its address or KPP is missing there, the body that issued the licence enters it. If the register is right, write to the support of Rosalkogoltabakkontrol.',
    },
    contractors: {
      title: 'The outlet without a licence is not confirmed yet',
      remedy:
        'Outlets without a licence and those of sole proprietors are added by hand: the EGAIS personal account, section «Контрагенты» (contractors). The tax service checks an entry for up to five working days; only «Подтверждена ФНС» (confirmed) reaches the list.',
    },
  },
  missing: {
    ask: 'Is your outlet missing?',
    title: 'Why that may be and what to do',
    licence:
      'A licensed outlet comes from the register of licences. If its address or KPP is wrong there, the body that issued the licence corrects it. If the register is right, write to the support of Rosalkogoltabakkontrol.',
    noLicence:
      'Outlets without a licence and those of sole proprietors are added by hand: the EGAIS personal account, section «Контрагенты» (contractors). The tax service checks an entry for up to five working days; only «Подтверждена ФНС» (confirmed) reaches the list.',
    sameKpp:
      'If two outlets share a KPP, their addresses must be the same down to the house. Different addresses need different KPPs.',
    soleProprietor: 'Outlets of sole proprietors have no KPP: search by address.',
  },
} as const;
