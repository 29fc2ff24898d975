/** Whether `left op right` holds, written as the documentation says it: what is missing compares as false. */
export function naiveCompare(left: unknown, op: string, right: unknown): boolean {
  if (op === 'missing' || op === 'exists') return (left === undefined) === (op === 'missing')
  if (left === undefined) return false
  const [low, high] = (Array.isArray(right) ? right : [right, right]) as [number, number]
  if (Array.isArray(left)) {
    const wanted = [right].flat()
    return { hasAny: wanted.some(one => left.includes(one)), hasAll: wanted.every(one => left.includes(one)),
      hasNone: wanted.every(one => !left.includes(one)), size: left.length >= low && left.length <= high }[op] ?? false
  }
  if (op === 'in' || op === 'nin') return (right as unknown[]).some(one => one === left) === (op === 'in')
  if (op === 'between') return typeof left === 'number' && low <= left && left <= high
  if (typeof left !== typeof right) return false
  const order = left === right ? 0 : (left as number) < (right as number) ? -1 : 1
  const text = String(left)
  return {
    '=': order === 0, '!=': order !== 0, '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0,
    contains: typeof left === 'string' && text.indexOf(String(right)) >= 0, startsWith: typeof left === 'string' && text.indexOf(String(right)) === 0,
  }[op] ?? false
}
