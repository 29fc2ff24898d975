import { afterEach, beforeEach } from 'vitest'
import { connect } from '../../connect.ts'
import { createFakeClient, type FakeClient } from '../../testing/fakeClient.ts'
import { installFakeIntersection } from '../../testing/fakeIntersection.ts'
import { fakeCards } from '../../testing/fakeProducts.ts'
import { mount, settle, type Mounted } from '../../testing/mount.ts'
import '../define.ts'

export const tag = 'shopside-recommendations'
export const dayMs = 86_400_000

/** Who is asked in this test: has forty popular cards, unless the test gives it others. */
export const stage: { client: FakeClient } = { client: createFakeClient() }
let disconnect: () => void

beforeEach(() => {
  installFakeIntersection()
  stage.client = createFakeClient()
  stage.client.answers.recommend = () => fakeCards(40)
  disconnect = connect(stage.client)
})
afterEach(async () => {
  document.body.replaceChildren()
  await settle()
  disconnect()
})

export async function shown(attributes: Record<string, string> = {}, children = ''): Promise<Mounted> {
  const mounted = mount(tag, attributes, children)
  await settle()
  return mounted
}
export const titles = (mounted: Mounted): string[] => mounted.all('.title').map(title => title.textContent ?? '')
export const state = (mounted: Mounted): string | undefined => mounted.element.dataset['state']
export const lastReason = (): string | undefined => stage.client.reports.at(-1)?.reason
export const events = (name: string): Record<string, unknown>[] => stage.client.tracked.filter(each => each.name === name).map(
  each => each.params,
)
