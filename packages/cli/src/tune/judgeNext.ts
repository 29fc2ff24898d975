import type { Relation } from '@shopside/engine'
import type { NextReminder, NextShape } from './nextGrid.ts'
import type { Prefix } from './visitPrefixes.ts'

/** Length of the lists that are judged. */
const listed = 20
/** Neighbours that pass on, and neighbours that each of them names, as in `scoreVisit`. */
const passedOn = 20

/** What a setting earned: shares, 0..1. */
export interface NextScore {
  /** Every next click, seen before or not. */
  hit20: number
  mrr20: number
  /** Clicks on items not yet seen in the visit, among items not yet seen. */
  novelHit20: number
}

/** All settings judged at once: `score(shape, reminder)`, by place in the two lists. */
export interface NextJudgement {
  prefixes: number
  novelPrefixes: number
  score(shape: number, reminder: number): NextScore
}

/**
 * Judges every shape with every reminder on the same questions, by the sums of `scoreVisit`. What each seed says is added up once
 * per question; a shape only weighs it anew, and a reminder only places the few seen items among the unseen: hundreds of settings
 * for a few times the price of one.
 *
 * @param looks by item: ties of score go to what is looked at more
 */
export function judgeNext(
  { edgeAt, to, levels, weightOf }: Relation, looks: ArrayLike<number>, prefixes: Iterable<Prefix>,
  shapes: readonly NextShape[], reminders: readonly NextReminder[],
): NextJudgement {
  const size = edgeAt.length - 1
  const hits = new Float64Array(shapes.length * reminders.length)
  const ranks = new Float64Array(shapes.length * reminders.length)
  const novel = new Float64Array(shapes.length)
  let count = 0
  let novelCount = 0
  // By item: its slot among the candidates of a question + 1, and its entry of the present seed + 1.
  const slotOf = new Int32Array(size)
  const entryOf = new Int32Array(size)
  const powers = [...new Set(reminders.map(({ times }) => times))]

  for (const { seeds, times, seen, target } of prefixes) {
    count++
    if (!seen.has(target)) novelCount++
    // Entries: what seed `back` says of candidate `slot[e]`, directly and by way of its neighbours; `ends[back]` is one behind
    // its last.
    const candidates: number[] = []
    const ends: number[] = []
    const slot: number[] = []
    const direct: number[] = []
    const hop: number[] = []
    const entry = (item: number): number => {
      if (entryOf[item] === 0) {
        if (slotOf[item] === 0) slotOf[item] = candidates.push(item)
        entryOf[item] = slot.push(slotOf[item]! - 1)
        direct.push(0)
        hop.push(0)
      }
      return entryOf[item]! - 1
    }
    for (const seed of seeds) {
      const first = slot.length
      entry(seed)
      const start = edgeAt[seed]!
      for (let edge = start; edge < edgeAt[seed + 1]!; edge++) {
        const near = to[edge]!
        const weight = weightOf[levels[edge]!]!
        direct[entry(near)]! += weight
        const end = edge < start + passedOn ? Math.min(edgeAt[near + 1]!, edgeAt[near]! + passedOn) : 0
        for (let far = edgeAt[near]!; far < end; far++) hop[entry(to[far]!)]! += weight * weightOf[levels[far]!]!
      }
      for (let at = first; at < slot.length; at++) entryOf[candidates[slot[at]!]!] = 0
      ends.push(slot.length)
    }
    const targetSlot = slotOf[target]! - 1
    const isSeen = candidates.map(item => seen.has(item))
    const scores = new Float64Array(candidates.length)

    shapes.forEach(({ items, decay, twoHop }, shape) => {
      scores.fill(0)
      const voices = seeds.slice(0, items).map((_, back) => Math.exp(-back / decay))
      for (let back = 0, at = 0; back < voices.length; back++) {
        const voice = voices[back]!
        for (const end = ends[back]!; at < end; at++) scores[slot[at]!]! += voice * (direct[at]! + twoHop * hop[at]!)
      }
      const top = topUnseen(scores, candidates, isSeen, looks)
      const place = targetSlot >= 0 && !isSeen[targetSlot] && scores[targetSlot]! > 0 ? top.indexOf(targetSlot) : -1
      if (place >= 0) novel[shape]!++
      // What a seen item has without being seen, and what being seen adds at a reminder of 1, by power of its times.
      const plain = voices.map((_, back) => scores[slotOf[seeds[back]!]! - 1]!)
      const added = powers.map(power => voices.map((voice, back) => voice * times[back]! ** power))
      const wanted = seeds.indexOf(target)
      if (place < 0 && !(wanted >= 0 && wanted < voices.length)) return
      reminders.forEach(({ reminder, current, times: power }, number) => {
        const extra = added[powers.indexOf(power)]!
        let own = scores[targetSlot]!
        let rank = place + 1
        if (wanted >= 0) {
          own = plain[wanted]! + extra[wanted]! * reminder * (wanted ? 1 : current)
          rank = 1
          while (rank <= top.length && scores[top[rank - 1]!]! > own) rank++
        }
        for (let back = 0; back < voices.length && rank <= listed; back++) {
          if (back !== wanted && plain[back]! + extra[back]! * reminder * (back ? 1 : current) > own) rank++
        }
        if (rank > listed) return
        hits[shape * reminders.length + number]!++
        ranks[shape * reminders.length + number]! += 1 / rank
      })
    })
    for (const item of candidates) slotOf[item] = 0
  }
  return {
    prefixes: count, novelPrefixes: novelCount,
    score: (shape, reminder) => ({
      hit20: hits[shape * reminders.length + reminder]! / (count || 1),
      mrr20: ranks[shape * reminders.length + reminder]! / (count || 1),
      novelHit20: novel[shape]! / (novelCount || 1),
    }),
  }
}

/** Slots of the best unseen candidates, best first, at most `listed`. */
function topUnseen(
  scores: Float64Array, candidates: readonly number[], isSeen: readonly boolean[], looks: ArrayLike<number>,
): number[] {
  const top: number[] = []
  const isBefore = (one: number, other: number): boolean =>
    scores[one]! > scores[other]! || (scores[one] === scores[other] && looks[candidates[one]!]! > looks[candidates[other]!]!)
  for (let slot = 0; slot < scores.length; slot++) {
    if (isSeen[slot] || scores[slot] === 0 || (top.length === listed && !isBefore(slot, top[listed - 1]!))) continue
    let place = Math.min(top.length, listed - 1)
    for (; place > 0 && isBefore(slot, top[place - 1]!); place--) top[place] = top[place - 1]!
    top[place] = slot
  }
  return top
}
