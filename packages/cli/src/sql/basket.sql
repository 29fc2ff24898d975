-- One row per order and item of the catalogue, with the order's weight: a whole number, so that no sum
-- depends on the order of its rows.
-- $half_life_days: an order this much older than the newest counts half; 0 = age does not matter.
-- $length_power: an order of n items counts n ** -$length_power; 0 = length does not matter.
CREATE OR REPLACE TABLE basket AS
WITH line AS (
  SELECT DISTINCT o.order_no, l.item
  FROM order_line l
  JOIN shop_order o USING (order_id)
  WHERE l.item >= 0
),
size AS (
  SELECT order_no, count(*) AS items FROM line GROUP BY order_no
),
newest AS (
  SELECT max(day) AS day FROM shop_order
)
SELECT
  line.order_no,
  line.item,
  o.shopper,
  o.day,
  o.known,
  CAST(ceil(65536
    * power(size.items, -$length_power)
    * CASE WHEN $half_life_days > 0 THEN power(2, (o.day - newest.day) / $half_life_days) ELSE 1 END
  ) AS BIGINT) AS weight
FROM line
JOIN size USING (order_no)
JOIN shop_order o USING (order_no)
CROSS JOIN newest;
