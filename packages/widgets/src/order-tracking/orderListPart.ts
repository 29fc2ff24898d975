import { orderList } from '../messages/en/orderList.ts'
import type { Message } from '../messages/message.ts'
import css from './list.css?inline'
import { OrderList } from './OrderList.tsx'

/** The list of this browser's orders: loaded with `import()` where no single order was named. */
export const part: { OrderList: typeof OrderList; css: string; messages: Readonly<Record<string, Message>> } =
  { OrderList, css, messages: orderList }
