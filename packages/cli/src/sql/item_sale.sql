-- One row per item that was ever ordered: its distinct shoppers, also in the recent window, and its first day.
-- $recent_days: the window before the newest order. Shoppers are counted, never units: one order of 80,000 pieces is one shopper.
CREATE OR REPLACE TABLE item_sale AS
WITH newest AS (
  SELECT max(day) AS day FROM shop_order
)
SELECT
  item,
  count(DISTINCT shopper) AS shoppers,
  count(DISTINCT CASE WHEN basket.day > newest.day - $recent_days THEN shopper END) AS recent_shoppers,
  min(basket.day) AS first_day,
  sum(weight) AS weight
FROM basket
CROSS JOIN newest
GROUP BY item;
