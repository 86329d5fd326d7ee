export const pinWork = {
  change: {
    title: { gost: 'Change the GOST PIN', pki: 'Change the PKI PIN', combined: 'Change the PIN' },
    lead: 'The present PIN is checked once. If it is wrong, nothing changes, but one try is spent.',
    old: 'Present PIN',
    verb: 'Change the PIN',
    running: 'Changing the PIN',
    done: 'The PIN is changed',
    doneLead: 'The token took the new PIN. The former one no longer fits.',
    lastTryConfirm: 'Change with this PIN',
  },
  unblock: {
    title: { gost: 'Unlock the GOST PIN', pki: 'Unlock the PKI PIN', combined: 'Unlock the PIN' },
    lead: 'The administrator PIN lets you set a new PIN. Keys and certificates stay in place.',
    verb: 'Unlock',
    running: 'Unlocking the PIN',
    done: 'The PIN is unlocked',
    doneLead: 'The token took the new PIN, keys and certificates are in place.',
    lastTryConfirm: 'Unlock with this PIN',
  },
  admin: 'Administrator PIN',
  adminAbout:
    'Whoever prepared the token knows it: the certification authority or your technician. It has its own tries.',
  adminUnknown: 'I do not know the administrator PIN',
  adminLastTry:
    'If the administrator PIN is wrong, it locks for good, and only the maker can bring the token back to work.',
  adminLocked: 'The administrator PIN is locked. Only the maker of the token can help.',
  adminNone: 'This part of the token has no administrator PIN. Whoever issued the token can help.',
  new: 'New PIN',
  repeat: 'New PIN once more',
  rule: {
    range: 'From {{min}} to {{max}} characters: digits, Latin letters and signs.',
    least: 'At least {{min}} characters: digits, Latin letters and signs.',
  },
  trouble: {
    missing: 'Enter the PIN',
    characters: 'Only digits, Latin letters and signs: check the keyboard layout',
    same: 'The new PIN is the same as the present one',
    differs: 'The PINs differ',
  },
  utmNote:
    'If a UTM works on this computer, enter the new PIN there too after the change: it spends tries with the old one.',
  keepSafe: 'Write the PIN down and keep it apart from the token.',
  wait: 'Do not remove the token, this takes a few seconds.',
  ready: 'Done',
  banner: {
    factory: 'This is the factory PIN, change it',
    factoryWhy: 'Everyone knows such a PIN: whoever takes the token in hand can sign with it.',
    mustChange: 'The token asks for a new PIN',
    mustChangeWhy: 'Whoever prepared it wanted that. It takes a minute, the keys stay in place.',
    change: 'Change the PIN',
  },
} as const;
