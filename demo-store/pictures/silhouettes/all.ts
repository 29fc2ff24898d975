import { bags } from './bags.ts'
import { tea } from './tea.ts'
import { walls } from './walls.ts'
import { jars } from './jars.ts'
import { tins } from './tins.ts'
import { hangings } from './hangings.ts'
import { homeware } from './homeware.ts'
import { boxes } from './boxes.ts'
import { linen } from './linen.ts'
import { table } from './table.ts'
import { paper } from './paper.ts'
import { gifts } from './gifts.ts'
import { desk } from './desk.ts'
import { kitchen } from './kitchen.ts'
import { candles } from './candles.ts'
import { party } from './party.ts'
import { garden } from './garden.ts'
import { flowers } from './flowers.ts'
import { hanging } from './hanging.ts'
import { christmas } from './christmas.ts'
import { lights } from './lights.ts'
import { play } from './play.ts'
import { toys } from './toys.ts'
import { trinkets } from './trinkets.ts'
import { jewellery } from './jewellery.ts'
import { furnishings } from './furnishings.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Every family of silhouettes; a kind belongs to one family alone. */
export const families: readonly Silhouettes[] = [
  bags,
  tea,
  walls,
  jars,
  tins,
  hangings,
  homeware,
  boxes,
  linen,
  table,
  paper,
  gifts,
  desk,
  kitchen,
  candles,
  party,
  garden,
  flowers,
  hanging,
  christmas,
  lights,
  play,
  toys,
  trinkets,
  jewellery,
  furnishings,
]
