/**
 * CRC-32 (IEEE 802.3, reflected, polynomial 0xEDB88320) of `bytes`, as an unsigned 32-bit number.
 * Finds accidents, not attackers: who can change the file can change its checksum, so the reader checks every field as well.
 */
export function crc32(bytes: Uint8Array): number {
  const table: number[] = []
  for (let i = 0; i < 256; i++) {
    let value = i
    for (let bit = 8; bit--;) value = value >>> 1 ^ (value & 1) * 0xedb88320
    table.push(value)
  }
  let crc = -1
  for (const byte of bytes) crc = crc >>> 8 ^ table[(crc ^ byte) & 255]!
  return ~crc >>> 0
}
