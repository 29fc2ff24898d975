import { afterEach, beforeEach } from 'vitest'
import { connect } from '../../connect.ts'
import { createFakeClient, type FakeClient } from '../../testing/fakeClient.ts'
import { installFakeIntersection } from '../../testing/fakeIntersection.ts'
import { givePast, type FakeLog } from '../../testing/fakePrivacy.ts'
import { mount, settle, type Mounted } from '../../testing/mount.ts'
import '../define.ts'

/** What each test begins with anew. */
export const given = {} as { client: FakeClient; log: FakeLog; disconnect: () => void }

beforeEach(() => {
  installFakeIntersection()
  given.client = createFakeClient()
  given.log = givePast(given.client)
  given.disconnect = connect(given.client)
})
afterEach(async () => {
  document.body.replaceChildren()
  await settle()
  given.disconnect()
})

export async function shown(): Promise<Mounted> {
  const mounted = mount('shopside-privacy', {}, 'Written by the shop')
  await settle()
  return mounted
}
export const state = (mounted: Mounted): string | undefined => mounted.element.dataset['state']
export const labelled = (mounted: Mounted, label: string): HTMLElement => {
  const found = mounted.all('button').find(button => button.getAttribute('aria-label') === label)
  if (!found) throw new Error(`no button is called "${label}"`)
  return found
}
export const switches = (mounted: Mounted): HTMLElement[] => mounted.all('[role="switch"]')
export const said = (mounted: Mounted): string => mounted.find('[role="status"]').textContent ?? ''

/** Drops a file on the page, as a shopper would. */
export async function choose(page: Mounted, text: string): Promise<void> {
  const drop = new Event('drop', { cancelable: true })
  Object.assign(drop, { dataTransfer: { files: [new File([text], 'copy.json')] } })
  page.find('.take').dispatchEvent(drop)
  await settle()
  await settle()
}
