import type { CartLine, Model, Profile } from '@shopside/engine'
import { fakeNow, fakeProfile, type FakeClient } from './fakeClient.ts'
import { fakeProduct } from './fakeProducts.ts'

const dayMs = 86_400_000

/** A shopper who left `count` things in the basket two days ago (a Thursday) and comes back to an empty one. */
export function leaveBasket(client: FakeClient, count: number, overrides: Partial<Profile> = {}): CartLine[] {
  const at = fakeNow - 2 * dayMs
  const lines = Array.from({ length: count }, (_, place): CartLine => ({
    item_id: `p${place}`, item_name: `Thing ${place}`, image_url: `/picture/${place}.svg`, quantity: 1, price: 5, addedAt: at,
  }))
  for (const line of lines) {
    client.answers.products.set(line.item_id, fakeProduct(line.item_id, line.item_name!, { price: 5 }))
  }
  client.cartNow.value = { lines: [], currency: 'GBP', changedAt: at, source: 'snapshot' }
  client.profileNow.value = fakeProfile({ visits: 3, lastAt: at, rememberedCart: { lines, currency: 'GBP', at }, ...overrides })
  return lines
}

/** A model that knows the client's products; ids in `soldOut` are not available. */
export function modelOf(client: FakeClient, soldOut: readonly string[] = []): Model {
  const ids = [...client.answers.products.keys()]
  return {
    asOf: fakeNow - dayMs, indexOf: (id: string) => ids.indexOf(id), available: (index: number) => !soldOut.includes(ids[index]!),
    product: (index: number) => client.answers.products.get(ids[index]!)!,
  } as unknown as Model
}
