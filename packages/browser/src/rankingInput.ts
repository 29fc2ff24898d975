import type { ReadonlySignal } from '@preact/signals-core'
import type { Cart, Model, Profile, RecommendInput } from '@shopside/engine'
import type { PageContext } from './pageContext.ts'

/** Everything that a ranking may look at, as it stands now. What is unknown is absent. */
export function rankingInput(
  now: number, context: PageContext, profile: ReadonlySignal<Profile | undefined>, model: ReadonlySignal<Model | undefined>,
  cart: ReadonlySignal<Cart | undefined>, market?: string,
): RecommendInput {
  // No prototypes: what is absent must not be read from what a page has added to them.
  const page = Object.create(null) as RecommendInput['page']
  const input: RecommendInput = Object.assign(Object.create(null), { now, page, notForMe: context.notForMe })
  const item = context.item()
  if (item !== undefined) input.page.item = item
  const known = { profile: profile.peek(), model: model.peek(), cart: cart.peek(), currency: context.currency(), market }
  if (known.profile !== undefined) input.profile = known.profile
  if (known.model !== undefined) input.model = known.model
  if (known.cart !== undefined) input.cart = known.cart
  if (known.currency !== undefined) input.currency = known.currency
  if (known.market !== undefined) input.market = known.market
  return input
}
