-- One row per item that was looked at: its distinct visitors (customers where known, else visits) of all time, and of the last 7
-- and 30 days before the newest event.
DROP TABLE IF EXISTS item_view;
CREATE TABLE item_view AS
WITH newest AS (
  SELECT max(at_ms) AS at_ms FROM event_row
),
visitor AS (
  SELECT item, coalesce('c' || nullif(customer_id, ''), 's' || session_id) AS visitor, max(at_ms) AS last_ms
  FROM event_row
  WHERE event = 'view'
  GROUP BY item, coalesce('c' || nullif(customer_id, ''), 's' || session_id)
)
SELECT
  item,
  CAST(count(*) AS INTEGER) AS viewers,
  CAST(sum(CASE WHEN last_ms > newest.at_ms - 604800000 THEN 1 ELSE 0 END) AS INTEGER) AS viewers_7,
  CAST(sum(CASE WHEN last_ms > newest.at_ms - 2592000000 THEN 1 ELSE 0 END) AS INTEGER) AS viewers_30
FROM visitor
CROSS JOIN newest
GROUP BY item;
