/** Rows that are written one after the other into the same array, most of whose places stay 0. */
export interface SparseRow<Row> {
  /** Makes `into` all 0 for the next row; returns where to note the places that are written to. */
  begin(into: Row): Uint32Array
  /** The first `count` notes: a view that holds until the next row. */
  end(count: number): Uint32Array
}

/**
 * Wipes what the last row wrote and nothing else: in a shop of 100,000 items whose rows hold hundreds, wiping whole rows costs
 * more than counting them. An array that was not the last one is wiped whole.
 *
 * @param size length of a row
 */
export function sparseRow<Row extends Float64Array | Uint32Array>(size: number): SparseRow<Row> {
  const noted = new Uint32Array(size)
  let last: Row | undefined
  let count = 0
  return {
    begin(into) {
      if (into === last) for (let place = 0; place < count; place++) into[noted[place]!] = 0
      else into.fill(0)
      last = into
      count = 0
      return noted
    },
    end(written) {
      count = written
      return noted.subarray(0, written)
    },
  }
}
