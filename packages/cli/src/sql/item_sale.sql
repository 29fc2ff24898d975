-- One row per item that was ever ordered: its distinct shoppers of all time, of the last 7, 30, 90 and 365 days, and of the four
-- times as long before each of the first three ("before_7" is the 28 days before the last 7); its first day; its known customers,
-- and those who bought it on at least two days. Shoppers are counted, never units: one order of 80,000 pieces is one shopper.
DROP TABLE IF EXISTS item_sale;
CREATE TABLE item_sale AS
WITH newest AS (
  SELECT max(day) AS day FROM shop_order
),
-- Days before the newest order, by item and shopper.
bought AS (
  SELECT
    b.item,
    o.shopper,
    max(CASE WHEN o.known THEN 1 ELSE 0 END) AS known,
    min(newest.day - o.day) AS last_age,
    max(newest.day - o.day) AS first_age,
    max(CASE WHEN newest.day - o.day BETWEEN 7 AND 34 THEN 1 ELSE 0 END) AS before_7,
    max(CASE WHEN newest.day - o.day BETWEEN 30 AND 149 THEN 1 ELSE 0 END) AS before_30,
    max(CASE WHEN newest.day - o.day BETWEEN 90 AND 449 THEN 1 ELSE 0 END) AS before_90
  FROM basket AS b
  JOIN shop_order AS o ON o.order_no = b.order_no
  CROSS JOIN newest
  GROUP BY b.item, o.shopper
)
SELECT
  bought.item,
  CAST(count(*) AS INTEGER) AS shoppers,
  CAST(sum(CASE WHEN last_age < 7 THEN 1 ELSE 0 END) AS INTEGER) AS shoppers_7,
  CAST(sum(CASE WHEN last_age < 30 THEN 1 ELSE 0 END) AS INTEGER) AS shoppers_30,
  CAST(sum(CASE WHEN last_age < 90 THEN 1 ELSE 0 END) AS INTEGER) AS shoppers_90,
  CAST(sum(CASE WHEN last_age < 365 THEN 1 ELSE 0 END) AS INTEGER) AS shoppers_365,
  CAST(sum(before_7) AS INTEGER) AS before_7,
  CAST(sum(before_30) AS INTEGER) AS before_30,
  CAST(sum(before_90) AS INTEGER) AS before_90,
  max(newest.day) - max(first_age) AS first_day,
  CAST(sum(known) AS INTEGER) AS customers,
  CAST(sum(CASE WHEN known = 1 AND last_age < first_age THEN 1 ELSE 0 END) AS INTEGER) AS again
FROM bought
CROSS JOIN newest
GROUP BY bought.item;
