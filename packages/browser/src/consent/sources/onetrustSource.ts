import type { Answer } from '../../client.ts'
import type { ConsentSource } from '../consentSource.ts'

interface OneTrustPage {
  /** ",C0001,C0003,": the active groups. */
  OnetrustActiveGroups?: unknown
  OneTrust?: { IsAlertBoxClosed?: unknown }
}

/**
 * OneTrust (developer.onetrust.com, Web CMP events guide): `OnetrustActiveGroups` names the groups that are active, by answer or
 * by the shop's own settings; `OneTrustGroupsUpdated` and `OTConsentApplied` are raised on window. A group that is not active has
 * been refused only once the shopper has answered: the banner was closed (`OneTrust.IsAlertBoxClosed()`), or consent was applied
 * on this page.
 */
export function createOneTrustSource(): ConsentSource {
  let applied = false
  return {
    name: 'onetrust',
    map: { personalize: [['C0003']], analytics: [['C0002']], connectors: [['C0004']] },
    category(page, category): Answer {
      const { OnetrustActiveGroups: groups, OneTrust } = page as OneTrustPage
      if (typeof groups !== 'string') return 'unknown'
      if (groups.split(',').includes(category)) return 'granted'
      const isClosed = OneTrust?.IsAlertBoxClosed
      return applied || (typeof isClosed === 'function' && isClosed.call(OneTrust) === true) ? 'denied' : 'unknown'
    },
    listen(page, changed) {
      const onApplied = (): void => {
        applied = true
        changed()
      }
      page.addEventListener('OneTrustGroupsUpdated', changed)
      page.addEventListener('OTConsentApplied', onApplied)
      return () => {
        page.removeEventListener('OneTrustGroupsUpdated', changed)
        page.removeEventListener('OTConsentApplied', onApplied)
      }
    },
  }
}
