/**
 * FNV-1a over 32-bit words (little-endian; what is beyond the last whole word does not count), as an unsigned 32-bit number.
 * Every step is a bijection, so that no change of a single word goes unseen; a word at a time, since a CRC of 2 MB takes as long
 * as all the rest. Finds accidents, not attackers: who can change the file can change its checksum, so the reader checks every
 * field as well.
 *
 * @param bytes start at a multiple of 4
 */
export function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
  let sum = 0x811c9dc5
  for (let place = 0; place < words.length; place++) sum = Math.imul(sum ^ words[place]!, 0x1000193)
  return sum >>> 0
}
