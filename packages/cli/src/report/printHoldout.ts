import type { HoldoutFigures } from '../fit/holdout/measureHoldout.ts'
import { whole } from './count.ts'

/** Predicted against actual, as lines of text. */
export function printHoldout(figures: HoldoutFigures): string[] {
  const { weeks, customers, actual, predicted, ownRate, calibration, auc, combined } = figures
  const share = (value: number): string => `${(value * 100).toFixed(1)} %`
  return [
    `holdout of ${weeks} weeks, ${whole.format(customers)} customers`,
    `  orders        predicted ${predicted.toFixed(1)}, actual ${whole.format(actual)}: `
    + `calibration factor ${calibration.toFixed(3)}; everybody as before: ${ownRate.toFixed(1)}`,
    `  per customer  correlation ${figures.correlation.toFixed(4)}, mean absolute error ${figures.meanAbsoluteError.toFixed(3)}, `
    + `root mean square ${figures.rootMeanSquareError.toFixed(3)}`,
    `  churn         Brier ${figures.brier.toFixed(4)}, always the share that bought (${share(figures.boughtShare)}) `
    + figures.brierOfShare.toFixed(4),
    `  AUC           churn ${auc.churn.toFixed(4)}, days since the last ${auc.recency.toFixed(4)}, `
    + `orders ${auc.frequency.toFixed(4)}, both ${auc.combined.toFixed(4)}`,
    `                both: ${combined.intercept.toFixed(3)} ${signed(combined.perWeekSince, 4)} a week since `
    + `${signed(combined.perLnOrders, 3)} ln(1 + x), learnt on ${whole.format(combined.customers)} customers and the last `
    + `${combined.weeks.toFixed(1)} weeks before the holdout`,
    '', '  x           customers  predicted     actual',
    ...figures.byRepeats.map(({ label, customers: of, predicted: mean, actual: came }) =>
      `  ${label.padEnd(10)} ${whole.format(of).padStart(10)} ${mean.toFixed(3).padStart(10)} ${came.toFixed(3).padStart(10)}`),
    '', '  tenth by P(buys)       predicted     bought',
    ...figures.byChurn.map(({ label, customers: of, predicted: mean, actual: came }) =>
      `  ${label.padEnd(10)} ${whole.format(of).padStart(10)} ${share(mean).padStart(10)} ${share(came).padStart(10)}`),
  ]
}

function signed(value: number, digits: number): string {
  return `${value < 0 ? '-' : '+'} ${Math.abs(value).toFixed(digits)}`
}
