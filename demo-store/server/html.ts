/** Markup that is safe to send: only `html` and `json` make it. */
export interface Html {
  readonly markup: string
}

/** What may stand in a template: text and numbers are escaped, `Html` is taken as it is, nothing is drawn for the rest. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[]

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Tagged template for markup; every value is escaped, so that a title from a feed is never markup.
 * Attribute values must stand in quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = strings[0] ?? ''
  for (const [index, value] of values.entries()) markup += toMarkup(value) + (strings[index + 1] ?? '')
  return { markup }
}

/** Data for a `<script type="application/json">`: no `<` is left, so that no text can close the element. */
export function json(data: unknown): Html {
  return { markup: JSON.stringify(data).replaceAll('<', '\\u003c') }
}

/** Text as it may stand in markup and in quoted attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, letter => entities[letter] ?? letter)
}

function toMarkup(value: HtmlValue): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value))
  if ('markup' in value) return value.markup
  return value.map(toMarkup).join('')
}
