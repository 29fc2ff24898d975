import picocolors from 'picocolors'
import type { CheckReport } from '../check.ts'
import { formatPlace } from '../inputError.ts'
import type { Refusal } from '../read/refusals.ts'

const { bold, dim, red, yellow } = picocolors
const whole = new Intl.NumberFormat('en-GB')
const taken = { catalogue: 'product', orders: 'order line', events: 'event' } as const

/**
 * The report of a check as lines of text: what each file is, what would be left out and why, what is matched, what is missing.
 */
export function printCheck({ inputs, matches, missing, refusal }: CheckReport): string {
  const lines: string[] = []
  const line = (label: string, text: string): void => void lines.push(`${bold(label.padEnd(12))} ${text}`)
  for (const input of inputs) {
    const read = `${count(input.rows, 'row')} read, ${count(input.taken, taken[input.role])}`
    line(input.role, input.files.length ? read : input.path)
    for (const { path, recognised: { title, format } } of input.files.slice(0, 5)) {
      lines.push(dim(`  ${path}: ${title} (--format ${format})`))
    }
    if (input.files.length > 5) lines.push(dim(`  and ${input.files.length - 5} more files`))
    refusals(input.refused, 'refused')
    refusals(input.dropped, 'with a field dropped')
    for (const { reason, rows } of input.leftOut) lines.push(dim(`  ${count(rows, 'row')} left out: ${reason}`))
    if (input.problem) {
      const { place, message, remedy } = input.problem
      lines.push(red(`  a build refuses it: ${place ? `${formatPlace(place)}: ` : ''}${message}; ${remedy}`))
    }
  }
  for (const { role, rows, matched, unmatched, guesses } of matches) {
    const share = rows ? `${(matched / rows * 100).toFixed(1)} %` : 'none'
    line('match', `${share} of ${count(rows, taken[role])} ${rows === 1 ? 'names' : 'name'} an item of the catalogue`)
    const ids = unmatched.map(({ id, rows: of }) => `${id} (${whole.format(of)})`)
    if (ids.length) lines.push(yellow(`  not found, most frequent: ${ids.join(', ')}`))
    for (const { reason, rows: of, example } of guesses) {
      lines.push(yellow(`  perhaps, for ${count(of, 'row')}: ${reason} (${example.id} is ${example.itemId}?)`))
    }
  }
  for (const text of missing) line('missing', text)
  line('build', refusal ? 'would be refused' : 'would be made')
  return `${lines.join('\n')}\n`

  function refusals(list: readonly Refusal[], what: string): void {
    for (const { reason, remedy, rows, example } of list) {
      lines.push(yellow(`  ${count(rows, 'row')} ${what}: ${reason}; first ${example}; ${remedy}`))
    }
  }
}

function count(number: number, noun: string): string {
  return `${whole.format(number)} ${noun}${number === 1 ? '' : 's'}`
}
