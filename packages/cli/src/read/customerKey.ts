import { createHash } from 'node:crypto'
import { firstBytes } from './readText.ts'

/** Tells shoppers apart without keeping who they are: an e-mail address becomes a hash, any other id stays as it is. */
export interface CustomerKey {
  /** Goes before every address. From the file itself, so that the same input counts the same and two shops' hashes differ. */
  salt: string
  of(customer: string): string
}

/** Bytes of the file that the salt is made of. */
const saltBytes = 1 << 16

/** The key for a file of orders or events. The hash is used inside the count only: no file that is written holds one. */
export async function createCustomerKey(path: string): Promise<CustomerKey> {
  const salt = sha256(await firstBytes(path, saltBytes))
  return { salt, of: customer => customer.includes('@') ? sha256(`${salt}${customer.toLowerCase()}`) : customer }
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
