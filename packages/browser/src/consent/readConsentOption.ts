import type { ConsentSourceName, ShopsideOptions } from '../options.ts'
import type { GateOptions } from './gate.ts'

/** What the option `consent` means for the gate, and the tool to follow, if any. */
export function readConsentOption(consent: ShopsideOptions['consent'] = 'required'): {
  mode: GateOptions['mode']
  tool?: ConsentSourceName | 'auto'
} {
  const asked = typeof consent === 'object' ? consent.source : consent
  if (asked === 'required' || asked === 'granted') return { mode: asked }
  return { mode: asked === 'auto' ? 'auto' : 'source', tool: asked }
}
