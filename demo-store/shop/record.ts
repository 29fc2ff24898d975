import { readLines, type BasketLine } from './basket.ts'

/** The shop's own record in this browser, under one key: basket and clock, and what the panel changed. */
export interface ShopRecord {
  lines: BasketLine[]
  clock: {
    /** The shop's time minus the computer's, in ms. */
    offsetMs: number
  }
  /** Orders placed here, newest last, at most `maxPlaced`: what a shop's own server would know. */
  placed: PlacedOrder[]
  /** Item ids that the panel has sold out. */
  soldOut: string[]
  /** Tasks of "Try this" that were seen done. */
  tried: string[]
  /** Whom one is, by the panel: a customer number or `stranger`; absent is oneself. */
  as?: string
  /** One's own basket, put away while being somebody else. */
  own?: BasketLine[]
}

export interface PlacedOrder {
  id: string
  lines: BasketLine[]
}

/** Orders kept in the record. */
export const maxPlaced = 5

/** Reads the record out of storage, where anything may stand; undefined when there is none. */
export function readRecord(text: string | null): ShopRecord | undefined {
  const value = parse(text)
  if (typeof value !== 'object' || value === null) return undefined
  const { lines, clock, placed, soldOut, tried, as, own } = value as Partial<Record<keyof ShopRecord, unknown>>
  const offsetMs = (clock as { offsetMs?: unknown } | undefined)?.offsetMs
  if (typeof offsetMs !== 'number' || !Number.isFinite(offsetMs)) return undefined
  return {
    lines: readLines(lines),
    clock: { offsetMs },
    placed: readPlaced(placed),
    soldOut: readTexts(soldOut),
    tried: readTexts(tried),
    ...(typeof as === 'string' && /^[a-z0-9]{1,16}$/.test(as) && { as }),
    ...(own !== undefined && { own: readLines(own) }),
  }
}

/** The record of somebody else: their basket is empty, one's own is put away. `undefined` is oneself again. */
export function toSomebody(record: ShopRecord, as: string | undefined): ShopRecord {
  const { as: was, own, ...rest } = record
  if (was === as) return record
  const mine = was === undefined ? record.lines : (own ?? [])
  if (as === undefined) return { ...rest, lines: mine }
  return { ...rest, lines: [], as, own: mine }
}

function readPlaced(value: unknown): PlacedOrder[] {
  if (!Array.isArray(value)) return []
  const orders: PlacedOrder[] = []
  for (const entry of value as unknown[]) {
    const { id, lines } = (entry ?? {}) as { id?: unknown; lines?: unknown }
    if (typeof id === 'string') orders.push({ id, lines: readLines(lines) })
  }
  return orders.slice(-maxPlaced)
}

function readTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : []
}

function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    // somebody else's words under our key: as if there were none
    return undefined
  }
}
