import type { Shopside } from 'shopside'
import { addToLines, countPieces, setQuantity, type Addable, type BasketLine } from '../shop/basket.ts'
import type { OwnRecord } from './ownRecord.ts'

/** The shop's own basket: kept by the shop, told to Shopside after every change. */
export interface Basket {
  lines(): readonly BasketLine[]
  /** @throws Error "Sold out" when one of them is; then nothing is put in */
  add(items: readonly Addable[]): void
  /** 0 takes the line out. */
  setQuantity(itemId: string, quantity: number): void
  empty(): void
  isSoldOut(itemId: string): boolean
  onChange(listener: () => void): () => void
}

/**
 * Makes the basket.
 *
 * @param shop asked late, because the basket is one of the options it is made with
 */
export function createBasket(record: OwnRecord, shop: () => Shopside): Basket {
  let told = JSON.stringify(record.get().lines)
  record.onChange(() => {
    const lines = JSON.stringify(record.get().lines)
    if (lines === told) return
    told = lines
    void shop().cart.set(record.get().lines, 'GBP')
  })

  const isSoldOut = (itemId: string): boolean => record.get().soldOut.includes(itemId)
  const write = (change: (lines: readonly BasketLine[]) => BasketLine[]): void =>
    record.change(now => ({ ...now, lines: change(now.lines) }))

  return {
    lines: () => record.get().lines,
    add(items) {
      if (items.some(item => isSoldOut(item.item_id))) throw new Error('Sold out')
      write(lines => addToLines(lines, items))
    },
    setQuantity: (itemId, quantity) => write(lines => setQuantity(lines, itemId, quantity)),
    empty: () => write(() => []),
    isSoldOut,
    onChange: listener => record.onChange(listener),
  }
}

/** Keeps the number in the header true. */
export function showCount(basket: Basket): void {
  const element = document.getElementById('basket-count')
  if (!element) return
  const show = (): void => {
    element.textContent = String(countPieces(basket.lines()))
  }
  basket.onChange(show)
  show()
}
