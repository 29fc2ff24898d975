import { largest } from './largest.ts'
import { byShopper } from './pairSums.ts'
import { sparseRow } from './sparseRow.ts'
import type { ViewCounts } from './viewCounts.ts'
import { viewUnit } from './visitTable.ts'
import type { VisitTable } from './visitTable.ts'

/** Events further apart than these have nothing to do with each other; rivals are damped a little: as in view_pair.sql. */
const reach = 10
const priorLooks = 3
const rivalPower = 0.1

/** What an item keeps: the others ascending. */
interface Row {
  other: Uint32Array
  weight: Float64Array
  shoppers: Uint32Array
}

/**
 * How often items were looked at near each other: the rows of view_item.sql and view_pair.sql. Row by row, from the item's own
 * looks; weights are whole numbers, so the order of summation does not matter.
 *
 * @param keep pairs that are among so many strongest of one of their two items are kept
 */
export function sumViews({ size, clickAt, item, shopper, weight }: VisitTable, keep: number): ViewCounts {
  const lookAt = new Uint32Array(size + 1)
  for (const own of item) lookAt[own + 1]!++
  for (let own = 0; own < size; own++) lookAt[own + 1]! += lookAt[own]!
  const next = lookAt.slice()
  const visitOf = new Uint32Array(item.length)
  const placeOf = new Uint32Array(item.length)
  const looks = new Float64Array(size)
  for (const visit of byShopper(shopper)) {
    for (let click = clickAt[visit]!; click < clickAt[visit + 1]!; click++) {
      const to = next[item[click]!]!++
      visitOf[to] = visit
      placeOf[to] = click
      looks[item[click]!]! += weight[visit]!
    }
  }
  const damping = looks.map(sum => (sum + priorLooks * viewUnit) ** rivalPower)
  const [sums, people, score] = [new Float64Array(size), new Uint32Array(size), new Float64Array(size)]
  const [summed, counted] = [sparseRow<Float64Array>(size), sparseRow<Uint32Array>(size)]
  const seenBy = new Int32Array(size)
  const rows: Row[] = []
  for (let own = 0; own < size; own++) {
    const touched = summed.begin(sums)
    const noted = counted.begin(people)
    let others = 0
    for (let look = lookAt[own]!; look < lookAt[own + 1]!; look++) {
      const visit = visitOf[look]!
      const click = placeOf[look]!
      const [who, counts] = [shopper[visit]!, weight[visit]!]
      const end = Math.min(clickAt[visit + 1]!, click + reach + 1)
      for (let near = Math.max(clickAt[visit]!, click - reach); near < end; near++) {
        const other = item[near]!
        if (other === own) continue
        sums[other]! += Math.floor(counts / Math.abs(near - click))
        const known = people[other]!
        if (known !== 0 && seenBy[other] === who) continue
        seenBy[other] = who
        people[other] = known + 1
        if (known === 0) noted[others] = touched[others++] = other
      }
    }
    counted.end(others)
    const all = summed.end(others)
    for (const other of all) score[other] = sums[other]! / damping[other]!
    const other = largest(all, score, keep).slice().sort()
    const row = { other, weight: new Float64Array(other.length), shoppers: new Uint32Array(other.length) }
    for (let place = 0; place < other.length; place++) {
      row.weight[place] = sums[other[place]!]!
      row.shoppers[place] = people[other[place]!]!
    }
    rows.push(row)
  }
  return { ...eitherWay(rows), looks: looks.map(sum => sum / viewUnit) }
}

/** Every pair that one of its items keeps, once, by its smaller item and then by the other. @param rows each ascending */
function eitherWay(rows: readonly Row[]): Omit<ViewCounts, 'looks'> {
  // What the larger item of a pair keeps and the smaller one does not, by the smaller one: the larger ones ascend.
  const extra: [item: number, place: number][][] = rows.map(() => [])
  let count = 0
  rows.forEach(({ other }, own) => other.forEach((near, place) => {
    if (near < own) {
      if (holds(rows[near]!.other, own)) return
      extra[near]!.push([own, place])
    }
    count++
  }))
  const pairs = {
    a: new Uint32Array(count), b: new Uint32Array(count), weight: new Float64Array(count), shoppers: new Uint32Array(count),
  }
  let at = 0
  const put = (a: number, b: number, row: Row, place: number): void => {
    pairs.a[at] = a
    pairs.b[at] = b
    pairs.weight[at] = row.weight[place]! / viewUnit
    pairs.shoppers[at++] = row.shoppers[place]!
  }
  rows.forEach((row, own) => {
    const more = extra[own]!
    let taken = 0
    const putMore = (before: number): void => {
      for (; taken < more.length && more[taken]![0] < before; taken++) {
        const [larger, place] = more[taken]!
        put(own, larger, rows[larger]!, place)
      }
    }
    row.other.forEach((near, place) => {
      if (near < own) return
      putMore(near)
      put(own, near, row, place)
    })
    putMore(Infinity)
  })
  return pairs
}

/** Whether an ascending list holds a number. */
function holds(list: Uint32Array, wanted: number): boolean {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = low + high >> 1
    if (list[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return list[low] === wanted
}
