-- One row per item that was looked at: its distinct visitors (customers where known, else visits) of all time, of the last 7 and 30
-- days before the newest event, and of the four times as long before each ("before_7" is the 28 days before the last 7).
DROP TABLE IF EXISTS item_view;
CREATE TABLE item_view AS
WITH newest AS (
  SELECT max(at_ms) AS at_ms FROM event_row
),
look AS (
  SELECT e.item, coalesce('c' || nullif(e.customer_id, ''), 's' || e.session_id) AS visitor, newest.at_ms - e.at_ms AS age_ms
  FROM event_row AS e
  CROSS JOIN newest
  WHERE e.event = 'view'
),
visitor AS (
  SELECT
    item,
    min(age_ms) AS age_ms,
    max(CASE WHEN age_ms >= 604800000 AND age_ms < 3024000000 THEN 1 ELSE 0 END) AS before_7,
    max(CASE WHEN age_ms >= 2592000000 AND age_ms < 12960000000 THEN 1 ELSE 0 END) AS before_30
  FROM look
  GROUP BY item, visitor
)
SELECT
  item,
  CAST(count(*) AS INTEGER) AS viewers,
  CAST(sum(CASE WHEN age_ms < 604800000 THEN 1 ELSE 0 END) AS INTEGER) AS viewers_7,
  CAST(sum(CASE WHEN age_ms < 2592000000 THEN 1 ELSE 0 END) AS INTEGER) AS viewers_30,
  CAST(sum(before_7) AS INTEGER) AS before_7,
  CAST(sum(before_30) AS INTEGER) AS before_30
FROM visitor
GROUP BY item;
