import type { Membership, Segments } from '@shopside/engine'

/** A membership a line, its reasons below it, and when time alone may change any of it. */
export function printSegments({ memberships, flipsAt }: Segments): string {
  const lines = memberships.flatMap(({ id, since, sentence, because }) => [
    `${id}  since ${new Date(since).toISOString()}${sentence === undefined ? '' : `  "${sentence}"`}`, ...because.map(fact => `    ${factText(fact)}`),
  ])
  if (memberships.length === 0) lines.push('in no segment')
  lines.push(flipsAt === undefined ? 'until the next event' : `until ${new Date(flipsAt).toISOString()} at least, or the next event`)
  return `${lines.join('\n')}\n`
}

/** A fact as `name: field value, …`; of a rule's leaf as the rule writes it, with what was found. */
function factText(fact: Membership['because'][number]): string {
  const { kind, ...fields } = fact
  return `${kind}: ${Object.entries(fields).map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ')}`
}
