/** Arrays of zeros that several threads see (`Team`). */
export function sharedFloats(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * length))
}

/** See `sharedFloats`. */
export function sharedInts(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(4 * length))
}

/** Numbers up to 65,535. See `sharedFloats`. */
export function sharedShorts(length: number): Uint16Array {
  return new Uint16Array(new SharedArrayBuffer(2 * length))
}
