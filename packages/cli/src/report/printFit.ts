import picocolors from 'picocolors'
import type { FitReport } from '../fit.ts'
import { dateOf } from '../fit.ts'
import { fewestRepeatBuyers } from '../fit/fitCltv.ts'
import { whole } from './count.ts'
import { printHoldout } from './printHoldout.ts'

const { bold, dim, yellow } = picocolors
/** From here on spend goes with frequency, and the spend model's first assumption does not hold. */
const muchCorrelation = 0.3

/** The report of a fit as lines of text. */
export function printFit(report: FitReport): string {
  const { cltv, customers, maximumLikelihood, spend, noSpend, holdout, seconds, fitSeconds } = report
  const line = (label: string, text: string): string => `${bold(label.padEnd(12))} ${text}`
  const parameters = ({ r, alpha, a, b }: Pick<typeof cltv, 'r' | 'alpha' | 'a' | 'b'>): string =>
    `r ${r.toFixed(6)}, alpha ${alpha.toFixed(6)}, a ${a.toFixed(6)}, b ${b.toFixed(6)}`
  const lines = [
    line('orders', `${whole.format(report.rows)} rows, ${dateOf(report.firstDay)} to ${dateOf(report.newestDay)}`),
    ...report.refused.map(({ reason, remedy, rows, example }) =>
      yellow(`  ${whole.format(rows)} rows refused: ${reason}; first ${example}; ${remedy}`)),
    ...report.dropped.map(({ reason, remedy, rows, example }) =>
      yellow(`  ${whole.format(rows)} rows with a field dropped: ${reason}; first ${example}; ${remedy}`)),
    ...report.leftOut.map(({ reason, rows }) => dim(`  ${whole.format(rows)} rows left out: ${reason}`)),
    ...report.zeroDays
      ? [dim(`  ${whole.format(report.zeroDays)} days left out: worth nothing (--zero-orders counts them)`)] : [],
    line('fit', `until ${dateOf(report.untilDay)}: ${whole.format(customers)} customers, `
      + `${whole.format(report.purchases)} purchase days, ${whole.format(cltv.repeatBuyers)} customers bought again`),
    line(cltv.model, parameters(cltv)),
  ]
  if (cltv.priorOnly) {
    lines.push(yellow(`  fewer than ${fewestRepeatBuyers} customers bought again: these are the prior's parameters (priorOnly)`))
  } else {
    const short = cltv.calibration === undefined ? '' : `; actual over predicted in the last third before: ${cltv.calibration}`
    lines.push(dim(`  most probable under a weak prior; log-likelihood ${cltv.logLikelihood!.toFixed(4)}${short}`))
  }
  if (maximumLikelihood) {
    const { logLikelihood } = maximumLikelihood
    lines.push(dim(`  maximum likelihood alone: ${parameters(maximumLikelihood)}; log-likelihood ${logLikelihood.toFixed(4)}`))
  }
  for (const { model, parameters: found, logLikelihood } of report.checks ?? []) {
    const named = Object.entries(found).map(([name, value]) => `${name} ${value.toFixed(6)}`).join(', ')
    lines.push(dim(`  ${model} beside it: ${named}; log-likelihood ${logLikelihood.toFixed(4)}`))
  }
  if (spend) {
    const { p, q, gamma, customers: spenders, correlation, logLikelihood } = spend
    lines.push(
      line('gamma-gamma', `p ${p.toFixed(5)}, q ${q.toFixed(5)}, gamma ${gamma.toFixed(5)}`),
      dim(`  ${whole.format(spenders)} customers, log-likelihood ${logLikelihood.toFixed(4)}, `
        + `mean ${(p * gamma / (q - 1)).toFixed(2)}, correlation of spend and orders ${correlation.toFixed(3)}`),
    )
    if (Math.abs(correlation) > muchCorrelation) {
      lines.push(yellow(`  spend goes with the number of orders (${muchCorrelation}): values of frequent buyers are a guess`))
    }
  } else lines.push(line('gamma-gamma', `none: ${noSpend}`))
  lines.push(line('value', `over ${cltv.horizonWeeks} weeks, ${cltv.annualRate * 100} % a year discount, margin ${cltv.margin}`))
  if (holdout) lines.push('', ...printHoldout(holdout), '')
  lines.push(line('seconds', `${seconds.toFixed(1)}, ${fitSeconds.toFixed(2)} of them the fit`))
  return `${lines.join('\n')}\n`
}
