import type { CDPSession, Page } from '@playwright/test'

/** What writing costs one arm. Times in ms. */
export interface WritingCost {
  /** Mean of each call in a burst of 20 in one task: shows the middle, which single calls hide behind the clock's steps. */
  burstMs: number[]
  /** Single calls between two looks at the clock: show the tail. */
  singleMs: number[]
  /** Events from the first call to the last answer, one to a task. */
  eventsPerSecond: number
  /** Main-thread time of an event with everything that it causes, one to a task. */
  cpuMsPerEvent: number
}

/** How an arm writes event `n`, as the text of an expression that gives a promise. */
export const arms = {
  shopside: "shopside.track('view_item', { currency: 'GBP', value: 1.25, items: [{ item_id: String(20000 + n % 500), item_name: 'Regency Cakestand 3 Tier', price: 1.25 }] })",
  idbKeyval: "set(`${Date.now()}-${n}`, { name: 'view_item', at: Date.now(), page: '/', params: { currency: 'GBP', value: 1.25, items: [{ item_id: String(20000 + n % 500), item_name: 'Regency Cakestand 3 Tier', price: 1.25 }] } }, store)",
} as const

/** In each page once: what both arms need. */
const prelude = `
  const { createStore, set } = await import('/control/index.js')
  const { shopside } = window
  const store = createStore('control', 'events')
  const channel = new MessageChannel()
  const nextTask = () => new Promise(done => { channel.port1.onmessage = done; channel.port2.postMessage(0) })
`

/** Calls before anything is looked at: the engine has compiled what it will. */
const warmUp = 2000
const bursts = 150
const perBurst = 20

/** Measures one arm on a page that has done nothing yet. */
export async function trackCalls(page: Page, session: CDPSession, arm: keyof typeof arms, paced: number): Promise<WritingCost> {
  const call = arms[arm]
  const { burstMs, singleMs } = await page.evaluate<{ burstMs: number[]; singleMs: number[] }>(`(async () => {${prelude}
    let n = 0
    let answers = []
    const settle = async () => { await Promise.all(answers); answers = []; await nextTask() }
    for (; n < ${warmUp};) { for (let k = 0; k < ${perBurst}; k++, n++) answers.push(${call}); await settle() }
    const burstMs = []
    const singleMs = []
    for (let burst = 0; burst < ${bursts}; burst++) {
      let before = performance.now()
      for (let k = 0; k < ${perBurst}; k++, n++) answers.push(${call})
      burstMs.push((performance.now() - before) / ${perBurst})
      await settle()
      for (let k = 0; k < ${perBurst}; k++, n++) {
        before = performance.now()
        const answer = ${call}
        singleMs.push(performance.now() - before)
        answers.push(answer)
      }
      await settle()
    }
    return { burstMs, singleMs }
  })()`)
  const before = await mainThreadMs(session)
  const ms = await page.evaluate<number>(`(async () => {${prelude}
    const began = performance.now()
    const answers = []
    for (let n = 0; n < ${paced}; n++) { answers.push(${call}); await nextTask() }
    await Promise.all(answers)
    return performance.now() - began
  })()`)
  const cpuMs = await mainThreadMs(session) - before
  return { burstMs, singleMs, eventsPerSecond: paced / (ms / 1000), cpuMsPerEvent: cpuMs / paced }
}

/** Time of the page's main thread so far, in ms, by the thread's own clock. */
async function mainThreadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}
