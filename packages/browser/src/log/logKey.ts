/**
 * Names of the records in a log's one object store. Plain strings, so that their order is the order of time.
 *
 * `e<time>-<tab>-<counter>` a batch: the events of one task of one tab · `c<first key>` a chunk of batches folded together ·
 * `b` the base (profile of events whose raw form is gone) · `s` the state record · `m` the meta record, which names this stretch
 * of the log · `o<order id>` last known parcels of an order.
 */
export const metaKey = 'm'
export const baseKey = 'b'
export const stateKey = 's'
export const orderKeyPrefix = 'o'

const batchKeyShape = /^e([0-9a-z]{9})-([0-9a-z]{1,12})-([0-9a-z]{5,9})$/

/** The parts of a batch key; undefined for anything that is none. */
export function readBatchKey(key: unknown): { at: number; tab: string; counter: number } | undefined {
  const parts = typeof key === 'string' ? batchKeyShape.exec(key) : null
  return parts === null
    ? undefined : { at: Number.parseInt(parts[1]!, 36), tab: parts[2]!, counter: Number.parseInt(parts[3]!, 36) }
}

/** Epoch ms of a batch's or a chunk's key; the end of time for anything else, so that nothing unknown is ever too old. */
export function batchTime(key: unknown): number {
  return readBatchKey(typeof key === 'string' ? key.replace(/^c|\..*/g, '') : key)?.at ?? Infinity
}

/** Lower and upper bound of all records whose key starts with `prefix`. */
export function keyRange(prefix: string): [string, string] {
  return [prefix, `${prefix}\uffff`]
}
