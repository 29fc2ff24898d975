/** A graph's edges: those of node `i` are numbers `edgeAt[i]` to `edgeAt[i + 1] - 1` of `to`. */
export interface Graph {
  edgeAt: Uint32Array
  to: Uint32Array
}

/** As measured on two shops' clicks: below 8 nodes, and after 8 rounds of swaps, nothing is gained. */
const leaf = 8
const rounds = 8
/** A gain is sorted in steps of so many bits, a power of two: with the node's number it makes one whole number below 2^53. */
const finestGain = 2 ** -10

/**
 * An order of the nodes in which neighbours stand close together, so that their gaps are small numbers: recursive graph bisection
 * (Dhulipala et al., "Compressing graphs and indexes with recursive graph bisection", KDD 2016), every node a document and its
 * neighbours its terms. Deterministic: ties go to the node that came first.
 *
 * @returns node by place
 */
export function bisectOrder({ edgeAt, to }: Graph): Uint32Array {
  const size = edgeAt.length - 1
  const order = Uint32Array.from({ length: size }, (_, node) => node)
  const degrees = [new Int32Array(size), new Int32Array(size)] as const
  const gains = new Float64Array(size)
  const placeOf = new Uint32Array(size)
  const logs = Float64Array.from({ length: size + 2 }, (_, value) => Math.log2(value || 1))
  const isRight = new Uint8Array(size)
  /** Above every node, and a power of two: what is left of a key without its multiples is exact, and needs no division. */
  const keyStep = 2 ** Math.ceil(Math.log2(Math.max(1, size)))
  const keys = new Float64Array(size)

  const waiting: [number, number][] = [[0, size]]
  for (let range = waiting.pop(); range; range = waiting.pop()) {
    const [low, high] = range
    if (high - low <= leaf) continue
    const middle = low + high >> 1
    for (let place = low; place < high; place++) {
      isRight[order[place]!] = place < middle ? 0 : 1
      addTo(degrees[place < middle ? 0 : 1], order[place]!, 1)
    }
    for (let round = 0; round < rounds; round++) if (!swap(low, middle, high)) break
    for (let place = low; place < high; place++) {
      for (let edge = edgeAt[order[place]!]!; edge < edgeAt[order[place]! + 1]!; edge++) degrees[0][to[edge]!] = degrees[1][to[edge]!] = 0
    }
    waiting.push([middle, high], [low, middle])
  }
  return order

  function addTo(degree: Int32Array, node: number, by: number): void {
    for (let edge = edgeAt[node]!; edge < edgeAt[node + 1]!; edge++) degree[to[edge]!]! += by
  }

  /** Bits that a node's terms cost less when it changes sides. */
  function gainOf(node: number, sizes: readonly [number, number]): number {
    const side = isRight[node] ? 1 : 0
    const [own, other] = [degrees[side], degrees[1 - side as 0 | 1]]
    const [ownLog, otherLog] = [logs[sizes[side]]!, logs[sizes[1 - side as 0 | 1]]!]
    let gain = 0
    for (let edge = edgeAt[node]!; edge < edgeAt[node + 1]!; edge++) {
      const here = own[to[edge]!]!
      const there = other[to[edge]!]!
      gain += here * (ownLog - logs[here + 1]!) - (here - 1) * (ownLog - logs[here]!)
        + there * (otherLog - logs[there + 1]!) - (there + 1) * (otherLog - logs[there + 2]!)
    }
    return gain
  }

  /** One round: the nodes that gain most on either side change places, pair by pair, as long as a pair gains. */
  function swap(low: number, middle: number, high: number): number {
    const sizes = [middle - low, high - middle] as const
    let [bestLeft, bestRight] = [-Infinity, -Infinity]
    for (let place = low; place < high; place++) {
      const gain = gains[order[place]!] = gainOf(order[place]!, sizes)
      if (place < middle) bestLeft = Math.max(bestLeft, gain)
      else bestRight = Math.max(bestRight, gain)
    }
    // Only who could gain with the other side's best is worth sorting.
    const wanting = (from: number, end: number, best: number): Uint32Array => {
      let count = 0
      for (let place = from; place < end; place++) {
        const node = order[place]!
        placeOf[node] = place
        // Numbers are sorted much faster than by a comparison: largest gain first, ties by node.
        if (gains[node]! + best > 0) keys[count++] = Math.round(-gains[node]! / finestGain) * keyStep + node
      }
      const sorted = keys.subarray(0, count).sort()
      return Uint32Array.from(sorted, key => placeOf[key - Math.floor(key / keyStep) * keyStep]!)
    }
    const [lefts, rights] = [wanting(low, middle, bestRight), wanting(middle, high, bestLeft)]
    let swapped = 0
    for (; swapped < Math.min(lefts.length, rights.length); swapped++) {
      const [left, right] = [lefts[swapped]!, rights[swapped]!]
      const [one, other] = [order[left]!, order[right]!]
      if (!(gains[one]! + gains[other]! > 0)) break
      for (const [node, side] of [[one, 0], [other, 1]] as const) {
        addTo(degrees[side], node, -1)
        addTo(degrees[1 - side as 0 | 1], node, 1)
        isRight[node] = 1 - side
      }
      order[left] = other
      order[right] = one
    }
    return swapped
  }
}
