import type { Profile } from 'shopside'
import { toShopTime } from '../shop/toShopTime.ts'

/** Names shown of one sort. */
const shownNames = 5

/** What a profile holds, in plain sentences with true counts; nothing is said of what is not there. */
export function rememberedFacts(profile: Profile): string[] {
  const memories = Object.values(profile.items)
  const views = memories.reduce((sum, { views: times }) => sum + times, 0)
  const seen = memories.filter(memory => memory.views > 0)
  const facts: string[] = []
  if (profile.visits > 0) facts.push(`${count(profile.visits, 'visit')}${profile.firstAt === undefined ? '' : `, the first on ${toShopTime(profile.firstAt)}`}.`)
  if (views > 0) {
    const most = [...seen].sort((a, b) => b.views - a.views).slice(0, shownNames)
    facts.push(`${count(views, 'look')} at ${count(seen.length, 'thing')}: ${most.map(({ item, views: times }) => `${item.item_name ?? item.item_id} (${times})`).join(', ')}${seen.length > shownNames ? ' and others' : ''}.`)
  }
  if (profile.cart.lines.length > 0) facts.push(`A basket of ${count(profile.cart.lines.length, 'line')}.`)
  if (profile.orders.length > 0) facts.push(`${count(profile.orders.length, 'order')}: ${count(profile.orderedUnits, 'piece')} on ${count(profile.purchaseDays, 'day')}.`)
  if (profile.searches.length > 0) {
    facts.push(`Searches: ${[...new Set(profile.searches.map(({ term }) => term))].slice(-shownNames).join(', ')}.`)
  }
  const refused = Object.keys(profile.notForMe)
  if (refused.length > 0) {
    facts.push(`“Not for me”: ${refused.slice(0, shownNames).map(id => profile.items[id]?.item.item_name ?? id).join(', ')}.`)
  }
  return facts
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`
}
