export const subdivision = {
  title: {
    loading: 'Asking for the places of activity',
    choose: 'Which outlet is the key for?',
    empty: 'No places of activity',
    failed: 'The list of places did not arrive',
  },
  lead: {
    loading: 'Asking EGAIS for the list through the UTM.',
    choose_one: '{{holder}}, {{count}} place of activity. A token and its UTM work for one place.',
    choose_other: '{{holder}}, {{count}} places of activity. A token and its UTM work for one of them.',
    empty: 'The UTM answered, but its list has no place for this signature.',
    failed: 'No outlet can be chosen without it. Nothing is lost.',
  },
  search: 'KPP, address or FSRAR ID',
  clear: 'Clear the search',
  found: '{{found}} of {{of}}',
  foundAria_one: '{{count}} place of {{of}} matches',
  foundAria_other: '{{count}} places of {{of}} match',
  nothingFound: 'Nothing for “{{query}}”',
  nothingFoundWhy: 'Try a part of the street or the last digits of the KPP. Words may come in any order.',
  showAll: 'Show all places',
  first: 'The first {{shown}} are shown. Narrow the search to see the rest.',
  places: 'Places of activity',
  noKpp: 'no KPP',
  kpp: 'KPP {{kpp}}',
  fsrarId: 'FSRAR ID {{fsrarId}}',
  current: 'On the token now',
  verb: 'Choose this outlet',
  hint: 'Choose a place in the list',
  loadAgain: 'Load the list again',
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
    empty: 'A list is entirely empty when the UTM cannot read the signature or cannot reach EGAIS.',
  },
} as const;
