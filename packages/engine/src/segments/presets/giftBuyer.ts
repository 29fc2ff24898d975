import { recall } from '../../profile/recall.ts'
import type { Item } from '../../item.ts'
import type { Known, Preset } from '../preset.ts'

/** At least two orders with a gift in them, and half of all. */
const fewestOrders = 2
const leastShare = 0.5
/** English, as the shop's words are: gift, gifts, gift-wrap. A shop with other words writes a rule. */
const giftWord = /\bgifts?\b/i

/** Gift buyer: half of the orders (the newest 50), two at least, hold something that its page or the catalogue calls a gift. */
export const giftBuyer: Preset = known => {
  let since: number | undefined
  let [orders, of] = [0, 0]
  for (const { at, items } of known.profile.orders) {
    of++
    if (items.some(item => isGift(item, known))) orders++
    if (orders < fewestOrders || orders < leastShare * of) since = undefined
    else since ??= at
  }
  if (since !== undefined) known.say('gift-buyer', since, [{ kind: 'gifts', orders, of }])
  return undefined
}

function isGift({ item_id: id, item_name: name }: Item, { profile, attributesOf }: Known): boolean {
  const memory = recall(profile, id)
  const { category, kind, label } = memory ? attributesOf(id, memory) : {}
  return giftWord.test([name, memory?.item.item_name, category, kind, label].join())
}
