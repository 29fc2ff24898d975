-- Two items in one order, a < b: distinct shoppers and the sum of the orders' weights; and a row of each item with itself.
-- For engines that hold the orders; on one machine the same is counted from arrays (train/gram.ts), at a fraction of the time.
-- An order of n items weighs n ** -$length_power, half of it $half_life_days before the newest order (0: age does not matter), in
-- 1,048,576ths (2^20): whole numbers, so that no sum depends on the order of its rows.
-- $least_orders: pairs in fewer orders are left out, to keep the table small; 1 keeps all.
DROP TABLE IF EXISTS pair;
CREATE TABLE pair AS
WITH newest AS (
  SELECT max(day) AS day FROM shop_order
),
size AS (
  SELECT order_no, count(*) AS items FROM basket GROUP BY order_no
),
weighed AS (
  SELECT
    o.order_no,
    o.shopper,
    CAST(greatest(1, floor(0.5 + 1048576
      * power(CAST(size.items AS DOUBLE PRECISION), CAST(-$length_power AS DOUBLE PRECISION))
      * CASE WHEN $half_life_days > 0
          THEN power(CAST(2 AS DOUBLE PRECISION), (o.day - newest.day) / nullif(CAST($half_life_days AS DOUBLE PRECISION), 0))
          ELSE 1 END)) AS BIGINT) AS weight
  FROM shop_order AS o
  JOIN size ON size.order_no = o.order_no
  CROSS JOIN newest
)
SELECT
  x.item AS a,
  y.item AS b,
  CAST(count(DISTINCT w.shopper) AS INTEGER) AS shoppers,
  CAST(sum(w.weight) AS BIGINT) AS weight
FROM basket AS x
JOIN basket AS y ON y.order_no = x.order_no AND y.item >= x.item
JOIN weighed AS w ON w.order_no = x.order_no
GROUP BY x.item, y.item
HAVING x.item = y.item OR count(*) >= $least_orders;
