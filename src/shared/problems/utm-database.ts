import type { ProblemEntry } from './entry.ts';

/** What stands between a person and a new database of the UTM. */
export const utmDatabaseProblems = {
  EGAIS_UTM_DATABASE_NOT_FOREIGN: {
    class: 'needs-person',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Базу УТМ менять не нужно',
        reason:
          'УТМ не говорит, что его база заведена для другого места, или не говорит, для какого. Без этого мастер базу не трогает.',
      },
      en: {
        title: 'The UTM’s database need not be renewed',
        reason:
          'The UTM does not say that its database belongs to another place, or does not say to which. Without that the wizard leaves the database alone.',
      },
    },
  },
  EGAIS_UTM_DATABASE_UNSENT: {
    class: 'needs-person',
    actions: ['check-again', 'open-utm-home', 'copy-details'],
    texts: {
      ru: {
        title: 'В УТМ есть неотправленные документы',
        reason:
          'Документов не отправлено: {{count}}; чеки не отправлялись с: {{cheques}}. С новой базой они пропали бы. Верните в УТМ прежний ключ и дождитесь, пока всё уйдёт.',
      },
      en: {
        title: 'The UTM has documents it has not sent',
        reason:
          'Documents not sent: {{count}}; cheques not sent since: {{cheques}}. A new database would lose them. Give the UTM its former key back and wait until everything is gone.',
      },
    },
  },
  EGAIS_UTM_DATABASE_UNCONFIRMED: {
    class: 'needs-person',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Новая база не подтверждена',
        reason:
          'База УТМ заведена для места {{databaseFsrarId}}. Всё, что в ней есть, — история документов и чеков, полученные накладные — останется в папке рядом, но УТМ больше не покажет этого. Чтобы подтвердить, введите последние четыре символа номера {{databaseFsrarId}}.',
      },
      en: {
        title: 'The new database was not confirmed',
        reason:
          'The UTM’s database was made for the place {{databaseFsrarId}}. All that is in it – the history of documents and cheques, waybills received – stays in a folder beside it, but the UTM will show it no more. To confirm, type the last four characters of {{databaseFsrarId}}.',
      },
    },
  },
  EGAIS_UTM_DATABASE_MOVED: {
    class: 'needs-person',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'База отложена, но УТМ не запустился',
        reason:
          'Прежняя база цела и лежит в {{folder}}. Служба УТМ не запустилась: передайте УТМ PIN-коды и запустите её ещё раз.',
      },
      en: {
        title: 'The database was put aside, but the UTM did not start',
        reason:
          'The former database is whole and stands in {{folder}}. The UTM’s service did not start: give the UTM its PINs and start it again.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
