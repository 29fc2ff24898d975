/** What a pretend order's number says. */
export interface OrderFacts {
  /** Epoch ms by the shop's clock, to the minute. */
  placedAt: number
  /** Which parcel file it follows, 1 to `scenarios`. */
  scenario: number
}

/** Number of parcel files. */
export const scenarios = 6

/** Minutes are counted from here, so that any year of the shop's clock gives four to six letters. */
const epoch = Date.UTC(2011, 0, 1)

const minuteMs = 60_000

/** `TT-<minutes, base 36>-<scenario><three letters that tell two orders of one minute apart>`, capitals. */
const shape = /^TT-([0-9A-Z]{1,6})-([1-9])[0-9A-Z]{3}$/

/**
 * A new order number. A server would keep a table; this shop has none, so the number carries what the parcels need.
 *
 * @param random number in [0, 1), for the last three letters
 */
export function toOrderId({ placedAt, scenario }: OrderFacts, random: number): string {
  const minutes = Math.max(0, Math.floor((placedAt - epoch) / minuteMs))
  const letters = Math.floor(random * 36 ** 3).toString(36).padStart(3, '0')
  return `TT-${minutes.toString(36)}-${scenario}${letters}`.toUpperCase()
}

/** Reads an order number; undefined when it is none of ours. */
export function readOrderId(orderId: string): OrderFacts | undefined {
  const [, minutes, digit] = shape.exec(orderId) ?? []
  const scenario = Number(digit)
  if (minutes === undefined || scenario > scenarios) return undefined
  return { placedAt: epoch + Number.parseInt(minutes, 36) * minuteMs, scenario }
}

/**
 * The parcel file of a new order, by the number of its lines, so that each can be had by buying: one line arrives as promised,
 * two come in two parcels, three are late, four meet a closed door, five are held up, six and more are sent back.
 */
export function toScenario(lines: number): number {
  return Math.min(scenarios, Math.max(1, lines))
}
