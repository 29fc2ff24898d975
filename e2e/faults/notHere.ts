import type { Fault } from './fault.ts'

const never = async (): Promise<void> => {}

/** Faults of the catalogue that the browser at hand cannot be brought to, each with the reason. */
export const notHere: Fault[] = [
  { id: '32b', name: 'a frozen tab', notHere: '`Page.setWebLifecycleState` has no effect on pages under automation (no `freeze` event, timers go on): a transaction is held open instead (32)', expect: never },
  {
    id: '34b', name: 'a real restore from the back-forward cache',
    notHere: 'automation switches that cache off (microsoft/playwright#41872): its events are dispatched instead (34)',
    expect: never,
  },
  { id: '20b', name: 'a disk that is really full', notHere: 'needs a file system of its own; its error is thrown in packages/browser/test/faults (20)', expect: never },
  { id: '26b', name: 'power loss', notHere: 'a process can be killed, a machine cannot be unplugged from within', expect: never },
  { id: '0', name: 'Safari and Firefox', notHere: 'neither runs here; their known faults (hanging open, lost connection) are thrown one by one', expect: never },
]
