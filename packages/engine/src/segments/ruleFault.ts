/** What is wrong with a rule, where, and what to write instead. */
export interface RuleFault {
  /** `segments[3].rule.all[1].op` */
  path: string
  problem: string
  remedy: string
}

/** Takes a fault down. */
export type TellFault = (path: string, problem: string, remedy: string) => void

/** A value as a message shows it: JSON, at most 40 characters. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** True for a plain object; its fields are its own. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Tells of every field that does not belong here. */
export function checkFields(path: string, value: Record<string, unknown>, known: readonly string[], tell: TellFault): void {
  for (const field of Object.keys(value)) if (!known.includes(field)) tell(`${path}.${field}`, 'is no field here', `use ${known.join(', ')}`)
}
