/** One line of the shop's basket: what the shop must know to show it again without asking anybody. */
export interface BasketLine {
  item_id: string
  item_group_id?: string
  item_name: string
  item_variant?: string
  item_category?: string
  /** Pounds each, when it was put in; absent when whoever put it in did not know. */
  price?: number
  /** Whole, 1 to `maxQuantity`. */
  quantity: number
  url: string
  image_url: string
}

/** What may be put in: an item as a page or a widget names it. */
export interface Addable {
  item_id: string
  item_group_id?: string
  item_name?: string
  item_variant?: string
  item_category?: string
  price?: number
  quantity?: number
  url?: string
  image_url?: string
}

/** More of one thing than anybody carries home. */
export const maxQuantity = 9999

/** Lines with the items put in: quantities of the same item add up, new ones stand at the end. */
export function addToLines(lines: readonly BasketLine[], items: readonly Addable[]): BasketLine[] {
  const next = lines.map(line => ({ ...line }))
  for (const item of items) {
    const quantity = toQuantity(item.quantity ?? 1)
    const known = next.find(line => line.item_id === item.item_id)
    if (known) known.quantity = toQuantity(known.quantity + quantity)
    else next.push(toLine(item, quantity))
  }
  return next
}

/** Lines with one item's quantity set; 0 takes the line out. */
export function setQuantity(lines: readonly BasketLine[], itemId: string, quantity: number): BasketLine[] {
  if (quantity <= 0) return lines.filter(line => line.item_id !== itemId)
  return lines.map(line => (line.item_id === itemId ? { ...line, quantity: toQuantity(quantity) } : line))
}

/** Number of pieces, as the header shows it. */
export function countPieces(lines: readonly BasketLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** Reads lines out of storage, where anything may stand: what is no line is left out. */
export function readLines(value: unknown): BasketLine[] {
  if (!Array.isArray(value)) return []
  const lines: BasketLine[] = []
  for (const entry of value as unknown[]) {
    if (typeof entry !== 'object' || entry === null) continue
    const { item_id, item_name, price, quantity, ...rest } = entry as Partial<Record<keyof BasketLine, unknown>>
    if (typeof item_id !== 'string' || item_id === '' || lines.some(line => line.item_id === item_id)) continue
    lines.push(toLine({
      item_id,
      ...(typeof item_name === 'string' && { item_name }),
      ...(typeof price === 'number' && price >= 0 && Number.isFinite(price) && { price }),
      ...texts(rest),
    }, toQuantity(typeof quantity === 'number' ? quantity : 1)))
  }
  return lines
}

function toLine(item: Addable, quantity: number): BasketLine {
  const slug = encodeURIComponent(item.item_id.toLowerCase())
  return {
    item_id: item.item_id,
    ...(item.item_group_id !== undefined && { item_group_id: item.item_group_id }),
    item_name: item.item_name ?? `Item ${item.item_id}`,
    ...(item.item_variant !== undefined && { item_variant: item.item_variant }),
    ...(item.item_category !== undefined && { item_category: item.item_category }),
    ...(item.price !== undefined && { price: item.price }),
    quantity,
    // a widget may know neither; the shop's addresses follow from the id
    url: ownPath(item.url) ?? `/product/${slug}`,
    image_url: ownPath(item.image_url) ?? `/pictures/${slug}.svg`,
  }
}

function texts(rest: Partial<Record<keyof BasketLine, unknown>>): Partial<Addable> {
  const found: Partial<Addable> = {}
  for (const name of ['item_group_id', 'item_variant', 'item_category', 'url', 'image_url'] as const) {
    const value = rest[name]
    if (typeof value === 'string') found[name] = value
  }
  return found
}

/**
 * The path of an address of this shop, without its query. Storage can be written by anybody at this browser: nothing leads
 * elsewhere.
 */
function ownPath(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address, 'http://shop.invalid')) return undefined
  const { origin, pathname } = new URL(address, 'http://shop.invalid')
  return origin === 'http://shop.invalid' && !pathname.startsWith('//') ? pathname : undefined
}

function toQuantity(quantity: number): number {
  return Math.min(maxQuantity, Math.max(1, Math.floor(quantity) || 1))
}
