import type { ReadonlySignal } from '@preact/signals-core'
import type { Cart, Model, Profile, RecommendInput } from '@shopside/engine'
import type { PageContext } from './pageContext.ts'

/** Everything that a ranking may look at, as it stands now. What is unknown is absent. */
export function rankingInput(
  now: number, context: PageContext, profile: ReadonlySignal<Profile | undefined>, model: ReadonlySignal<Model | undefined>,
  cart: ReadonlySignal<Cart | undefined>,
): RecommendInput {
  const input: RecommendInput = { now, page: {}, notForMe: context.notForMe }
  const item = context.item()
  if (item !== undefined) input.page = { item }
  const known = { profile: profile.peek(), model: model.peek(), cart: cart.peek(), currency: context.currency() }
  if (known.profile !== undefined) input.profile = known.profile
  if (known.model !== undefined) input.model = known.model
  if (known.cart !== undefined) input.cart = known.cart
  if (known.currency !== undefined) input.currency = known.currency
  return input
}
