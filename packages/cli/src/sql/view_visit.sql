-- One row per visit, numbered from 0 by the time of its newest event, ties by the bytes of its id: the first n visits are the
-- past.
-- shopper: the customer where known, else the visit itself.
-- Reads event_row(session_id, seq, at_ms, event, item, customer_id).
DROP TABLE IF EXISTS view_visit;
CREATE TABLE view_visit AS
WITH visit AS (
  SELECT session_id, max(at_ms) AS at_ms, count(DISTINCT item) AS items, min(nullif(customer_id, '') COLLATE "C") AS customer_id
  FROM event_row
  GROUP BY session_id
)
SELECT
  session_id,
  CAST(row_number() OVER (ORDER BY at_ms, session_id COLLATE "C") - 1 AS INTEGER) AS visit_no,
  at_ms,
  CAST(items AS INTEGER) AS items,
  CAST(dense_rank() OVER (ORDER BY coalesce('c' || customer_id, 's' || session_id) COLLATE "C") AS INTEGER) AS shopper
FROM visit;
