import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Cryptoki } from '../../token/cryptoki.ts';
import { listen } from '../service-process.ts';
import { exchangeDocuments } from './exchange.ts';
import { createUtmServer } from './server.ts';
import { noteEnded, noteRunning } from './service-order.ts';
import { StandInUtm } from './stand-in-utm.ts';
import { readTransportPins, readTransportPort, usualPort, writeTransportPort } from './transport-properties.ts';
import type { UtmFolder } from './utm-folder.ts';

type StartFailure = NonNullable<ReturnType<UtmFolder['options']>['startFailure']>;

/** What a start that fails leaves behind, and in which log. */
const failures: Readonly<Record<StartFailure, (folder: UtmFolder, port: number) => void>> = {
  'database-locked': ({ journal }) =>
    journal.error('ERROR XSDB6: Another instance of Derby may have already booted the database transportDB.'),
  'port-taken': ({ journal }, port) => journal.error(`Web server failed to start. Port ${port} was already in use.`),
  'registered-wrongly': ({ journal }) =>
    journal.output(`Caused by: java.lang.NumberFormatException: For input string: "\${web.server.port}"`),
  'files-missing': ({ journal }) =>
    journal.output('java.lang.NoClassDefFoundError: org/springframework/boot/SpringApplication'),
};

/** What a run stands on. */
export interface RunGround {
  readonly folder: UtmFolder;
  /** A port of this process's own, for a UTM that is set to the usual one: that may be a real UTM's. */
  readonly heldPort: number;
  openLibrary(): Cryptoki;
  onListening(): void;
}

/** One life of a stand-in UTM, from its start to its end. It reads its properties once, at the start. */
export class UtmRun {
  readonly #ground: RunGround;
  readonly #ended = new AbortController();
  readonly #course: Promise<void>;
  #utm: StandInUtm | null = null;
  #server: Server | null = null;
  #failed = false;

  constructor(ground: RunGround) {
    this.#ground = ground;
    noteRunning(ground.folder);
    this.#course = this.#go().catch((error: unknown) => {
      if (!this.#ended.signal.aborted) throw error;
    });
    // Nobody waits for it before the end: what falls here ends the program, as it should.
    this.#course.catch((error: unknown) =>
      queueMicrotask(() => {
        throw error;
      }),
    );
  }

  /** Ends it, however far it has come. */
  async stop(): Promise<void> {
    const { folder } = this.#ground;
    this.#ended.abort();
    await this.#course;
    const server = this.#server;
    if (server !== null) {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    }
    this.#utm?.close();
    if (!this.#failed) folder.journal.info('Shutdown completed.');
    noteEnded(folder);
  }

  get #options() {
    return this.#ground.folder.options();
  }

  #fail(failure: StartFailure, port: number): void {
    failures[failure](this.#ground.folder, port);
    this.#failed = true;
  }

  async #mark(text: string): Promise<void> {
    this.#ground.folder.journal.info(text);
    await this.#pause(this.#options.markMs);
  }

  #pause(ms: number): Promise<unknown> {
    return wait(ms, null, { signal: this.#ended.signal });
  }

  /** The port of the properties. */
  #port(): number {
    const { properties } = this.#ground.folder.paths;
    if (readTransportPort(properties) === usualPort) writeTransportPort(properties, this.#ground.heldPort);
    return readTransportPort(properties);
  }

  async #go(): Promise<void> {
    const { folder, openLibrary } = this.#ground;
    const { startFailure, build, insists } = this.#options;
    const port = this.#port();
    const written = readTransportPins(folder.paths.properties);
    if (startFailure === 'files-missing') return this.#fail(startFailure, port);
    await this.#mark(`Starting Transport using Java 1.8.0 with PID ${process.pid}`);
    folder.journal.info(`UTM-Version: ${build}`);
    await this.#mark('Initialized JPA EntityManagerFactory for persistence unit default');
    if (startFailure !== null) return this.#fail(startFailure, port);
    await this.#untilListening();

    const utm = new StandInUtm(folder, openLibrary(), written);
    this.#utm = utm;
    utm.signIn(utm.view(), insists);
    await this.#mark('Cheques address: 127.0.0.1');
    await this.#mark('Starting Quartz Scheduler now');
    await this.#mark('Запуск процедуры обновления по расписанию');
    if (!(await this.#listen(utm, port))) return;
    if (this.#options.keyStoreRace) folder.journal.error('KeyStore is not initialized');
    exchangeDocuments(utm);
    void this.#exchangeOnAndOn(utm);
    this.#ground.onListening();
  }

  /** A start that never ends may be let go on after all. */
  async #untilListening(): Promise<void> {
    let { listensAfterMs } = this.#options;
    for (; listensAfterMs === null; listensAfterMs = this.#options.listensAfterMs) await this.#pause(250);
    await this.#pause(listensAfterMs);
  }

  async #listen(utm: StandInUtm, port: number): Promise<boolean> {
    const server = createUtmServer(utm);
    try {
      await listen(server, port);
      this.#server = server;
      return true;
    } catch {
      this.#fail('port-taken', port);
      return false;
    }
  }

  async #exchangeOnAndOn(utm: StandInUtm): Promise<void> {
    try {
      for (;;) {
        await this.#pause(this.#options.exchangeEveryMs);
        exchangeDocuments(utm);
      }
    } catch (error) {
      if (!this.#ended.signal.aborted) throw error;
    }
  }
}
