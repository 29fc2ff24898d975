import type { PurchaseMark } from '../../profile/profile.ts'
import type { Preset } from '../preset.ts'
import { sayTrait } from '../trait.ts'

/** One big order may be a wedding; two are a way of buying. */
const fewestOrders = 2
/** Much money for so few products is many of each. */
const fewProducts = 3
/** Facts that only a business declares. */
const businessFacts = ['company', 'company_name', 'vat_id', 'tax_id']

/**
 * Bulk or corporate buyer: declared a company or a tax id; or at least two orders as big as the store's biggest twentieth, by
 * units per line, or dearer than its dearest twentieth begins, with at most three products.
 */
export const bulkBuyer: Preset = known => {
  const { profile: { declared = {} }, norms: { currency }, marks, say } = known
  const { bulkUnitsPerLine: atLeast, bulkOrderValue = Infinity } = known.lifecycle
  const told = businessFacts.find(name => Object.hasOwn(declared, name))
  if (told) {
    say('bulk-buyer', declared[told]!.at, [{ kind: 'declared', name: told }])
    return undefined
  }
  const isMany = ({ units, lines }: PurchaseMark): boolean => lines > 0 && units >= atLeast * lines
  const isDear = ({ value = 0, currency: own = currency, lines }: PurchaseMark): boolean =>
    lines <= fewProducts && value > bulkOrderValue && own === currency
  const big = (orders: number): PurchaseMark[] => marks.slice(0, orders).filter(mark => isMany(mark) || isDear(mark))
  return sayTrait({
    id: 'bulk-buyer',
    holds: ({ orders }) => big(orders).length >= fewestOrders,
    because({ orders }) {
      const all = big(orders)
      const many = all.filter(isMany)
      let units = 0
      for (const mark of many) units += mark.units / mark.lines
      return many.length > 0
        ? [{ kind: 'units-per-line', units: Math.round(units / many.length), atLeast, orders: many.length }]
        : [{ kind: 'big-orders', orders: all.length, atLeast: bulkOrderValue, ...(currency !== undefined && { currency }) }]
    },
  }, known)
}
