-- Item b on one of a customer's next $steps purchase days after an order with item a, when that order did not hold b itself:
-- distinct customers, the sum of weights, median days between. A step weighs (items of a's order * items of b's order) **
-- -$length_power, half of it for every $gap_half_life_days between the two and for every $half_life_days before the newest order,
-- in 1,048,576ths (2^20).
-- For engines that hold the orders; on one machine the same is counted from arrays (train/countAfter.ts), at a fraction of the time.
DROP TABLE IF EXISTS bought_after;
CREATE TABLE bought_after AS
WITH newest AS (
  SELECT max(day) AS day FROM shop_order
),
size AS (
  SELECT order_no, count(*) AS items FROM basket GROUP BY order_no
),
-- Purchase days of a customer, numbered.
visit AS (
  SELECT o.order_no, o.shopper, o.day, size.items, dense_rank() OVER (PARTITION BY o.shopper ORDER BY o.day) AS place
  FROM shop_order AS o
  JOIN size ON size.order_no = o.order_no
  WHERE o.known
),
step AS (
  SELECT
    x.order_no AS first_no,
    y.order_no AS later_no,
    x.shopper,
    y.day - x.day AS days,
    CAST(greatest(1, floor(0.5 + 1048576
      * power(CAST(x.items * y.items AS DOUBLE PRECISION), CAST(-$length_power AS DOUBLE PRECISION))
      * power(CAST(2 AS DOUBLE PRECISION), (x.day - y.day) / CAST($gap_half_life_days AS DOUBLE PRECISION))
      * power(CAST(2 AS DOUBLE PRECISION), (y.day - newest.day) / CAST($half_life_days AS DOUBLE PRECISION))))
      AS BIGINT) AS weight
  FROM visit AS x
  JOIN visit AS y ON y.shopper = x.shopper AND y.place > x.place AND y.place <= x.place + $steps
  CROSS JOIN newest
)
SELECT
  a.item AS a,
  b.item AS b,
  CAST(count(DISTINCT step.shopper) AS INTEGER) AS shoppers,
  CAST(sum(step.weight) AS BIGINT) AS weight,
  CAST(percentile_disc(0.5) WITHIN GROUP (ORDER BY step.days) AS INTEGER) AS days
FROM step
JOIN basket AS a ON a.order_no = step.first_no
JOIN basket AS b ON b.order_no = step.later_no
WHERE NOT EXISTS (SELECT 1 FROM basket AS own WHERE own.order_no = step.first_no AND own.item = b.item)
GROUP BY a.item, b.item;
