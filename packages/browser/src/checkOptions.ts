import { toCurrency } from '@shopside/engine/boundary'
import type { ShopsideOptions } from './options.ts'
import { ShopsideError } from './shopsideError.ts'

const consents = /^(required|granted|auto|google|shopify|cookiebot|onetrust|wordpress)$/

/** Refuses options that cannot work, at once and with the remedy: this is the one place that throws at its caller. */
export function checkOptions({ currency, shop = 'shop', model = '/', consent = 'required' }: ShopsideOptions): void {
  const asked = typeof consent === 'object' ? consent?.source : consent
  if (currency !== undefined && !toCurrency(currency)) refuse('currency', currency, 'Give an ISO 4217 code such as "GBP"')
  if (!/^[a-z\d-]{1,40}$/i.test(shop)) refuse('shop', shop, 'Use letters, digits and "-", at most 40')
  if (!model.endsWith('/')) refuse('model', model, 'Give the folder that "shopside build" wrote, ending in "/"')
  if (!consents.test(asked)) refuse('consent', asked, 'Use "required", "granted", "auto" or the name of a consent tool')
}

function refuse(name: string, value: unknown, remedy: string): never {
  throw new ShopsideError(`option-${name}`, `option "${name}" is "${value}". ${remedy}`)
}
