-- One row per purchase day of a known customer: how many orders, and what they came to, in ten-thousandths of the currency
-- (whole numbers, so that sums are the same however they are added up; NULL where a price is not known). priced: no line is
-- without a price, though it may be in another currency than most, and so not known. Days of nothing are no purchases. Read from the rows themselves: orders that a warehouse counted have no purchases here.
DROP TABLE IF EXISTS purchase;
CREATE TABLE purchase AS
WITH line AS (
  SELECT o.shopper, o.day, o.order_no, CAST(round(l.price * l.quantity * 10000) AS BIGINT) AS value,
    l.price IS NOT NULL OR l.in_other AS priced
  FROM order_input AS l
  JOIN shop_order AS o ON o.order_id = l.order_id
  WHERE o.known
)
SELECT
  shopper,
  day,
  CAST(count(DISTINCT order_no) AS INTEGER) AS orders,
  CAST(CASE WHEN count(value) = count(*) THEN sum(value) END AS BIGINT) AS value,
  bool_and(priced) AS priced
FROM line
GROUP BY shopper, day
HAVING count(value) < count(*) OR sum(value) > 0;
