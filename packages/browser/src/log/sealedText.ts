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

/** Length and two FNV-1a passes of 32 bits (public domain): enough to see damage, no defence against somebody who means it. */
export function sealOf(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13)
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}.${text.length.toString(36)}`
}
