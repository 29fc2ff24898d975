import { readMoment, readMove } from '../shop/clock.ts'
import type { OwnRecord } from './ownRecord.ts'

/**
 * Obeys what the address says about the clock, so that a case can be sent: `?at=2011-12-12T09:00` sets it,
 * `?move=1d` moves it once and then leaves the address.
 */
export function obeyClock(record: OwnRecord): void {
  const url = new URL(location.href)
  const at = readMoment(url.searchParams.get('at'))
  const moveMs = readMove(url.searchParams.get('move'))
  if (at !== undefined) setClock(record, at)
  if (moveMs === undefined) return
  moveClock(record, moveMs)
  url.searchParams.delete('move')
  history.replaceState(history.state, '', url)
}

/** Moves the shop's clock by `ms`, back where negative. */
export function moveClock(record: OwnRecord, ms: number): void {
  record.change(now => ({ ...now, clock: { offsetMs: now.clock.offsetMs + ms } }))
}

/** Sets the shop's clock to a moment, epoch ms. */
export function setClock(record: OwnRecord, at: number): void {
  record.change(now => ({ ...now, clock: { offsetMs: at - Date.now() } }))
}
