import type { Model, NextParams } from '../../model/model.ts'
import type { Reason } from '../recommendation.ts'
import type { Link, Seed } from '../seed.ts'
import { link } from '../seed.ts'
import { passedOn, reminderOf, voices } from './scoreVisit.ts'
import type { Visit } from './visit.ts'

/** A running visit as pieces of evidence, newest first: what `scoreVisit` adds up, with who said what. */
export function nextSeeds(
  { viewed }: Model, { items, times }: Visit, params: NextParams, reason: (place: number) => Reason,
): Seed[] {
  const louder = Math.exp(1 / params.decay)
  const seeds: Seed[] = voices(params, items.length).map((weight, back) => {
    const place = items.length - 1 - back
    const index = items[place]!
    const links: Link[] = [link(viewed, index, 1)]
    const start = viewed.startOf(index)
    for (let edge = start; params.twoHop > 0 && edge < Math.min(start + passedOn, viewed.edgeAt[index + 1]!); edge++) {
      links.push(link(viewed, viewed.to[edge]!, params.twoHop * viewed.weightOf[viewed.levels[edge]!]!, passedOn))
    }
    return {
      index, weight, links, self: reminderOf(params, back, times[place]!), reason: () => reason(place),
      lift: gone => (seeds.indexOf(gone) < back ? louder : 1),
    }
  })
  return seeds
}
