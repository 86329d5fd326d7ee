import type { AppletKind, Device } from '../../../shared/domain/token.ts';

type FactoryProduct = 'jacarta-se-gost' | 'jacarta-2-gost' | 'jacarta-pki' | 'rutoken';

export interface FactoryPin {
  readonly product: FactoryProduct;
  readonly pin: string;
  /** It is known to be this very token's product. */
  readonly thisToken: boolean;
}

/**
 * PINs as the manufacturers publish them, shown on request and never entered by the program. ГОСТ of JaCarta-2 SE:
 * Aladdin's knowledge base (KB0085) and the agency's instructions; the same two numbers mean the opposite on a plain
 * JaCarta-2 ГОСТ, so both stand side by side. Рутокен: dev.rutoken.ru.
 */
export function factoryPins(device: Pick<Device, 'family' | 'name'>, applet: AppletKind): readonly FactoryPin[] {
  if (device.family === 'rutoken') return [{ product: 'rutoken', pin: '12345678', thisToken: true }];
  if (device.family !== 'jacarta') return [];
  if (applet === 'pki') return [{ product: 'jacarta-pki', pin: '11111111', thisToken: true }];
  const isSe = /\bSE\b/.test(device.name);
  return [
    { product: 'jacarta-se-gost', pin: '0987654321', thisToken: isSe },
    { product: 'jacarta-2-gost', pin: '1234567890', thisToken: false },
  ];
}
