import { tillSends } from './documents.ts';
import type { StandInUtm } from './stand-in-utm.ts';
import type { UtmFolder } from './utm-folder.ts';

/** A UTM exchanges documents every two minutes (docs/sources.md, UTM). */
const exchangeEveryMs = 2 * 60_000;

type StartFailure = NonNullable<ReturnType<UtmFolder['options']>['startFailure']>;

/** What a start that fails leaves behind, and in which log. */
const failures: Readonly<Record<StartFailure, (folder: UtmFolder) => void>> = {
  'database-locked': ({ journal }) =>
    journal.error('ERROR XSDB6: Another instance of Derby may have already booted the database transportDB.'),
  'port-taken': ({ journal }) => journal.error('Web server failed to start. Port 8080 was already in use.'),
  'registered-wrongly': ({ journal }) =>
    journal.output(`Caused by: java.lang.NumberFormatException: For input string: "\${web.server.port}"`),
  'files-missing': ({ journal }) =>
    journal.output('java.lang.NoClassDefFoundError: org/springframework/boot/SpringApplication'),
};

/** The first marks of a start. Answers whether it goes on. */
export function beginRun(folder: UtmFolder): boolean {
  const { startFailure, build } = folder.options();
  if (startFailure === 'files-missing') {
    failures[startFailure](folder);
    return false;
  }
  folder.journal.info(`Starting Transport using Java 1.8.0 with PID ${process.pid}`);
  folder.journal.info(`UTM-Version: ${build}`);
  folder.journal.info('Initialized JPA EntityManagerFactory for persistence unit default');
  if (startFailure === null) return true;
  failures[startFailure](folder);
  return false;
}

/** One exchange with the agency, in which nothing is exchanged. */
export function exchangeDocuments(utm: StandInUtm): void {
  const { journal } = utm.folder;
  if (!utm.folder.options().exchanges) return;
  const view = utm.view();
  if (utm.signIn(view, false) === null && view.rsaError === null) {
    journal.info('Завершение задачи обмена документами с сервером ЕГАИС по расписанию');
  } else journal.error('Задача обмена документами отменена. Ошибка работы RSA');
  tillSends(utm);
}

/** The marks of a start from the sign-in on, and the exchanges after it. */
export function goOnWithRun(utm: StandInUtm): void {
  const { journal } = utm.folder;
  utm.signIn(utm.view(), utm.folder.options().insists);
  journal.info('Cheques address: 127.0.0.1');
  journal.info('Starting Quartz Scheduler now');
  journal.info('Запуск процедуры обновления по расписанию');
  exchangeDocuments(utm);
  setInterval(() => exchangeDocuments(utm), exchangeEveryMs).unref();
}
