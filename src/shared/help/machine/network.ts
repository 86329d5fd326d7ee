import type { HelpEntry } from '../entry.ts';

/** What stands between the UTM and EGAIS. */
export const networkHelp = [
  {
    id: 'machine/connections-inspected',
    codes: ['finding:tls-inspection/inspected', 'finding:tls-inspection/antivirus-unproven'],
    messages: [
      'javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target',
      'NET::ERR_CERT_AUTHORITY_INVALID',
    ],
    actions: ['check-again'],
    confidence: 'inferred',
    source: null,
    texts: {
      ru: {
        title: 'Защищённые соединения просматривает другая программа',
        reason:
          'Антивирус или сетевой фильтр подставляет свой сертификат вместо сертификата сервера, и УТМ такому соединению не верит.',
        steps: [
          'Добавьте УТМ (папку C:\\UTM) в исключения проверки защищённых соединений. Выключать антивирус не нужно.',
          'Если фильтр стоит в сети, попросите того, кто её настраивал.',
        ],
      },
      en: {
        title: 'Another program looks into secure connections',
        reason:
          'An antivirus or a network filter puts its own certificate in place of the server’s, and the UTM does not trust such a connection.',
        steps: [
          'Add the UTM (the folder C:\\UTM) to the exceptions of the check of secure connections. There is no need to switch the antivirus off.',
          'If the filter is in the network, ask whoever set it up.',
        ],
      },
    },
  },
  {
    id: 'machine/no-internet',
    codes: ['finding:network/unreachable'],
    messages: [
      'java.net.UnknownHostException',
      'java.net.SocketTimeoutException: connect timed out',
      'ERR_INTERNET_DISCONNECTED',
      'DNS_PROBE_FINISHED_NXDOMAIN',
    ],
    actions: ['check-again'],
    confidence: 'inferred',
    source: null,
    texts: {
      ru: {
        title: 'Нет связи с интернетом',
        reason: 'Без неё УТМ не получит ключ и не обменяется документами с ЕГАИС.',
        steps: [
          'Откройте в браузере любой сайт. Если не открывается ни один, проверьте кабель, роутер и оплату.',
          'Если открывается, а УТМ связи не видит, проверьте прокси и сетевой экран.',
        ],
      },
      en: {
        title: 'There is no internet connection',
        reason: 'Without it the UTM gets no key and exchanges no documents with EGAIS.',
        steps: [
          'Open any site in a browser. If none opens, check the cable, the router and the bill.',
          'If sites open and the UTM has no connection, check the proxy and the firewall.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
