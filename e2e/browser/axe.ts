import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What we look at of axe's answer. */
interface AxeResults {
  violations: { id: string; impact: string | null; help: string; nodes: { target: unknown; failureSummary?: string }[] }[]
}

/** Ends what fades in just now, in every shadow root: half faded has half the contrast. What goes on for ever is left. */
const endFades = `(function end(root) {
  for (const animation of root.getAnimations()) try { animation.finish() } catch {}
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) end(element.shadowRoot)
})(document)`

/**
 * Runs all of axe's rules on the page as it stands, shadow roots included, and with what fades in at its end.
 *
 * @param scope a selector: looks at that part alone. @default the whole page
 * @returns one line per finding that is moderate, serious or critical
 */
export async function axeFindings(page: Page, scope?: string): Promise<string[]> {
  // In a world of its own, so that the page's globals stay as they are and its policy does not matter.
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' })
  await session.send('Runtime.evaluate', { contextId: executionContextId, expression: source })
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression: `${endFades}; axe.run(${JSON.stringify(scope ?? null)} ?? document, { resultTypes: ["violations"] }).then(results => JSON.stringify(results))`,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  if (exceptionDetails !== undefined) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`)
  const { violations } = JSON.parse(String(result.value)) as AxeResults
  return violations
    .filter(violation => violation.impact !== null && violation.impact !== 'minor')
    .flatMap(violation => violation.nodes.map(node => `${violation.impact} ${violation.id}: ${violation.help} at ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`))
}
