export const utm = {
  title: { looking: 'Asking the UTM', failed: 'The UTM could not be checked' },
  lead: { looking: 'A UTM takes up to five minutes to start, which is normal.', failed: 'See below why.' },
  refreshing: 'Asking the UTM once more…',
  checks: 'What the UTM confirmed',
  status: { passed: 'In order', failed: 'Needs fixing', unknown: 'Not known yet' },
  check: {
    'access-key': {
      passed: 'The UTM sees the access key',
      failed: 'The UTM does not accept the access key',
      unknown: 'The UTM says nothing about the access key yet',
    },
    qualified: {
      passed: 'The UTM sees the GOST signature',
      failed: 'The UTM does not accept the GOST signature',
      unknown: 'The UTM says nothing about the GOST signature yet',
    },
    database: {
      passed: 'The UTM’s database belongs to this outlet',
      failed: 'The UTM’s database was made for another outlet',
      unknown: 'Whose database the UTM has is not known yet',
    },
    contour: {
      passed: 'Contour: {{contour}}',
      failed: 'The contour does not suit the key: {{contour}}',
      unknown: 'The contour is not known yet',
    },
  },
  contour: { prod: 'production', test: 'test' },
  note: {
    fsrarId: 'FSRAR ID {{fsrarId}}',
    fsrarIdUntil: 'FSRAR ID {{fsrarId}}, until {{date}}',
    until: 'Valid until {{date}}',
    databaseOf: 'It holds FSRAR ID {{fsrarId}}',
    utmSays: 'The UTM says: {{text}}',
  },
  handover: {
    title: 'For the accounting software',
    lead: 'Enter this in 1C, the till program or the like.',
    address: 'UTM address',
    fsrarId: 'FSRAR ID',
    copyAddress: 'Copy the UTM address',
    copyFsrarId: 'Copy the FSRAR ID',
  },
  next: {
    title: 'Next key change: {{month}}',
    both: 'The GOST signature ends on {{qualified}}, the access key on {{accessKey}}. Start a month ahead.',
    qualified: 'The GOST signature ends on {{qualified}}. Start a month ahead.',
    accessKey: 'The access key ends on {{accessKey}}. Start a month ahead.',
  },
  checkAgain: 'Check again',
  another: 'Set up another outlet',
  hintDone: 'You can close the window; leave the token in the computer',
} as const;
