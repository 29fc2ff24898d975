/**
 * 64-bit hash of a string as two numbers in base 36: enough that two order ids of one shopper never meet, and not the id itself.
 * Two FNV-1a passes of 32 bits (public domain) with different primes and starts.
 */
export function hashId(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13)
  }
  return (a >>> 0).toString(36) + '.' + (b >>> 0).toString(36)
}
