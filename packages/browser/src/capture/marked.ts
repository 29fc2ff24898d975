import type { Item } from '@shopside/engine'
import { toCurrency, toId, toItems, toPrice, toText, type Origin } from '@shopside/engine/boundary'
import { readJson, toMarked } from './markedItem.ts'
import type { Detector, SeenCart, SeenOrder, SeenProduct, Sighting } from './sighting.ts'

/** Cards read of one page. */
const maxElements = 500

/**
 * What the shop has marked with `data-shopside-product`, `-list`, `-cart` and `-order`. Of baskets the first that can be read
 * counts: a page shows one basket in several places. One marked product outside a list is the page's own; several are a list
 * without a name.
 */
export const marked: Detector = (document, origin) => {
  const problems = new Set<string>()
  try {
    const sighting: Sighting = { source: 'marked' }
    const elements = (name: string): Element[] => [...document.querySelectorAll(`[data-shopside-${name}]`)].slice(0, maxElements)
    const products = elements('product').flatMap(element => {
      const seen = toMarked(element, 'data-shopside-product', origin, () => problems.add('marked-product-json'))
      return seen ? [{ seen, list: element.closest('[data-shopside-list]') }] : []
    })
    const loose = new Map(products.filter(({ list }) => list === null).map(({ seen }) => [seen.item.item_id, seen]))
    const [only] = loose.size === 1 ? loose.values() : []
    const frame = elements('list').find(list => products.some(product => product.list === list))
    const cards = frame ? products.filter(({ list }) => list === frame).map(({ seen }) => seen) : [...loose.values()]
    if (only) sighting.product = only
    else if (cards.length > 0) {
      const name = toText(frame?.getAttribute('data-shopside-list'), 100)
      sighting.list = { items: cards.map(toCard), name }
    }
    const [cart] = elements('cart').flatMap(element => readCart(element, origin, code => problems.add(code)) ?? [])
    if (cart) sighting.cart = cart
    const failOrder = (): unknown => problems.add('marked-order-json')
    const [order] = elements('order').flatMap(element => readOrder(element, origin, failOrder) ?? [])
    if (order) sighting.order = order
    return [...(Object.keys(sighting).length > 1 ? [sighting] : []), ...toProblems(problems)]
  } catch {
    // A page may have put anything in the place of what we call. It is its page.
    return toProblems(problems.add('marked-failed'))
  }
}

function toProblems(problems: Set<string>): Sighting[] {
  return [...problems].map(problem => ({ source: 'marked', problem }))
}

function toCard({ item }: SeenProduct, index: number): Item {
  return { ...item, item_id: item.item_id!, index }
}

/**
 * The basket on one element: an array of lines, or `{ lines | items, currency, token }`. An empty array is an empty basket;
 * anything that cannot be read, a line without an id or a 201st line too, is no basket at all: reading less than there is would
 * take items out.
 */
export function readCart(element: Element, origin: Origin, fail: (code: string) => void): SeenCart | undefined {
  const json = readJson(element, 'data-shopside-cart', () => fail('marked-cart-json'))
  if (json === undefined) return undefined
  const own = ownOf(Array.isArray(json) ? { lines: json } : json)
  const said = own('lines') ?? own('items')
  // A line of none is how some shops say that it has gone.
  const given = bare(said).filter(({ quantity }) => Number(quantity ?? 1) !== 0)
  const lines = toItems(given, origin)
  if (!Array.isArray(said) || lines.length !== given.length) {
    fail('marked-cart-json')
    return undefined
  }
  const currency = toCurrency(own('currency') ?? element.getAttribute('data-shopside-currency'))
  return { lines, currency, token: toId(own('token')) }
}

function readOrder(element: Element, origin: Origin, fail: () => void): SeenOrder | undefined {
  const json = readJson(element, 'data-shopside-order', fail)
  if (json === undefined) return undefined
  const own = ownOf(json)
  const id = toId(own('transaction_id'))
  if (id === undefined) {
    fail()
    return undefined
  }
  return { id, items: toItems(bare(own('items')), origin), currency: toCurrency(own('currency')), value: toPrice(own('value')) }
}

/** Lines without a prototype: what a page has added to Object.prototype is no field of theirs. */
function bare(lines: unknown): Record<string, unknown>[] {
  return Array.isArray(lines) ? lines.map((line: unknown) => ({ __proto__: null, ...(line as object) })) : []
}

/** The same for one record of parsed JSON. */
function ownOf(json: unknown): (name: string) => unknown {
  return name => (json != null && Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : undefined)
}
