import { buildStoreClient } from './buildStoreClient.ts'
import { modelDir, sdkDir } from './paths.ts'

/** The demo store, listening. */
export interface OpenStore {
  /** Without a slash at the end, e.g. `http://localhost:4180`. */
  url: string
  close(): Promise<void>
}

/**
 * Builds the store's scripts if need be and opens it with the model and the SDK that were built.
 *
 * @param port first port to try; 0 takes a free one
 * @param say told of a taken port
 */
export async function openStore(port: number, say: (sentence: string) => void = () => {}): Promise<OpenStore> {
  await buildStoreClient()
  const { startStore } = await import('demo-store/server/startStore.ts')
  const store = await startStore({ port, modelDir, sdkDir, say })
  return { url: store.url, close: store.close }
}
