import type { ComponentChild } from 'preact'
import type { MessageKey } from './en.ts'
import { shared } from './en/shared.ts'
import type { Message } from './message.ts'

/** What a message is filled with. `count` also chooses the plural form. */
export type MessageValues = Record<string, string | number>

const table: Record<string, Message> = { ...shared }
const pluralRules = new Intl.PluralRules(shared.language)

/** Makes the words of one widget known to `t`: called when its class or a later part of it is loaded. */
export function addMessages(messages: Readonly<Record<string, Message>>): void {
  Object.assign(table, messages)
}

/**
 * The one look-up of words.
 *
 * @param values fills `{name}`; a name without a value stays as it is written, so that a slip is seen
 */
export function t(key: MessageKey, values: MessageValues = {}): string {
  return pick(key, values).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** As `t`, for values that are markup (a title in `<bdi>`): the message in pieces, ready to be children of an element. */
export function tParts(key: MessageKey, values: Record<string, ComponentChild>): ComponentChild[] {
  return pick(key, values).split(/\{(\w+)\}/).map((piece, place) => (place % 2 === 1 ? values[piece] : piece))
}

function pick(key: MessageKey, values: Record<string, unknown>): string {
  const message = table[key] ?? key
  if (typeof message === 'string') return message
  const form = pluralRules.select(Number(values['count']))
  return form === 'one' && message.one !== undefined ? message.one : message.other
}
