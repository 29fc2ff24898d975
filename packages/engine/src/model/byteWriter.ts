/** A growing run of bytes, and the number codes that the model file uses. */
export interface ByteWriter {
  byte(value: number): void
  /** Unsigned LEB128: 7 bits per byte, low bits first. `value` 0..2^35. */
  varint(value: number): void
  /** `bits` lowest bits of `value`, filled from the lowest bit of each byte; 1..8. */
  bits(value: number, bits: number): void
  bytes(): Uint8Array<ArrayBuffer>
}

/** An empty writer. */
export function createByteWriter(): ByteWriter {
  let out = new Uint8Array(64)
  let length = 0
  let held = 0
  let heldBits = 0
  const push = (value: number): void => {
    if (length === out.length) {
      const longer = new Uint8Array(2 * length)
      longer.set(out)
      out = longer
    }
    out[length++] = value
  }
  return {
    byte: push,
    varint(value) {
      for (; value > 127; value = Math.floor(value / 128)) push(value % 128 + 128)
      push(value)
    },
    bits(value, bits) {
      held |= value << heldBits
      heldBits += bits
      if (heldBits < 8) return
      push(held & 255)
      held >>= 8
      heldBits -= 8
    },
    bytes() {
      const whole = new Uint8Array(length + Number(heldBits > 0))
      whole.set(out.subarray(0, length))
      if (heldBits > 0) whole[length] = held
      return whole
    },
  }
}

/** `values` as little-endian numbers of the narrowest width that holds all of them, or of `width` bytes: 1, 2 or 4. */
export function toColumn(values: ArrayLike<number>, width?: 1 | 2 | 4): Uint8Array<ArrayBuffer> {
  let top = 0
  for (let i = 0; i < values.length; i++) top = Math.max(top, values[i]!)
  const bytes = width ?? (top < 256 ? 1 : top < 65536 ? 2 : 4)
  const column = new Uint8Array(values.length * bytes)
  const view = new DataView(column.buffer)
  for (let i = 0; i < values.length; i++) {
    if (bytes === 1) view.setUint8(i, values[i]!)
    else if (bytes === 2) view.setUint16(i * 2, values[i]!, true)
    else view.setUint32(i * 4, values[i]!, true)
  }
  return column
}
