import type { PurchaseStats } from '@shopside/engine'
import type { CustomerDays } from '../customerDays.ts'
import { purchasesBetween, splitDayOf, statsAt } from '../customerDays.ts'

/**
 * Who buys again, from how long ago and how often alone: a logistic regression on weeks since the last purchase and ln(1 + x).
 * It ranks; it is no probability over the horizon, for it was learnt on a shorter one.
 */
export interface ReturnScore {
  /** Weeks at the end of the known time whose purchases were what had to be told: a third of it. */
  weeks: number
  customers: number
  intercept: number
  perWeekSince: number
  perLnOrders: number
  score(stats: PurchaseStats): number
}

const rounds = 25
/** Keeps weights finite where the two separate the customers wholly. */
const ridge = 1e-6

/** Learns from what is known at `untilDay` alone: the state at two thirds of that time, and who bought in the last third. */
export function fitReturnScore(customers: readonly CustomerDays[], untilDay: number): ReturnScore {
  const splitDay = splitDayOf(customers, untilDay)
  const rows = customers.flatMap(customer => {
    const stats = statsAt(customer, splitDay)
    return stats ? [{ at: featuresOf(stats), bought: purchasesBetween(customer, splitDay, untilDay) > 0 }] : []
  })
  let weights: readonly number[] = [0, 0, 0]
  for (let round = 0; round < rounds; round++) weights = step(rows, weights)
  const [intercept, perWeekSince, perLnOrders] = weights as [number, number, number]
  return {
    weeks: (untilDay - splitDay) / 7, customers: rows.length, intercept, perWeekSince, perLnOrders,
    score: stats => dot(weights, featuresOf(stats)),
  }
}

function featuresOf({ repeats, lastWeeks, ageWeeks }: PurchaseStats): number[] {
  return [1, ageWeeks - lastWeeks, Math.log1p(repeats)]
}

/** One of Newton's steps towards the most likely weights. */
function step(rows: readonly { at: readonly number[]; bought: boolean }[], weights: readonly number[]): number[] {
  const slope = weights.map(weight => -ridge * weight)
  const curve = weights.map((_, i) => weights.map((_, j) => i === j ? ridge : 0))
  for (const { at, bought } of rows) {
    const share = 1 / (1 + Math.exp(-dot(weights, at)))
    for (const [i, x] of at.entries()) {
      slope[i]! += x * (Number(bought) - share)
      for (const [j, y] of at.entries()) curve[i]![j]! += share * (1 - share) * x * y
    }
  }
  const moved = solve(curve, slope)
  return weights.map((weight, i) => weight + moved[i]!)
}

/** Solves a small symmetric positive system by elimination; it is changed. */
function solve(matrix: number[][], right: number[]): number[] {
  for (const [i, row] of matrix.entries()) {
    for (let j = i + 1; j < matrix.length; j++) {
      const share = matrix[j]![i]! / row[i]!
      for (let k = i; k < row.length; k++) matrix[j]![k]! -= share * row[k]!
      right[j]! -= share * right[i]!
    }
  }
  for (let i = matrix.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < matrix.length; j++) right[i]! -= matrix[i]![j]! * right[j]!
    right[i]! /= matrix[i]![i]!
  }
  return right
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, part, at) => sum + part * b[at]!, 0)
}
