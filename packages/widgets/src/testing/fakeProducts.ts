import type { Product, Reason, Recommendation } from '@shopside/engine'
import { fakeNow } from './fakeClient.ts'

/** A product called `title`, priced yesterday in pounds. */
export function fakeProduct(itemId: string, title: string, overrides: Partial<Product> = {}): Product {
  return {
    itemId, groupId: `g-${itemId}`, title, price: 12.75, priceAt: fakeNow - 86_400_000, currency: 'GBP',
    url: `/product/${itemId}`, imageUrl: `/picture/${itemId}.svg`, available: true, isNew: false, ...overrides,
  }
}

/** A card for a product, popular unless told otherwise. */
export function fakeCard(product: Product, overrides: Partial<Recommendation> = {}): Recommendation {
  const reason: Reason = overrides.reason ?? { kind: 'popular' }
  return { item: product, score: 1, reason, reasons: [reason], strategy: 'popular', twins: [], ...overrides }
}

const titles = [
  'Regency Cakestand Three Tier', 'Pantry Cake Tins Set of Three', 'Jam Making Set with Jars', 'Red Retrospot Peg Bag',
  'Hanging Heart T-Light Holder', 'Doormat Union Flag', 'Lunch Box Woodland', 'Bakelike Alarm Clock',
  'Sixty Fairy Cake Cases', 'Paper Chain Kit Fifties Christmas', 'Rose Regency Teacup and Saucer', 'Wooden Picture Frame',
]

/** `count` cards that differ; ids start at `first`. */
export function fakeCards(count: number, overrides: Partial<Recommendation> = {}, first: number = 0): Recommendation[] {
  return Array.from({ length: count }, (_, place) => {
    const number = first + place
    return fakeCard(fakeProduct(`p${number}`, titles[number % titles.length]!, { price: 1.25 + number }), overrides)
  })
}
