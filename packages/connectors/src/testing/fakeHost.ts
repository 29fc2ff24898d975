import type { Ack, Connector, ConnectorHost } from '@shopside/browser'

/** What a connector has said to its host, in order. */
export interface Said {
  name: string
  params: unknown
  at?: number
}

/** A host that writes down what it is told, and answers as the real one does. */
export interface FakeHost extends ConnectorHost {
  readonly said: Said[]
  readonly problems: string[]
  /** What the connector answers to "add to basket". */
  add(items: { item_id: string; quantity?: number }[]): Promise<unknown>
  /** As if the page had asked this address; true when somebody wanted to know. */
  request(path: string): boolean
  /** Requests watched now. */
  watched(): number
}

/** How the shop's endpoints answer: by "METHOD /path". A number is a status with an HTML page. */
export type Endpoints = Record<string, unknown>

/** One request as it was made. */
export interface Asked {
  request: string
  body: unknown
  headers: Headers
}

/** Puts endpoints under `window.fetch` of a test page. Unknown ones answer 404 in HTML. */
export function serveEndpoints(page: Window, endpoints: Endpoints): Asked[] {
  const asked: Asked[] = []
  page.fetch = async (input, init) => {
    const request = `${init?.method ?? 'GET'} ${String(input)}`
    asked.push(
      { request, body: init?.body === undefined ? undefined : JSON.parse(String(init.body)), headers: new Headers(init?.headers) }
    )
    const made = endpoints[request] ?? 404
    const answer: unknown = typeof made === 'function' ? await made(asked.at(-1)) : made
    if (answer instanceof Response) return answer
    return typeof answer === 'number'
      ? new Response('<!doctype html><title>Sorry</title>', { status: answer, headers: { 'content-type': 'text/html' } })
      : Response.json(answer)
  }
  return asked
}

export function createFakeHost(page: Window & typeof globalThis, level: Ack['level'] = 'written'): FakeHost {
  const said: Said[] = []
  const problems: string[] = []
  const watchers = new Set<{ matches: (path: string) => boolean; run: () => void }>()
  let add: ((items: never[]) => Promise<unknown>) | undefined
  /** As the boundary does: what is undefined is not there. */
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  return {
    window: page,
    said,
    problems,
    now: () => Date.parse('2026-11-20T12:00:00Z'),
    report: async (name, params, at) => {
      said.push({ name, params: plain(params), ...(at === undefined ? {} : { at }) })
      return { level }
    },
    cart: async (lines, about = {}) => {
      const { currency, token } = about
      said.push({ name: 'cart', params: plain({ lines, currency, token }) })
      return { level }
    },
    answerAdd(answer) {
      add = answer as typeof add
    },
    onRequest(matches, run) {
      const watcher = { matches, run }
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    problem: code => void problems.push(code),
    async add(items) {
      return add?.(items as never[])
    },
    request(path) {
      const wanted = [...watchers].filter(({ matches }) => matches(path))
      for (const { run } of wanted) run()
      return wanted.length > 0
    },
    watched: () => watchers.size,
  }
}

/** Starts a connector; the promise of its first reading is given time to settle. @returns stops it */
export async function startConnector(connector: Connector, host: FakeHost): Promise<() => void> {
  const stop = connector.start?.(host) ?? (() => {})
  await settle()
  return stop
}

/** Lets everything that waits only for promises come to its end: fetches of the test page are such. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(done => setImmediate(done))
}
