export const knownTokens = {
  title: 'Known tokens: {{count}}',
  calendar: 'Reminder for a calendar',
  calendarLabel: 'Reminder for a calendar: {{name}} …{{tail}}',
  change: 'Change the keys',
  changeLabel: 'Change the keys: {{name}} …{{tail}}',
  forget: 'Forget the token',
  forgetLabel: 'Forget the token: {{name}} …{{tail}}',
  remind: 'Remind me 90, 30 and 7 days before an end, and once it has come',
  remindMeans:
    'At log-in the wizard starts without a window, looks at the ends that are shown here, tells you if it is time, and ends by itself. It reads no token and uses no network. You see the same reminder if you open the wizard earlier.',
  startsNot:
    'The system does not start the wizard at log-in, and a reminder comes in the open wizard only. To have it started again, clear the tick and set it again.',
  until: '{{key}}: until {{date}}',
  left_one: '{{key}}: {{count}} day left',
  left_other: '{{key}}: {{count}} days left',
  today: '{{key}}: its last day',
  over: '{{key}}: ended on {{date}}',
} as const;
