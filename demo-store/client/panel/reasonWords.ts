import type { Membership, Reason } from 'shopside'

/** A reason as its facts, for people who build. */
export function reasonWords({ kind, ...facts }: Reason): string {
  return `${kind}(${Object.entries(facts).map(([name, value]) => `${name}: ${factWord(name, value)}`).join(', ')})`
}

/** A membership with the facts it rests on. */
export function membershipWords({ id, since, because }: Membership): string {
  return `${id} since ${factWord('at', since)} because ${because.map(({ kind, ...facts }) =>
    `${kind}(${Object.entries(facts).map(([name, value]) => `${name}: ${factWord(name, value)}`).join(', ')})`).join(' and ')}`
}

function factWord(name: string, value: unknown): string {
  if (typeof value === 'number' && /At$|^at$/.test(name)) return new Date(value).toISOString().slice(0, 16)
  if (typeof value === 'number') return String(Math.round(value * 100) / 100)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
