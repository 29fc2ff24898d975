import { buildPackages } from '../build/buildPackages.ts'
import { buildModel } from '../store/buildModel.ts'
import { openStore } from '../store/openStore.ts'

/** Builds what is missing, opens the demo store on a free port, tells the journeys where it is. Gives back its end. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await buildPackages(line => console.log(line))
  await buildModel()
  const store = await openStore(0)
  process.env['SHOPSIDE_STORE_URL'] = store.url
  return () => store.close()
}
