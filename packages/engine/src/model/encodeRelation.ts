import { createByteWriter } from './byteWriter.ts'
import { ONE_IN, SCALE_STEP } from './format.ts'
import type { Neighbour } from './model.ts'
import { ModelError } from './modelError.ts'
import type { RelationStreams } from './relation.ts'

/**
 * Natural log of the ratio between two of the eight weight levels: wide enough for 98 % of the edges, the rest clamp to the
 * lowest. A multiple of 1/64, from 1/64 up to 4/7, which spans e^4 (`reference`: 3 bits over e^4 below the row's maximum lose
 * nothing).
 */
export function levelStep(rows: readonly (readonly Neighbour[])[]): number {
  const drops: number[] = []
  for (const row of rows) {
    const best = bestOf(row)
    for (const { weight } of row) drops.push(Math.log(best / weight))
  }
  drops.sort((a, b) => a - b)
  const range = drops[Math.floor(drops.length * 0.98)] ?? 1
  return Math.min(37, Math.max(1, Math.ceil(range / 7 * 64))) / 64
}

/**
 * One relation as its five streams.
 *
 * @param step see `levelStep`
 * @param withOneIn write the "1 in n" codes
 * @throws ModelError when a neighbour is the item itself, outside, twice there, or its weight not in (0, 1]
 */
export function encodeRelation(rows: readonly (readonly Neighbour[])[], step: number, withOneIn: boolean): RelationStreams {
  const counts = createByteWriter()
  const scales = createByteWriter()
  const gaps = createByteWriter()
  const levels = createByteWriter()
  const oneIn = createByteWriter()
  rows.forEach((row, index) => {
    if (row.length > 255) throw new ModelError('broken', `item ${index} has more than 255 neighbours`)
    const scale = scaleOf(bestOf(row))
    counts.byte(row.length)
    scales.byte(scale)
    let before = -1
    for (const edge of [...row].sort((a, b) => a.index - b.index)) {
      const { index: at, weight } = edge
      if (!(Number.isInteger(at) && at > before && at < rows.length && at !== index && weight > 0 && weight <= 1)) {
        throw new ModelError('broken', `item ${index} has a neighbour ${at} of weight ${weight}`)
      }
      gaps.varint(before < 0 ? zigzag(at - index) : at - before - 1)
      levels.bits(levelOf(weight, scale, step), 3)
      if (withOneIn) oneIn.bits(oneInCode(edge.oneIn), 4)
      before = at
    }
  })
  return [counts.bytes(), scales.bytes(), gaps.bytes(), levels.bytes(), oneIn.bytes()]
}

function bestOf(row: readonly Neighbour[]): number {
  let best = 0
  for (const { weight } of row) best = Math.max(best, weight)
  return best || 1
}

function scaleOf(best: number): number {
  return Math.min(31, Math.max(0, Math.round(-Math.log(best) / SCALE_STEP)))
}

function levelOf(weight: number, scale: number, step: number): number {
  return Math.min(7, Math.max(0, Math.round((-Math.log(weight) - scale * SCALE_STEP) / step)))
}

function zigzag(distance: number): number {
  return distance < 0 ? -2 * distance - 1 : 2 * distance
}

/** The code of the smallest known "1 in n" that is not below `people`; 0 when there is none. */
function oneInCode(people: number | undefined): number {
  return people === undefined ? 0 : Math.max(0, ONE_IN.findIndex(known => known > 0 && known >= people))
}
