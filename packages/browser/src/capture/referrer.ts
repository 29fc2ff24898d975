import type { PageParams } from '@shopside/engine'
import { toSearchTerm, toText } from '@shopside/engine/boundary'

/** Click ids by name, as their vendors document them. Their values tell persons apart, so only which kinds were there is kept. */
const clickIds = [
  'dclid', 'epik', 'fbclid', 'gbraid', 'gclid', 'irclickid', 'li_fat_id', 'msclkid', 'sccid', 'ttclid', 'twclid', 'wbraid',
  'yclid',
]

/**
 * Where a page was come to from: the host, the campaign, the names of click ids. Never an address, never a value that names a
 * person.
 */
export function readReferrer(address: string, referrer: string): PageParams {
  const params: PageParams = {}
  const page = new URL(address)
  const from = hostOf(referrer)
  if (from !== undefined && from !== page.host) params.referrer_host = from
  for (const field of ['source', 'medium', 'campaign'] as const) {
    const said = toSearchTerm(page.searchParams.get(`utm_${field}`))
    if (said !== undefined) params[field] = said
  }
  const present = clickIds.filter(name => page.searchParams.has(name))
  if (present.length > 0) params.click_ids = present.join(' ')
  return params
}

function hostOf(referrer: string): string | undefined {
  try {
    return toText(new URL(referrer).host, 100)
  } catch {
    // None, or an app's own scheme.
    return undefined
  }
}
