import { consentFaults } from './consentFaults.ts'
import type { Fault } from './fault.ts'
import { hostFaults } from './hostFaults.ts'
import { loadFaults } from './loadFaults.ts'
import { notHere } from './notHere.ts'
import { pageFaults } from './pageFaults.ts'
import { policyFaults } from './policyFaults.ts'
import { quotaFaults } from './quotaFaults.ts'
import { releaseFaults } from './releaseFaults.ts'
import { siteDataFaults } from './siteDataFaults.ts'
import { storageFaults } from './storageFaults.ts'
import { tabFaults } from './tabFaults.ts'

/** Every fault that is injected into a page of a running browser. Those of the profile folder are in profileFaults.ts. */
export const catalogue: readonly Fault[] = [
  ...storageFaults, ...quotaFaults, ...siteDataFaults, ...tabFaults, ...releaseFaults, ...hostFaults, ...policyFaults,
  ...pageFaults, ...consentFaults, ...loadFaults, ...notHere,
]
