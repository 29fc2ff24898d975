import { coreStrategies } from '@shopside/engine'
import type { Strategy } from '@shopside/engine'
import { moreStrategies } from '@shopside/engine/strategies'
import { describe, expect, it } from 'vitest'
import { readDoc } from '../docs.ts'

// The pages that say how lists are made and learnt, against the code that makes and learns them.

/** Cells of a row of a table, by the text of its first cell in backticks. */
function tableRows(page: string, title: string): Map<string, string[]> {
  const section = readDoc(page).split(/^## /m).find(part => part.startsWith(`${title}\n`)) ?? ''
  const rows = section.split('\n').filter(line => line.startsWith('| `')).map(
    line => line.slice(1, -1).split('|').map(cell => cell.trim()),
  )
  return new Map(rows.map(([name = '', ...cells]) => [codes(name)[0] ?? '', cells]))
}

function codes(text: string): string[] {
  return (text.match(/`[^`]+`/g) ?? []).map(code => code.slice(1, -1))
}

/** The list of numbers that stands behind a name in a source, as the page prints it. */
function gridOf(source: string, name: string): string {
  const found = new RegExp(`${name}[^=\\n]*?(?:= |, )\\[([\\d., ]+)\\]`).exec(readDoc(`packages/cli/src/tune/${source}`))
  return found?.[1] ?? `no ${name} in ${source}`
}

describe('the page on recommendations', () => {
  const rows = tableRows('docs/recommending.md', 'Strategies')
  const strategies: readonly Strategy[] = [...coreStrategies, ...moreStrategies]

  it('lists the strategies that there are, and no other', () => {
    expect([...rows.keys()].sort()).toEqual(strategies.map(({ name }) => name).sort())
  })

  it.each(strategies)('says what $name needs and what it falls back to', ({ name, needs, fallback }) => {
    const [needed = '', instead = ''] = rows.get(name) ?? []
    expect(codes(needed)).toEqual(needs)
    expect(codes(instead)).toEqual(fallback)
  })

  it.each(strategies)('prints the heading of $name as shoppers read it', ({ name }) => {
    const words = ['recommendations', 'moreStrategies'].map(
      file => readDoc(`packages/widgets/src/messages/en/${file}.ts`),
    ).join('\n')
    expect(rows.get(name)?.[2]).toBe(new RegExp(`'heading\\.${name}': '([^']+)'`).exec(words)?.[1])
  })

  it('explains every need, and every reason a card may have', () => {
    const page = codes(readDoc('docs/recommending.md'))
    for (const need of new Set(strategies.flatMap(({ needs }) => needs))) expect(page).toContain(need)
    const kinds = [
      ...readDoc('packages/engine/src/recommend/recommendation.ts').matchAll(/\{ kind: '([a-z-]+)'/g),
    ].map(match => match[1])
    expect(kinds.length).toBeGreaterThan(15)
    for (const kind of kinds) expect(page).toContain(kind)
  })
})

describe('the page on training', () => {
  const page = readDoc('docs/training.md').replace(/\s+/g, ' ')

  it.each([
    ['basketGrid.ts', 'basketPenalties', 'penalty '], ['basketGrid.ts', 'lengthPower\'', 'length power p '],
    ['basketGrid.ts', 'basketDecays', 'decay of older lines '], ['habitGrid.ts', 'orderDecays', 'decay per order '],
    ['habitGrid.ts', 'neighbourWorths', 'worth of basket neighbours '], ['habitGrid.ts', 'popularWorths', 'of popularity '],
  ])('prints the grid of %s, %s', (source, name, words) => {
    expect(page).toContain(words + gridOf(source, name))
  })

  it('prints the defaults of the floors', () => {
    const options = readDoc('packages/cli/src/commands/buildCommand.ts')
    for (const option of ['min-shoppers', 'view-shoppers']) {
      const value = new RegExp(`'${option}': \\{[^}]*default: '(\\d+)'`).exec(options)?.[1]
      expect(page).toContain(`${value} shoppers (\`--${option}\`)`)
    }
  })
})
