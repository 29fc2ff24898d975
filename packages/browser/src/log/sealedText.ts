import { hashId } from '@shopside/engine'
import { plainJson } from './plainJson.ts'

/** A value as text that says when it is not whole: `<checksum>.<length>` on the first line, JSON below. */
export function sealText(value: unknown): string {
  const json = plainJson(value)
  return `${sealOf(json)}\n${json}`
}

/** The value of a sealed text; undefined for a torn, cut or foreign one. */
export function unsealText(text: string): unknown {
  const end = text.indexOf('\n')
  const json = text.slice(end + 1)
  if (end < 0 || text.slice(0, end) !== sealOf(json)) return undefined
  try {
    return JSON.parse(json)
  } catch {
    // Sealed by somebody who writes no JSON: not ours.
    return undefined
  }
}

/** Hash and length: enough to see damage, no defence against somebody who means it. */
export function sealOf(text: string): string {
  return `${hashId(text).replace('.', '')}.${text.length.toString(36)}`
}
