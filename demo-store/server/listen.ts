import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How many ports are tried before giving up. */
const maxTries = 20

/**
 * Listens on the port, or on the next free one after it; a taken port is said.
 *
 * @param port first port to try; 0 asks the system for a free one
 * @param say told of each taken port
 * @returns the port that is listened on
 * @throws the system's error when no port of the next twenty is free, or for any other reason at once
 */
export async function listen(server: Server, port: number, say: (sentence: string) => void = console.warn): Promise<number> {
  for (let tried = port; ; tried += 1) {
    try {
      await listenOnce(server, tried)
      return (server.address() as AddressInfo).port
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tried >= port + maxTries || port === 0) throw error
      say(`Port ${tried} is taken, trying ${tried + 1}.`)
    }
  }
}

function listenOnce(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // the loopback address alone: nothing of the demo is offered to the network
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}
