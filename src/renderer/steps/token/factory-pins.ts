import type { AppletKind, Device } from '../../../shared/domain/token.ts';

type FactoryProduct = 'jacarta-se-gost' | 'jacarta-2-gost' | 'jacarta-pki' | 'rutoken';

/** Whose PIN is meant: the user's, or the administrator's that unblocks and prepares. */
export type PinOwner = 'user' | 'admin';

export interface FactoryPin {
  readonly product: FactoryProduct;
  readonly pin: string;
  /** It is known to be this very token's product. */
  readonly thisToken: boolean;
}

/**
 * PINs as the manufacturers publish them. ГОСТ of JaCarta-2 SE: Aladdin's knowledge base (KB0085) and the agency's
 * instructions; the same two numbers mean the opposite on a plain JaCarta-2 ГОСТ, which has no administrator's PIN.
 * Рутокен: dev.rutoken.ru.
 */
const published: Record<FactoryProduct, Readonly<Record<PinOwner, string | null>>> = {
  'jacarta-se-gost': { user: '0987654321', admin: '1234567890' },
  'jacarta-2-gost': { user: '1234567890', admin: null },
  'jacarta-pki': { user: '11111111', admin: '00000000' },
  rutoken: { user: '12345678', admin: '87654321' },
};

function productsOf(device: Pick<Device, 'family' | 'name'>, applet: AppletKind) {
  if (device.family === 'rutoken') return [{ product: 'rutoken', thisToken: true }] as const;
  if (device.family !== 'jacarta') return [];
  if (applet === 'pki') return [{ product: 'jacarta-pki', thisToken: true }] as const;
  return [
    { product: 'jacarta-se-gost', thisToken: /\bSE\b/.test(device.name) },
    { product: 'jacarta-2-gost', thisToken: false },
  ] as const;
}

/** The published PINs that may fit, shown on request and never entered by the program. */
export const factoryPins = (
  device: Pick<Device, 'family' | 'name'>,
  applet: AppletKind,
  owner: PinOwner,
): readonly FactoryPin[] =>
  productsOf(device, applet).flatMap(({ product, thisToken }) => {
    const pin = published[product][owner];
    return pin === null ? [] : [{ product, pin, thisToken }];
  });
