/** One segment as a shop writes it: data only. */
export interface SegmentSpec {
  /** Small letters, digits and dashes, at most 40; none of a preset. */
  id: string
  /** What a shopper reads of it, at most nine words ("You often choose offers"). Without it the privacy centre says the reasons alone. */
  sentence?: string
  /** Tells the page by the DOM event `shopside:segment`. @default false */
  public?: boolean
  rule: Rule
}

/** A condition that holds or not at a time. At most 8 deep and 64 nodes. What is missing compares as false, also by `!=`, `nin` and `hasNone`. */
export type Rule =
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  | FactRule
  | EventRule
  | SequenceRule
  | ScoreRule
  | { segment: string }

export type NumberOp = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'between'
export type ChoiceOp = 'in' | 'nin'
export type TextOp = 'contains' | 'startsWith'
export type SetOp = 'hasAny' | 'hasAll' | 'hasNone' | 'size'
export type PresenceOp = 'exists' | 'missing'
export type DateOp = 'before' | 'after' | 'withinLast' | 'olderThan' | 'withinNext'
export type RuleOp = NumberOp | ChoiceOp | TextOp | SetOp | PresenceOp | DateOp

/** What a property or a fact is: a value that compares. */
export type Plain = string | number | boolean

/**
 * `30d` is 30 times 24 hours, `90m`, `2h` and `4w` likewise; `7cd` is seven calendar days of the store's zone, today the last of them.
 * A window is (now - W, now]. One of more than 90 days counts calendar days too, and must be written in days or weeks; at most 390 days.
 */
export type Duration = string

/** Something known now: see `factTypes` for the names. */
export interface FactRule {
  fact: string
  op: RuleOp
  value?: Plain | Plain[]
}

/** A test of one property of an event, or of its items. Tests of items must all hold of the same item. */
export interface PropertyTest {
  prop: string
  op: NumberOp | ChoiceOp | TextOp | PresenceOp
  value?: Plain | Plain[]
}

export type Aggregate = 'count' | 'sum' | 'avg' | 'min' | 'max' | 'distinct' | 'first' | 'last' | 'top'

/** A figure over the events of one name. */
export interface EventRule {
  /** A name of GA4 or of ours, or the shop's own. */
  event: string
  /** @default 'count' */
  agg?: Aggregate
  /** What is summed, averaged, told apart: a property of the event, or of its items (`item_id`, `price`, `item_category` …). Every aggregate but count needs one. */
  prop?: string
  where?: PropertyTest[]
  /** Absent: all time. */
  within?: Duration
  /** A window that ended in the past, farther edge first: `['90d', '30d']` is (now - 90 d, now - 30 d]. */
  between?: [Duration, Duration]
  op: NumberOp | ChoiceOp | TextOp | PresenceOp
  value?: Plain | Plain[]
}

export interface SequenceStep {
  event: string
  where?: PropertyTest[]
  /** Did not happen: between its neighbours, or, as the last step, until `within` has passed since the step before. Never the first. */
  absent?: boolean
}

/** One event after the other, in the order of the log. */
export interface SequenceRule {
  seq: SequenceStep[]
  /** From the first step to the last; an absent last step is judged once this has passed since the step before. At most 90 days. */
  within: Duration
  /** A property that all steps share. */
  same?: string
  /** How long it holds after it came about. Absent: for ever. */
  recent?: Duration
}

/** A figure of `Predictions`. */
export interface ScoreRule {
  score: ScoreName
  op: NumberOp
  value: number | [number, number]
}

export type ScoreName = 'churn' | 'orders' | 'value' | 'discounts'
