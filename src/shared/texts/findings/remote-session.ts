import type { FindingText } from '../finding-text.ts';

export const remoteSessionTexts = {
  local: {
    ru: {
      title: 'Признаков удалённого рабочего стола нет',
      reason: 'Токен, вставленный в этот компьютер, будет виден.',
    },
    en: { title: 'No sign of a remote desktop', reason: 'A token inserted into this computer will be seen.' },
  },
  desktop: {
    ru: {
      title: 'Вы работаете через удалённый рабочий стол',
      reason:
        'Токен, вставленный в тот компьютер, отсюда не виден. Сядьте за него сами, или вставьте токен в компьютер, за которым сидите, и включите в подключении «Смарт-карты».',
    },
    en: {
      title: 'You work through a remote desktop',
      reason:
        'A token inserted into that computer is not seen from here. Sit down at it, or insert the token into the computer you sit at and turn on “Smart cards” in the connection.',
    },
  },
  'desktop-token-seen': {
    ru: {
      title: 'Вы работаете через удалённый рабочий стол, токен виден',
      reason:
        'Виден токен компьютера, за которым вы сидите. УТМ нужен токен, вставленный в тот компьютер, на котором он работает.',
    },
    en: {
      title: 'You work through a remote desktop, and a token is seen',
      reason: 'It is the token of the computer you sit at. The UTM needs one inserted into the computer it runs on.',
    },
  },
  shell: {
    ru: {
      title: 'Мастер запущен через удалённую командную строку',
      reason: 'Токен должен быть вставлен в этот компьютер, а не в тот, за которым вы сидите.',
    },
    en: {
      title: 'The wizard was started through a remote command line',
      reason: 'The token must be in this computer, not in the one you sit at.',
    },
  },
  unknown: {
    ru: {
      title: 'Не удалось узнать, за этим ли компьютером вы работаете',
      reason: 'Если вы подключились к нему удалённо, вставленный в него токен может быть не виден.',
    },
    en: {
      title: 'Whether you work at this computer is not known',
      reason: 'If you are connected to it remotely, a token inserted into it may not be seen.',
    },
  },
} as const satisfies Record<string, FindingText>;
