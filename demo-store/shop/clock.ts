/** The shop opens on Saturday 10 December 2011, 9:00: the orders end the day before. Epoch ms. */
export const openingAt: number = Date.UTC(2011, 11, 10, 9)

const unitsMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** How far the shop's clock is from the computer's on a first visit: it starts at the opening and runs on from there. */
export function startOffset(computerNow: number): number {
  return openingAt - computerNow
}

/** Reads how far to move, such as `1d`, `-2h`, `30m`, `1w`, in ms; undefined when it is no such word. */
export function readMove(text: string | null): number | undefined {
  const [, count, unit = ''] = /^([+-]?\d{1,4})([mhdw])$/.exec(text?.trim() ?? '') ?? []
  const unitMs = unitsMs[unit]
  return count === undefined || unitMs === undefined ? undefined : Number(count) * unitMs
}

/** Reads a moment such as `2011-12-12T09:00` (GMT) as epoch ms; undefined when it is none. */
export function readMoment(text: string | null): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(text ?? '')) return undefined
  const at = Date.parse(`${text}${text?.includes('T') ? '' : 'T09:00'}Z`)
  return Number.isNaN(at) ? undefined : at
}
