import { isSensitive, type Membership, type Plain, type RuleFact } from '@shopside/engine'

type Fact = Membership['because'][number]

/** A membership without the words that no conclusion is told by (health, intimacy, religion, children): its facts stay. */
export function withoutSensitive(membership: Membership): Membership {
  return { ...membership, because: membership.because.map(fact => (fact.kind === 'events' || fact.kind === 'fact' ? plain(fact) : fact)) }
}

function plain({ value, than, ...fact }: RuleFact & { kind: 'events' | 'fact' }): Fact {
  return {
    ...fact,
    ...(fact.kind === 'events' && fact.where && {
      where: fact.where.map(({ value: asked, ...test }) => ({ ...test, ...(isSayable(asked) && { value: asked }) })),
    }),
    // A price tier is of a category, and named by it.
    ...(fact.kind === 'fact' && { fact: isSensitive(fact.fact) ? fact.fact.replace(/\..*/s, '.') : fact.fact }),
    ...(isSayable(value) && { value }),
    ...(isSayable(than) && { than }),
  }
}

function isSayable<Value extends Plain | Plain[]>(value: Value | undefined): value is Value {
  return value !== undefined && ![value].flat().some(each => typeof each === 'string' && isSensitive(each))
}
