import type { Shipment } from 'shopside'
import type { ParcelEta, ParcelPlan, ParcelTemplate, ParcelTime } from './ParcelTemplate.ts'
import type { ShopOrderStatus, ShopShipment } from './withLines.ts'

/** The order as far as its parcels are concerned. */
export interface ParcelOrder {
  id: string
  /** Epoch ms by the shop's clock. */
  placedAt: number
}

const dayMs = 86_400_000

/**
 * What the shop's order endpoint answers at `now`: the steps of each parcel that have happened by then.
 * A pure function of its arguments; times are GMT. A step never comes before the order or before the step ahead of it.
 *
 * @param now epoch ms by the shop's clock
 */
export function parcelsAt(template: ParcelTemplate, order: ParcelOrder, now: number): ShopOrderStatus {
  const shipments: ShopShipment[] = []
  for (const plan of template.parcels) {
    const shipment = toShipment(plan, order, now)
    if (shipment) shipments.push(shipment)
  }
  return { order_id: order.id, placed_at: toIso(order.placedAt), shipments }
}

/** When each step of each parcel happens, epoch ms: for those who move the clock to one of them. */
export function stepTimes(plan: ParcelPlan, placedAt: number): number[] {
  let latest = placedAt
  return plan.steps.map(step => (latest = Math.max(latest, toTime(step.at, placedAt))))
}

function toShipment(plan: ParcelPlan, order: ParcelOrder, now: number): ShopShipment | undefined {
  const times = stepTimes(plan, order.placedAt)
  const past = plan.steps.filter((_, index) => (times[index] ?? Infinity) <= now)
  const last = past.at(-1)
  if (!last) return undefined
  const lastAt = times[past.length - 1] ?? order.placedAt
  const etas = past.flatMap(step => step.eta ?? [])
  const [first] = etas
  const eta = etas.at(-1)
  const previous = etas.at(-2)
  const at = (window: ParcelEta): { from: string; to: string } => toWindow(window, order.placedAt)
  return {
    id: `${order.id}-${plan.key}`,
    order_id: order.id,
    carrier: { name: plan.carrier },
    tracking_number: `${order.id.replaceAll('-', '')}${plan.key}`,
    status: last.status,
    phase: last.phase,
    status_at: toIso(lastAt),
    ...(last.message !== undefined && { message: last.message }),
    ...(first && { promised: at(first) }),
    ...(eta && {
      eta: {
        ...at(eta),
        source: 'carrier' as const,
        ...(previous && { previous: at(previous) }),
        ...(eta.reason !== undefined && { reason: eta.reason }),
      },
    }),
    events: past.map((step, index) => ({
      at: toIso(times[index] ?? order.placedAt),
      status: step.status,
      ...(step.message !== undefined && { message: step.message }),
      ...(step.location !== undefined && { location: step.location }),
    })),
    lines: plan.lines,
    ...(plan.pickup && last.phase === 'pickup' && { pickup: toPickup(plan.pickup, order.placedAt) }),
    direction: plan.direction ?? 'outbound',
    simulated: true,
  }
}

function toPickup(
  { untilWorkday, ...place }: NonNullable<ParcelPlan['pickup']>, placedAt: number,
): NonNullable<Shipment['pickup']> {
  return { ...place, until: toIso(toTime({ workday: untilWorkday, time: '18:00' }, placedAt)) }
}

function toWindow({ workday, from, to }: ParcelEta, placedAt: number): { from: string; to: string } {
  return { from: toIso(toTime({ workday, time: from }, placedAt)), to: toIso(toTime({ workday, time: to }, placedAt)) }
}

function toTime(time: ParcelTime, placedAt: number): number {
  if ('afterMinutes' in time) return placedAt + time.afterMinutes * 60_000
  const [hours = 0, minutes = 0] = time.time.split(':').map(Number)
  let day = Math.floor(placedAt / dayMs) * dayMs
  // Sundays are no working days: nothing is packed and no van goes out
  for (let left = time.workday; left > 0; ) {
    day += dayMs
    if (new Date(day).getUTCDay() !== 0) left -= 1
  }
  return day + (hours * 60 + minutes) * 60_000
}

function toIso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00')
}
