// @vitest-environment page
import { signal } from '@preact/signals-core'
import type { Membership } from '@shopside/engine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../connect.ts'
import { createFakeClient, type FakeClient } from '../testing/fakeClient.ts'
import { settle } from '../testing/mount.ts'
import { isShown } from './isShown.ts'

const memberships = signal<Membership[] | undefined>(undefined)
let client: FakeClient
let kept = 0
let disconnect = (): void => {}

function add(attributes: Record<string, string>, style = ''): HTMLElement {
  const element = document.createElement('shopside-when')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  // Stands for what the shop's sheet and the stub's say before any element is there.
  element.style.cssText = style
  document.body.append(element)
  return element
}

beforeEach(() => {
  memberships.value = undefined
  kept = 0
  client = createFakeClient()
  Object.assign(client, { keepSegments: async () => void kept++ })
  Object.assign(client.shop, { segments: memberships })
})
afterEach(async () => {
  document.body.replaceChildren()
  await settle()
  disconnect()
})

const loyal: Membership[] = [{ id: 'loyal', since: 0, because: [{ kind: 'no-order' }] }, { id: 'returning', since: 0, because: [{ kind: 'no-order' }] }]

describe('<shopside-when>', () => {
  it('leaves elements of the first frame as they are, whatever becomes known on this page', async () => {
    const [hidden, shown] = [add({ segment: 'loyal' }, 'display: none'), add({ not: 'loyal' }, 'display: contents')]
    await import('./define.ts')
    disconnect = connect(client)
    memberships.value = loyal
    await settle()
    expect([hidden, shown].map(element => element.dataset['state'])).toEqual(['hidden', 'shown'])
    expect(kept).toBe(2)
  })

  it('lets an element that is added later take what is known then, also when it asks something else', async () => {
    await import('./define.ts')
    disconnect = connect(client)
    const early = add({ segment: 'loyal' }, 'display: none')
    memberships.value = loyal
    const [late, other] = [add({ segment: 'bulk-buyer loyal' }, 'display: none'), add({ segment: 'loyal', not: 'returning' })]
    expect([early, late, other].map(element => element.dataset['state'])).toEqual(['hidden', 'shown', 'hidden'])
    other.setAttribute('not', 'lapsed')
    expect(other.dataset['state']).toBe('shown')
  })

  it('follows memberships while it stands on the page, and no longer', async () => {
    await import('./define.ts')
    const follows: string[] = []
    const followed = signal<Membership[] | undefined>(loyal, { watched: () => void follows.push('on'), unwatched: () => void follows.push('off') })
    Object.assign(client.shop, { segments: followed })
    disconnect = connect(client)
    const element = add({ segment: 'loyal' })
    document.createElement('div').append(element)
    document.body.append(element)
    expect([follows, element.dataset['state']]).toEqual([['on'], 'shown'])
    element.remove()
    await settle()
    expect([follows, element.dataset['state']]).toEqual([['on', 'off'], undefined])
  })

  it('asks nothing where Shopside is off', async () => {
    await import('./define.ts')
    disconnect = connect(Object.assign(client, { isOff: true }))
    add({ segment: 'loyal' })
    await settle()
    expect(kept).toBe(0)
  })
})

describe('isShown', () => {
  it.each([
    [null, null, true], ['loyal', null, true], ['new loyal', null, true], ['new', null, false], ['', null, false],
    [null, 'new', true], [null, 'new returning', false], ['loyal', 'returning', false], ['loyal', '', true],
  ])('of segment %o and not %o is %o', (segment, not, expected) => {
    expect(isShown({ segment, not }, new Set(['loyal', 'returning']))).toBe(expected)
  })
})
