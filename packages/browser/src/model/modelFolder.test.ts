// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { browserEnvironment } from '../environment.ts'
import { createModelFolder } from './modelFolder.ts'

/** A host whose answer is written by the test, and the timers of the page, run by hand. */
function slowHost() {
  let body!: ReadableStreamDefaultController<Uint8Array>
  let answer!: (response: Response) => void
  const timers: (() => void)[] = []
  const folder = createModelFolder({
    ...browserEnvironment(window),
    setTimer: run => timers.push(run),
    fetch: (_url, { signal }) => new Promise((done, fail) => {
      answer = done
      signal!.addEventListener('abort', () => {
        fail(signal!.reason as Error)
        // As Chromium has it, which says nothing of the reason here.
        body?.error(new DOMException('BodyStreamBuffer was aborted', 'AbortError'))
      })
    }),
  }, '/model/')
  return {
    asked: folder.manifest(),
    answer: () => answer(new Response(new ReadableStream<Uint8Array>({ start: controller => { body = controller } }))),
    async send(text: string) {
      body.enqueue(new TextEncoder().encode(text))
      await settle()
    },
    end: () => body.close(),
    /** Lets one round pass. */
    tick: () => timers.shift()?.(),
    timers,
  }
}

/** Everything that waits for nothing but its turn. */
const settle = (): Promise<void> => new Promise(done => { setTimeout(done) })

describe('a host of a model', () => {
  it('that never answers is given up after two rounds', async () => {
    const { asked, tick } = slowHost()
    tick()
    tick()
    await expect(asked).rejects.toThrow('timeout')
  })

  it('that is slow is waited for, as long as it goes on', async () => {
    const { asked, answer, send, end, tick } = slowHost()
    answer()
    await settle()
    for (const part of ['a', 'b', 'c', 'd']) {
      tick()
      await send(part)
    }
    end()
    expect(await asked).toBe('abcd')
  })

  it('that falls silent half-way is given up', async () => {
    const { asked, answer, send, tick } = slowHost()
    answer()
    await settle()
    await send('a')
    tick()
    tick()
    await expect(asked).rejects.toThrow('timeout')
  })

  it('leaves no timer behind it', async () => {
    const { asked, answer, end, tick, timers } = slowHost()
    answer()
    await settle()
    end()
    await asked
    expect(timers).toHaveLength(1)
    tick()
    expect(timers).toEqual([])
  })
})
