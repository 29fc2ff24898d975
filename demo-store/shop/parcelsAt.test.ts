import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openingAt } from './clock.ts'
import { scenarios } from './orderId.ts'
import { parcelsAt, stepTimes } from './parcelsAt.ts'
import type { ParcelTemplate } from './ParcelTemplate.ts'

const hourMs = 3_600_000
const order = {
  id: 'TT-1-1AAA',
  placedAt: openingAt,
}
const templates = Array.from({ length: scenarios }, (_, index): ParcelTemplate =>
  JSON.parse(readFileSync(new URL(`../parcels/${index + 1}.json`, import.meta.url), 'utf8')) as ParcelTemplate)
const at = (scenario: number, time: string): ReturnType<typeof parcelsAt> => parcelsAt(
  templates[scenario - 1]!, order, Date.parse(`${time}Z`),
)

describe('the six parcel files', () => {
  it('say that they are simulated, and never go back in time', () => {
    for (const template of templates) {
      expect(template.simulated).toBe(true)
      for (const plan of template.parcels) {
        const times = stepTimes(plan, openingAt)
        expect(times).toEqual([...times].sort((a, b) => a - b))
        expect(new Set(times).size).toBe(times.length)
      }
    }
  })

  it('hold a delay, two parcels, a closed door with a counter, a hold and a return', () => {
    const statuses = templates.map(({ parcels }) => parcels.flatMap(({ steps }) => steps.map(({ status }) => status)))
    expect(templates[1]?.parcels).toHaveLength(2)
    expect(statuses[2]).toContain('delayed')
    expect(statuses[3]).toEqual(expect.arrayContaining(['delivery_attempted', 'ready_for_pickup']))
    expect(statuses[4]).toContain('on_hold')
    expect(templates[5]?.parcels[1]?.direction).toBe('return')
  })
})

describe('parcelsAt', () => {
  it('knows the order at once, and nothing before it', () => {
    expect(at(1, '2011-12-10T08:59').shipments).toEqual([])
    expect(at(1, '2011-12-10T09:00').shipments).toMatchObject([{ status: 'order_placed', phase: 'ordered', simulated: true }])
  })

  it('counts working days: what is ordered on Saturday is collected on Monday and comes on Tuesday', () => {
    expect(at(1, '2011-12-12T16:39').shipments[0]?.phase).toBe('packed')
    expect(at(1, '2011-12-12T16:40').shipments[0]?.phase).toBe('shipped')
    expect(at(1, '2011-12-13T14:05').shipments[0]).toMatchObject({ status: 'delivered', status_at: '2011-12-13T14:05:00+00:00' })
  })

  it('says what was promised, what is expected now, and why it changed', () => {
    const late = at(3, '2011-12-13T08:00').shipments[0]
    expect(late).toMatchObject({
      status: 'delayed',
      promised: { from: '2011-12-13T13:00:00+00:00', to: '2011-12-13T15:00:00+00:00' },
      eta: {
        from: '2011-12-14T13:00:00+00:00', previous: { from: '2011-12-13T13:00:00+00:00' }, reason: 'snow at the Swindon depot',
      },
    })
    expect(at(3, '2011-12-12T08:00').shipments[0]?.eta).not.toHaveProperty('previous')
  })

  it('names the counter only while the parcel waits there', () => {
    expect(at(4, '2011-12-13T15:00').shipments[0]).not.toHaveProperty('pickup')
    expect(at(4, '2011-12-14T10:00').shipments[0]?.pickup).toMatchObject(
      { name: 'The Post Office, Friar Street', until: '2011-12-21T18:00:00+00:00' },
    )
    expect(at(4, '2011-12-17T13:00').shipments[0]).not.toHaveProperty('pickup')
  })

  it('sends everything back in a parcel of its own', () => {
    expect(at(6, '2011-12-13T18:00').shipments).toHaveLength(1)
    expect(at(6, '2011-12-30T18:00').shipments[1]).toMatchObject({ direction: 'return', status: 'returned', lines: 'all' })
  })

  it('only ever adds to what it said, as time goes on', () => {
    fc.assert(fc.property(fc.constantFrom(...templates), fc.nat(500), fc.nat(500), fc.nat(10_000), (
      template, first, more, minutes,
    ) => {
      const placed = { ...order, placedAt: openingAt + minutes * 60_000 }
      const before = parcelsAt(template, placed, placed.placedAt + first * hourMs)
      const after = parcelsAt(template, placed, placed.placedAt + (first + more) * hourMs)
      for (const [index, shipment] of before.shipments.entries()) {
        expect(after.shipments[index]?.events.slice(0, shipment.events.length)).toEqual(shipment.events)
        expect(Date.parse(shipment.events[0]?.at ?? '')).toBeGreaterThanOrEqual(placed.placedAt - 1000)
      }
    }))
  })
})
