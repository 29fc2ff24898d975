/** A message with one form a plural category (`Intl.PluralRules`), chosen by `{count}`. */
export interface PluralMessage {
  one?: string
  other: string
}

/** A sentence with `{name}` places, or its plural forms. */
export type Message = string | PluralMessage
