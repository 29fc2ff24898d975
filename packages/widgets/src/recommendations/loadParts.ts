import type { FunctionComponent } from 'preact'
import type { Recommendation, RecommendRequest } from '@shopside/engine'
import { loadTwice, type Client } from '@shopside/browser'
import type { WidgetState } from '../element.ts'
import type { MoreReasonWords } from '../format/reasonWords.tsx'
import type { Message } from '../messages/message.ts'
import type { Truth } from './foldsNow.ts'
import type { RowRequest } from './readRequest.ts'
import type { Fold, Layout, Row } from './row.ts'

/** A view that is loaded for the rows that need it, with its styles and words. */
export interface RowPart<Props> {
  View: FunctionComponent<Props>
  css: string
  messages: Readonly<Record<string, Message>>
}

/** What a row has beside cards in a grid. */
export interface RowParts {
  bundle?: RowPart<{ row: Row }>
  rail?: RowPart<{ list: { current: HTMLElement | null } }>
  again?: RowPart<{ title: string; quantity: number; lastLine: string; onChange?: (quantity: number) => void }>
  why?: RowPart<{ row: Row; open: NonNullable<Row['why']['value']> }>
}

/** Loads what a layout needs before it is painted, tiles included. Nothing for a plain grid. */
export async function loadLayout(layout: Layout): Promise<RowParts> {
  if (layout === 'grid') return {}
  return (
    await loadTwice<{ part: RowParts }>(() => (layout === 'bundle' ? import('./bundlePart.ts') : import('./railPart.ts')))
  ).part
}

/** Loads what buy-again cards need, wherever they stand. */
export async function loadAgain(): Promise<RowParts> {
  return (await loadTwice(() => import('./againPart.ts'))).part
}

/** What only some rows ask for: strategies that are not in every row's words, and attributes beside the usual ones. */
export interface MorePart {
  reasons: MoreReasonWords
  messages: Readonly<Record<string, Message>>
  readMore(element: Element, wanted: RecommendRequest): string | undefined
}

/** What a row needs when something has changed since it was painted, or when there is nothing to paint. */
export interface LaterPart {
  foldsNow: (cards: readonly Recommendation[], truth: Truth) => Map<string, Fold>
  emptyReason: (client: Client, request: RowRequest) => [state: WidgetState, reason: string]
}

/** Loads it; undefined where the file cannot be had. */
export async function loadLater(): Promise<LaterPart | undefined> {
  return (await loadTwice(() => import('./laterPart.ts')).catch(() => undefined))?.later
}

/** Loads what such a row reads and says. */
export async function loadMore(): Promise<MorePart> {
  return (await loadTwice(() => import('./morePart.ts'))).more
}
