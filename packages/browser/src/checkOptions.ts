import { toCurrency } from '@shopside/engine/boundary'
import type { ShopsideOptions } from './client.ts'
import { ShopsideError } from './shopsideError.ts'

/** Refuses options that cannot work, at once and with the remedy: this is the one place that throws at its caller. */
export function checkOptions(options: ShopsideOptions): void {
  const { currency, shop, model, consent } = options
  if (currency !== undefined && toCurrency(currency) === undefined) {
    throw new ShopsideError('option-currency', `option "currency" is "${currency}". Give an ISO 4217 code such as "GBP"`)
  }
  if (shop !== undefined && !/^[a-z\d-]{1,40}$/i.test(shop)) {
    throw new ShopsideError('option-shop', `option "shop" is "${shop}". Use letters, digits and "-", at most 40`)
  }
  if (model !== undefined && !model.endsWith('/')) {
    throw new ShopsideError('option-model', `option "model" is "${model}". Give the folder that "shopside build" wrote, ending in "/"`)
  }
  const asked = typeof consent === 'object' ? consent?.source : consent ?? 'required'
  if (!/^(required|granted|auto|google|shopify|cookiebot|onetrust|wordpress)$/.test(asked)) {
    throw new ShopsideError('option-consent', `option "consent" is "${asked}". Use "required", "granted", "auto" or the name of a consent tool`)
  }
}
