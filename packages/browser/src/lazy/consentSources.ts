// One lazy chunk: follows the page's consent tool. Its adapter comes in a chunk of its own.
import type { ConsentSourceName } from '../options.ts'
import type { ConsentSource } from '../consent/consentSource.ts'
import { followTool as follow, type Following } from '../consent/followTool.ts'
import { loadTwice } from '../loadTwice.ts'
import type { WayIn } from '../wayIn.ts'

const sources: Record<ConsentSourceName, (layerName: string) => Promise<ConsentSource>> = {
  google: async layerName => (await loadTwice(() => import('../consent/sources/googleSource.ts'))).createGoogleSource(layerName),
  shopify: async () => (await loadTwice(() => import('../consent/sources/shopifySource.ts'))).createShopifySource(),
  cookiebot: async () => (await loadTwice(() => import('../consent/sources/cookiebotSource.ts'))).createCookiebotSource(),
  onetrust: async () => (await loadTwice(() => import('../consent/sources/onetrustSource.ts'))).createOneTrustSource(),
  wordpress: async () => (await loadTwice(() => import('../consent/sources/wordpressSource.ts'))).createWordPressSource(),
}

export function followTool(wayIn: WayIn, asked: ConsentSourceName | 'auto', take: WayIn['answer']): Following {
  return follow(wayIn, asked, take, (name, layerName) => sources[name](layerName))
}
