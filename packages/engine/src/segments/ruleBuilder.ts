import type {
  Aggregate, ChoiceOp, DateOp, Duration, EventRule, FactRule, NumberOp, Plain, PresenceOp, PropertyTest, Rule, RuleOp, ScoreName, ScoreRule, SequenceRule,
  SequenceStep, SetOp, TextOp,
} from './rule.ts'

/** Ends of a comparison with a number. */
export interface NumberEnds<Made> {
  atLeast(value: number): Made
  moreThan(value: number): Made
  atMost(value: number): Made
  lessThan(value: number): Made
  equals(value: number): Made
  isNot(value: number): Made
  isBetween(low: number, high: number): Made
}

/** Ends of a comparison with a text, a yes or a no. */
export interface ValueEnds<Made> {
  equals(value: Plain): Made
  isNot(value: Plain): Made
  isOneOf(...values: Plain[]): Made
  isNoneOf(...values: Plain[]): Made
  contains(text: string): Made
  startsWith(text: string): Made
  exists(): Made
  isMissing(): Made
}

/** What narrows events before they are compared: each returns a new step, none changes this one. */
interface EventSteps<Ends> {
  /** Events, or items, of which this holds too. */
  where(prop: string, op: PropertyTest['op'], value?: Plain | Plain[]): EventSteps<Ends> & Ends
  /** In the time up to now. */
  within(window: Duration): EventSteps<Ends> & Ends
  /** In a window that ended in the past, the farther edge first. */
  between(far: Duration, near: Duration): EventSteps<Ends> & Ends
}

export type CountSteps = EventSteps<NumberEnds<EventRule>> & NumberEnds<EventRule>
export type ValueSteps = EventSteps<ValueEnds<EventRule>> & ValueEnds<EventRule>

/** Writes rules with the editor's help; each method gives the plain JSON of `Rule`. `checkRules` still looks it over. */
export interface RuleBuilder {
  all(...rules: Rule[]): Rule
  any(...rules: Rule[]): Rule
  not(rule: Rule): Rule
  segment(id: string): Rule
  count(event: string): CountSteps
  sum(event: string, prop: string): CountSteps
  avg(event: string, prop: string): CountSteps
  min(event: string, prop: string): CountSteps
  max(event: string, prop: string): CountSteps
  distinct(event: string, prop: string): CountSteps
  first(event: string, prop: string): ValueSteps
  last(event: string, prop: string): ValueSteps
  top(event: string, prop: string): ValueSteps
  fact(name: string, op: NumberOp | ChoiceOp | TextOp | SetOp | PresenceOp | DateOp, value?: Plain | Plain[]): FactRule
  score(name: ScoreName): NumberEnds<ScoreRule>
  /** One after the other; a step is the name of an event, `absent(name)`, or written out. */
  sequence(within: Duration, steps: (string | SequenceStep)[], more?: { same?: string; recent?: Duration }): SequenceRule
  /** A step that did not happen. */
  absent(event: string): SequenceStep
}

type End<Made> = (op: RuleOp, value?: Plain | Plain[]) => Made

function numberEnds<Made>(end: End<Made>): NumberEnds<Made> {
  return {
    atLeast: value => end('>=', value), moreThan: value => end('>', value), atMost: value => end('<=', value), lessThan: value => end('<', value),
    equals: value => end('=', value), isNot: value => end('!=', value), isBetween: (low, high) => end('between', [low, high]),
  }
}

function valueEnds<Made>(end: End<Made>): ValueEnds<Made> {
  return {
    equals: value => end('=', value), isNot: value => end('!=', value), isOneOf: (...values) => end('in', values),
    isNoneOf: (...values) => end('nin', values), contains: text => end('contains', text), startsWith: text => end('startsWith', text),
    exists: () => end('exists'), isMissing: () => end('missing'),
  }
}

function eventSteps<Ends>(given: Omit<EventRule, 'op'>, ends: (end: End<EventRule>) => Ends): EventSteps<Ends> & Ends {
  const again = (more: Partial<EventRule>): EventSteps<Ends> & Ends => eventSteps({ ...given, ...more }, ends)
  return {
    where: (prop, op, value) => again({ where: [...given.where ?? [], { prop, op, ...(value !== undefined && { value }) }] }),
    within: window => again({ within: window }),
    between: (far, near) => again({ between: [far, near] }),
    ...ends((op, value) => ({ ...given, op: op as EventRule['op'], ...(value !== undefined && { value }) })),
  }
}

const figure = (agg: Aggregate) => (event: string, prop: string): CountSteps => eventSteps({ event, agg, prop }, numberEnds)
const value = (agg: Aggregate) => (event: string, prop: string): ValueSteps => eventSteps({ event, agg, prop }, valueEnds)

/** `rule.count('view_item').where('item_category', '=', 'Garden').within('7d').atLeast(3)` */
export const rule: RuleBuilder = {
  all: (...rules) => ({ all: rules }),
  any: (...rules) => ({ any: rules }),
  not: inner => ({ not: inner }),
  segment: id => ({ segment: id }),
  count: event => eventSteps({ event }, numberEnds),
  sum: figure('sum'), avg: figure('avg'), min: figure('min'), max: figure('max'), distinct: figure('distinct'),
  first: value('first'), last: value('last'), top: value('top'),
  fact: (fact, op, than) => ({ fact, op, ...(than !== undefined && { value: than }) }),
  score: name => numberEnds((op, than) => ({ score: name, op: op as NumberOp, value: than as number | [number, number] })),
  sequence: (within, steps, more = {}) => ({ seq: steps.map(step => (typeof step === 'string' ? { event: step } : step)), within, ...more }),
  absent: event => ({ event, absent: true }),
}
