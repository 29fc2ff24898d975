import type { ShopReport } from '../../report.ts'
import { count, whole } from '../count.ts'
import { pageStyles } from './pageStyles.ts'
import { monthName, presetName, stageMeaning, stageOrder } from './presetWords.ts'
import { sparkline } from './sparkline.ts'
import { stackedMonths } from './stackedMonths.ts'

/**
 * The report as one HTML page: no script, no font, no picture of anybody else; names of presets alone, nothing of one customer.
 */
export function shopPage(report: ShopReport): string {
  const { ends, members, moves, customers, orders, guestOrders } = report
  const countsOf = (id: string): readonly number[] => members.get(id) ?? ends.map(() => 0)
  const stages = stageOrder.map(id => ({ id, counts: countsOf(id) }))
  const first = monthName(ends[0]!)
  const others = [...members.keys()].filter(id => !(stageOrder as readonly string[]).includes(id))
  const body = `
<h1>Who the customers are</h1>
<p>${whole.format(customers)} known customers, ${count(orders, 'order')}, as of ${day(ends.at(-1)!)}. ${
    guestOrders === 0 ? '' : `${count(guestOrders, 'order')} of guests ${guestOrders === 1 ? 'is' : 'are'} not in it.`
  }</p>
<h2>Stages by month</h2>
<p class="muted">Each customer is in exactly one stage from the first order on. Limits are the
store’s own gaps between orders.</p>
${stackedMonths(ends, stages)}
<div class="scroll">${table(
    ['Stage', 'Today', 'Share', `Since ${first}`],
    stages.map(({ id, counts }) => [
      `<span class="swatch ${id}"></span>${presetName(id)}<small>${stageMeaning[id]}</small>`,
      whole.format(counts.at(-1)!),
      share(counts.at(-1)!, customers),
      sparkline(counts),
    ]),
    'stages',
  )}</div>
<h2>How they moved</h2>
<p class="muted">Changes of stage after ${first}, each at the time it happened. A customer may change more than once.</p>
<div class="scroll">${table(
    ['From', ...stageOrder.map(presetName)],
    stageOrder.map(from => [
      presetName(from),
      ...stageOrder.map(to => {
        const move = moves.find(one => one.from === from && one.to === to)
        return move ? whole.format(move.times) : '<span class="muted">–</span>'
      }),
    ]),
    'months',
  )}</div>
${section(
  'Traits',
  'Any number at a time. What needs looks or visits is not in it: orders say nothing of them.',
  others.filter(id => !id.startsWith('rfm:')),
)}
${section(
  'Recency, frequency, money',
  'One group each, by the store’s quintiles.',
  others.filter(id => id.startsWith('rfm:')),
)}
<h2>Months in numbers</h2>
<div class="scroll">${table(
    ['At the end of', ...stageOrder.map(presetName)],
    ends.map((end, place) => [monthName(end), ...stages.map(({ counts }) => whole.format(counts[place]!))]).reverse(),
    'months',
  )}</div>
<p class="muted">Made by the engine that runs in shoppers’ browsers, from the order history.
The newest month is as of ${day(ends.at(-1)!)}.</p>`
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Who the customers are</title>
<style>${pageStyles}</style>
<main>${body}
</main>
</html>
`

  function section(title: string, what: string, ids: readonly string[]): string {
    if (ids.length === 0) return ''
    const sorted = ids
      .map(id => ({ id, counts: countsOf(id) }))
      .sort((a, b) => b.counts.at(-1)! - a.counts.at(-1)! || (a.id < b.id ? -1 : 1))
    return `<h2>${title}</h2>
<p class="muted">${what}</p>
<div class="scroll">${table(
      ['', 'Today', 'Share', `Since ${first}`],
      sorted.map(({ id, counts }) => [
        presetName(id),
        whole.format(counts.at(-1)!),
        share(counts.at(-1)!, customers),
        sparkline(counts),
      ]),
    )}</div>`
  }
}

/** Cells are HTML: numbers and words of ours alone. */
function table(head: readonly string[], rows: readonly (readonly string[])[], name = ''): string {
  const cells = (tag: string, row: readonly string[]): string => row.map(cell => `<${tag}>${cell}</${tag}>`).join('')
  return (
    `<table${name && ` class="${name}"`}><thead><tr>${cells('th', head)}</tr></thead>`
    + `<tbody>${rows.map(row => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table>`
  )
}

function share(part: number, of: number): string {
  return of === 0 ? '' : `${((part / of) * 100).toFixed(1)} %`
}

function day(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}
