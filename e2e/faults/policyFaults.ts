import type { SurfaceWindow } from '../browser/plainShop.ts'
import { must, type Fault } from './fault.ts'
import type { Stage } from './stage.ts'
import { worksFully } from './worksFully.ts'

/** Hosts that let little happen. */
export const policyFaults: Fault[] = [
  {
    id: '70', name: 'a policy without unsafe-inline',
    async journey(stage) {
      const page = await stage.open('/no-inline')
      await stage.track(page, 5)
    },
    async expect(stage) {
      await worksFully(stage)
      await violate(
        stage, 'document.body.append(Object.assign(document.createElement("style"), { textContent: "b { color: red }" }))',
        /CSP: style-src-elem/,
      )
    },
  },
  {
    id: '71', name: 'Trusted Types without any policy',
    async expect(stage) {
      await worksFully(stage)
      await violate(
        stage, 'try { document.createElement("p").innerHTML = "<b>" } catch {}',
        /CSP: require-trusted-types-for|TrustedHTML|Trusted/i,
      )
    },
  },
  {
    id: '72', name: 'a policy that lets nobody fetch and nobody start a worker',
    inject: async stage => stage.firedByComplaint(/connect-src|violates the (following|document's) Content Security Policy/),
    async journey(stage) {
      const page = await stage.open('/no-connect')
      await stage.track(page, 5)
      await page.evaluate(async () => { await (window as unknown as SurfaceWindow).shopside.ready })
    },
    async expect(stage) {
      must(stage.acknowledged.size === 5, `${stage.acknowledged.size} of 5 were written`)
    },
  },
]

/** Shows at the end that the policy is in force: the host itself does what is forbidden. */
async function violate(stage: Stage, code: string, complaint: RegExp): Promise<void> {
  stage.firedByComplaint(complaint)
  stage.expectComplaint(/Content Security Policy|TrustedHTML/)
  const page = stage.context.pages()[0]!
  await page.evaluate(code)
  await page.waitForTimeout(100)
}
