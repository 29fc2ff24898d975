import { createGate, type Gate, type GateOptions } from '../gate.ts'

/** A localStorage of one page. */
export function memoryStorage(): Storage {
  const map = new Map<string, string>()
  return {
    get length() { return map.size },
    clear: () => map.clear(),
    getItem: key => map.get(key) ?? null,
    key: index => Array.from(map.keys())[index] ?? null,
    removeItem: key => void map.delete(key),
    setItem: (key, value) => void map.set(key, value),
  }
}

export function setUp(more: Partial<GateOptions> = {}) {
  const storage = memoryStorage()
  let ids = 0
  const options: GateOptions = {
    mode: 'required', key: 'shopside.consent', storage: () => storage, now: () => 1000, createId: () => `id${++ids}`,
    signalled: [], rememberRefusal: false, ...more,
  }
  return { storage, open: (other: Partial<GateOptions> = {}) => createGate({ ...options, ...other }) }
}

export const yes = { personalize: true }
export const no = { personalize: false }
export const all = (answer: boolean) => ({ personalize: answer, analytics: answer, connectors: answer })
export const purposesOf = (gate: Gate) => [
  gate.state.value.personalize, gate.state.value.analytics, gate.state.value.connectors,
].map(answer => answer[0]).join('')
