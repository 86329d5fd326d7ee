import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { type ProxySettings, readProxySettings } from '../../questions/proxy-settings.ts';

const conclude = outcomesOf('proxy', { none: ['ok'], server: ['info'], script: ['info'] });

/** A proxy is no fault, but the UTM has to be told of it: it does not read the settings of the system. */
export function proxyRule({ server, script }: ProxySettings): Finding {
  const raw = { server, script };
  if (server !== null) return conclude('server', raw, { server });
  return script === null ? conclude('none', raw) : conclude('script', raw, { script });
}

export const proxy = defineCheck({ id: 'proxy', probe: readProxySettings, rule: proxyRule });
