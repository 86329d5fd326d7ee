export const help = {
  open: 'Help',
  more: 'More about it',
  over: 'Help',
  title: 'What does the screen say?',
  lead: 'Here is what the UTM, tokens, Windows and the account say, and what to do about it. No internet is needed: the text goes nowhere.',
  field: 'A few words, or the whole text of the message',
  example: 'Paste the text of the screen, or lines of a log',
  frequent: 'Asked most often',
  found_one: '{{count}} entry found',
  found_other: '{{count}} entries found',
  none: 'The help has nothing like it',
  nothing:
    'Paste the message itself rather than a summary: best the line that names the cause. If that finds nothing either, give it to support.',
  steps: 'What to do',
  messages: 'How programs say it',
  another: 'Look for something else',
} as const;
