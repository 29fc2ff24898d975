import type { Model } from '../model/model.ts'
import type { Product } from '../product.ts'
import type { ItemMemory } from '../profile/profile.ts'
import { defined } from './defined.ts'
import type { RankContext } from './rankContext.ts'
import type { Reason, Recommendation, StrategyName, Twin } from './recommendation.ts'
import { sayPrice } from './sayPrice.ts'
import { toProduct } from './toProduct.ts'

/** The row while it is filled: it lets in only what may be shown, and each product once. */
export interface Shelf {
  readonly cards: Recommendation[]
  isFull(): boolean
  /** True when this item may be the next card. */
  isOpen(index: number): boolean
  /** Keeps a whole product off this row. */
  skip(index: number): void
  /** Draws an open item as the next card, unless its group turns out to be excluded. */
  place(index: number, score: number, strategy: StrategyName, reasons: Reason[]): void
  /** Draws an item of the shopper's own, if it may be shown: by the model when there is one, else by what pages said of it. */
  placeOwn(memory: ItemMemory, score: number, strategy: StrategyName, reason: Reason): void
}

/** The most popular hundredth of a shop, ten items at least, is what "popular" means on a card chosen for something else. */
const popularShare = 0.01

/**
 * An empty row of `limit` places.
 * @param kindCap cards of one kind at most; items without a kind are not limited
 * @param barredKinds kinds not to show at all
 */
export function createShelf(context: RankContext, kindCap: number = Infinity, barredKinds: readonly number[] = []): Shelf {
  const { model, limit, blocked, blockedIds, gate, input, request } = context
  const taken = new Set<number | string>()
  const kinds = new Map<number, number>()
  for (const kind of barredKinds) if (kind !== 0) kinds.set(kind, kindCap)
  const cards: Recommendation[] = []

  const draw = (item: Product, score: number, strategy: StrategyName, reasons: Reason[], twins: Twin[]): void => {
    if (blockedIds.has(item.itemId) || blockedIds.has(item.groupId)) return
    sayPrice(item, input, request)
    cards.push({ item, score, reason: reasons[0]!, reasons: reasons.slice(0, 3), strategy, twins })
  }

  const shelf: Shelf = {
    cards,
    isFull: () => cards.length >= limit,
    isOpen(index) {
      return !blocked.has(index) && !taken.has(model.group(index)) && context.isSold(index)
        && !(kinds.get(model.kind(index))! >= kindCap) && gate?.allows(index) !== false
    },
    skip(index) {
      taken.add(model.group(index))
    },
    place(index, score, strategy, reasons) {
      shelf.skip(index)
      const before = cards.length
      const item = { ...model.product(index) }
      for (const trait of ownTraits(model, index, item)) if (trait.kind !== reasons[0]!.kind) reasons.push(trait)
      item.available = context.isInStock(index)
      draw(item, score, strategy, reasons, twinsOf(context, index))
      const kind = model.kind(index)
      if (kind !== 0 && cards.length > before) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    },
    placeOwn(memory, score, strategy, reason) {
      // An item that the catalogue does not have is not on sale, as far as anybody knows.
      if (input.model) {
        const index = context.board.indexOf(memory.item.item_id)
        if (index >= 0 && shelf.isOpen(index)) shelf.place(index, score, strategy, [reason])
        return
      }
      const product = toProduct(memory)
      product.available = input.live?.get(product.itemId)?.available ?? product.available
      const isWanted = (product.available || request.allowSoldOut === true) && gate?.allowsProduct(product) !== false
      if (isWanted && !taken.has(product.groupId)) draw(product, score, strategy, [reason], [])
      taken.add(product.groupId)
    },
  }
  return shelf
}

/** What is true of the item itself, whoever looks at it: new, popular. */
export function ownTraits(model: Model, index: number, { isNew, category }: Product = model.product(index)): Reason[] {
  const traits: Reason[] = isNew ? [defined<Reason>({ kind: 'new', category })] : []
  const popularRanks = Math.min(model.popularKnown, Math.max(10, model.size * popularShare))
  if (model.popularRank(index) < popularRanks) traits.push({ kind: 'popular' })
  return traits
}

/** The other colours of a product that can be bought here. */
function twinsOf({ model, isInStock, isSold }: RankContext, index: number): Twin[] {
  const twins: Twin[] = []
  for (const other of model.twins(index)) {
    if (other === index || !isInStock(other) || !isSold(other)) continue
    const { itemId, colour, url } = model.product(other)
    twins.push(defined<Twin>({ itemId, colour, url }))
  }
  return twins
}
