import type { EvaluateReport } from '../evaluate.ts'
import { printBytes } from './printBytes.ts'
import { printNext } from './printNext.ts'
import { printOrders } from './printOrders.ts'

const whole = new Intl.NumberFormat('en-GB')

/** The report of an evaluation: when training ended and the test began, what each model weighs, and one table per question. */
export function printEvaluate({
  newestTrainedAt, firstTestAt, questions, models, events, seconds,
}: EvaluateReport): string {
  const asked = isFinite(questions) ? `at most ${whole.format(questions)} of each kind, evenly spread` : 'all'
  const second = (at: number): string => new Date(at).toISOString().slice(0, 19)
  return [
    `newest row that training and tuning saw  ${second(newestTrainedAt)}`,
    `first row of the test                    ${second(firstTestAt)}`,
    `questions                                ${asked}`,
    '',
    ...models.flatMap(({ name, build }) => [
      `model ${name}: ${whole.format(build.learntBytes)} bytes learnt after brotli, ${whole.format(build.pruned)} relations left out `
      + 'for the budget',
      ...printBytes(build).map(line => `  ${line}`),
      ...build.views ? [
        `  views: ${whole.format(build.views.counted)} pairs, ${whole.format(build.views.belowFloor)} of them below the floor`,
        ...build.views.tuned
          ? [`  next click: ${Object.entries(build.views.tuned.next).map(pair => pair.join(' ')).join(', ')}, chosen on `
            + `${whole.format(build.views.tuned.prefixes)} questions of the last visits before the split`]
          : [],
      ] : [],
    ]),
    '',
    ...models.flatMap(({ name, orders }) => orders ? [`orders, ${name}: ${printOrders(orders)}`] : []),
    ...events ? [printNext(events)] : [],
    `seconds ${seconds.toFixed(1)}`,
    '',
  ].join('\n')
}
