import type { RecommendRequest } from '@shopside/engine'
import { moreStrategies } from '../messages/en/moreStrategies.ts'
import { recommendations } from '../messages/en/recommendations.ts'
import { readAmount } from '../readAttribute.ts'

const amounts = ['free-shipping-from', 'min-price', 'max-price', 'diversity'] as const
const heading = 'heading.'

/**
 * Reads what only some rows have: a strategy beyond the core ones, and the attributes `items`, `free-shipping-from`, `category`,
 * `min-price`, `max-price` and `diversity`, into the request.
 *
 * @returns a sentence that names what is wrong and the remedy; undefined when nothing is
 */
export function readMore(element: Element, wanted: RecommendRequest): string | undefined {
  const { strategy } = wanted
  const strategies = Object.keys(
    { ...recommendations, ...moreStrategies },
  ).filter(key => key.startsWith(heading)).map(key => key.slice(heading.length))
  if (!strategies.includes(strategy)) return `attribute strategy="${strategy}" is not known: use ${strategies.join(', ')}`

  const text = (name: string): string => element.getAttribute(name)?.trim() ?? ''
  const [freeFrom, min, max, diversity] = amounts.map(name => readAmount(element, name))
  const wrong = amounts.find(name => readAmount(element, name) === null)
  if (wrong) return `attribute ${wrong}="${text(wrong)}" is no amount: use a number such as 40 or 12.50`
  if (typeof diversity === 'number' && diversity > 1) {
    return `attribute diversity="${text('diversity')}" is too much: use 0 to 1, such as 0.3`
  }
  if (freeFrom) wanted.freeShippingFrom = freeFrom
  if (strategy === 'free-shipping-gap' && !freeFrom) {
    return 'attribute free-shipping-from is missing: set the basket value from which delivery is free, such as 40'
  }
  const items = text('items').split(',').map(id => id.trim()).filter(id => id !== '')
  if (items.length > 0) wanted.itemIds = items
  else if (strategy === 'hand-picked') return 'attribute items is missing: set the SKUs to show, with commas between'

  const category = text('category')
  const price = { ...(typeof min === 'number' && { min }), ...(typeof max === 'number' && { max }) }
  const include = { ...(category && { categories: [category] }), ...(Object.keys(price).length > 0 && { price }) }
  const rules = { ...(Object.keys(include).length > 0 && { include }), ...(typeof diversity === 'number' && { diversity }) }
  if (Object.keys(rules).length > 0) wanted.rules = rules
  return undefined
}
