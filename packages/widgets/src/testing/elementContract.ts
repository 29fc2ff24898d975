import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../connect.ts'
import { createFakeClient, type FakeClient } from './fakeClient.ts'
import { activeObservers, installFakeIntersection } from './fakeIntersection.ts'
import { mount, settle } from './mount.ts'

/** What an element needs so that it has something to show. */
export interface ContractCase {
  tag: string
  attributes: Record<string, string>
  /** Gives the client answers with which the element becomes ready. */
  fill(client: FakeClient): void
  /** Makes the view throw when it draws. */
  breakView(client: FakeClient): void
  /** Attributes that may change at any time. */
  spam: Record<string, readonly string[]>
}

/** What every element of ours keeps, whatever it shows. */
export function elementContract(each: ContractCase): void {
  describe(`<${each.tag}> as an element`, () => {
    let client: FakeClient
    let disconnect = (): void => {}
    beforeEach(() => {
      installFakeIntersection()
      client = createFakeClient()
      each.fill(client)
    })
    afterEach(async () => {
      document.body.replaceChildren()
      await settle()
      disconnect()
    })

    it('shows its children and waits while there is no client, then draws', async () => {
      const { element, root } = mount(each.tag, each.attributes, 'Written by the shop')
      await settle()
      expect(element.dataset['state']).toBe('waiting')
      expect(root.querySelector('slot:not([name])')).not.toBeNull()
      disconnect = connect(client)
      await settle()
      expect(client.reports.some(report => report.element === element)).toBe(true)
      expect(element.dataset['state']).not.toBe('error')
    })

    it('goes back to its children when the client is taken away', async () => {
      const { element, root } = mount(each.tag, each.attributes, 'Written by the shop')
      connect(client)()
      await settle()
      expect(element.dataset['state']).toBe('waiting')
      expect(root.querySelector('slot')).not.toBeNull()
      expect(root.querySelector('section')).toBeNull()
    })

    it('leaves no observer, timer, claim or listener after 100 turns on and off the page', async () => {
      disconnect = connect(client)
      const { element, timers } = mount(each.tag, each.attributes)
      const watched = countListeners()
      for (let turn = 0; turn < 100; turn++) {
        element.remove()
        await Promise.resolve()
        document.body.append(element)
        if (turn % 10 === 0) await settle()
      }
      element.remove()
      await settle()
      watched.stop()
      expect(activeObservers()).toBe(0)
      expect(timers.pending()).toBe(0)
      expect(client.held.size).toBe(0)
      expect(watched.open()).toBe(0)
    })

    it('keeps what it shows when it is moved within one task', async () => {
      disconnect = connect(client)
      const { element, root } = mount(each.tag, each.attributes)
      await settle()
      const before = root.firstElementChild
      const box = document.body.appendChild(document.createElement('div'))
      box.append(element)
      await settle()
      expect(root.firstElementChild).toBe(before)
    })

    it('survives attributes that change all the time, and ends in the state of the last ones', async () => {
      disconnect = connect(client)
      const { element, timers } = mount(each.tag, each.attributes)
      for (let turn = 0; turn < 30; turn++) {
        for (const name in each.spam) element.setAttribute(name, each.spam[name]![turn % each.spam[name]!.length]!)
        if (turn % 7 === 0) await settle()
      }
      for (const name in each.spam) {
        if (each.attributes[name] === undefined) element.removeAttribute(name)
        else element.setAttribute(name, each.attributes[name])
      }
      await settle()
      timers.advance(2500)
      await settle()
      const fresh = mount(each.tag, each.attributes)
      element.remove()
      await settle()
      fresh.timers.advance(2500)
      await settle()
      expect(element.dataset['state']).toBe(fresh.element.dataset['state'])
    })

    it('ends in state error with its children when its view throws, and throws nothing at the page', async () => {
      const errors: unknown[] = []
      const hear = (event: Event): void => void errors.push(event)
      addEventListener('error', hear)
      addEventListener('unhandledrejection', hear)
      each.breakView(client)
      disconnect = connect(client)
      const { element, root, timers } = mount(each.tag, each.attributes, 'Written by the shop')
      await settle()
      timers.advance(2500)
      await settle()
      removeEventListener('error', hear)
      removeEventListener('unhandledrejection', hear)
      expect(element.dataset['state']).toBe('error')
      expect(root.querySelector('slot:not([name])')).not.toBeNull()
      expect(errors).toEqual([])
      expect(client.reports.at(-1)?.reason).toMatch(/shop\.status/)
    })

    it('takes properties that were set before it was defined, and reflects them', () => {
      const name = Object.keys(each.spam)[0]!
      const property = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
      const element = document.createElement(each.tag)
      Object.defineProperty(element, property, { value: 'early', configurable: true, writable: true, enumerable: true })
      document.body.append(element)
      expect(element.getAttribute(name)).toBe('early')
    })
  })
}

/** Counts listeners on window and document that were added and not taken off, `signal` included. */
function countListeners(): { open(): number; stop(): void } {
  const open = new Set<unknown>()
  const undo = [window, document].map(target => {
    const { addEventListener: add, removeEventListener: remove } = target
    target.addEventListener = ((type: string, listener: EventListener, options?: AddEventListenerOptions) => {
      open.add(listener)
      options?.signal?.addEventListener('abort', () => open.delete(listener))
      add.call(target, type, listener, options)
    }) as typeof target.addEventListener
    target.removeEventListener = ((type: string, listener: EventListener) => {
      open.delete(listener)
      remove.call(target, type, listener)
    }) as typeof target.removeEventListener
    return () => Object.assign(target, { addEventListener: add, removeEventListener: remove })
  })
  return { open: () => open.size, stop: () => undo.forEach(restore => restore()) }
}
