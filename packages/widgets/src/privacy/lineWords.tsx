import type { ComponentChild } from 'preact'
import type { RememberedLine } from '@shopside/browser'
import { money } from '../format/money.ts'
import type { MessageKey } from '../messages/en.ts'
import { t, tParts, type MessageValues } from '../messages/t.ts'

/** A line of the timeline, its title or term in `<bdi>`. */
export function lineWords(line: RememberedLine, locale: string): ComponentChild[] {
  const [key, values] = messageOf(line, locale)
  const { title, ...rest } = values
  return tParts(key, title === undefined ? rest : { ...rest, title: <bdi>{title}</bdi> })
}

/** The same as one text, for a button's name and to be said. */
export function lineText(line: RememberedLine, locale: string): string {
  return t(...messageOf(line, locale))
}

function messageOf(line: RememberedLine, locale: string): [MessageKey, MessageValues] {
  switch (line.kind) {
    case 'looked': return [line.times === 2 ? 'line.looked-twice' : 'line.looked', { title: line.title, count: line.times }]
    case 'searched': return [line.times === 2 ? 'line.searched-twice' : 'line.searched', { title: line.term, count: line.times }]
    case 'put': return ['line.put', { title: line.title, count: line.units ?? 1 }]
    case 'wanted': return ['line.wanted', { title: line.title }]
    case 'refused': return ['line.refused', { title: line.title }]
    case 'ordered': return orderMessage(line, locale)
    case 'pages': return pagesMessage(line)
  }
}

function orderMessage(line: RememberedLine & { kind: 'ordered' }, locale: string): [MessageKey, MessageValues] {
  if (line.hidden) return ['line.ordered-hidden', {}]
  const price = line.value === undefined || line.currency === undefined ? undefined : money(line.value, line.currency, locale)
  return price === undefined ? ['line.ordered', { count: line.things }] : ['line.ordered-for', { count: line.things, price }]
}

function pagesMessage({ pages, others }: RememberedLine & { kind: 'pages' }): [MessageKey, MessageValues] {
  if (pages === 0) return ['line.noted', { count: others }]
  return others === 0
    ? ['line.pages', { count: pages }] : ['line.pages-noted', { count: pages, noted: t('line.noted', { count: others }) }]
}
