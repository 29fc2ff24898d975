-- One row per "looked at a, bought b afterwards": by how many distinct shoppers, in the same visit or within $days days.
-- viewers: distinct shoppers who looked at a.
DROP TABLE IF EXISTS view_purchase;
CREATE TABLE view_purchase AS
WITH deed AS (
  SELECT v.shopper, e.item, e.event, e.at_ms
  FROM event_row AS e
  JOIN view_visit AS v ON v.session_id = e.session_id
),
look AS (
  SELECT shopper, item, min(at_ms) AS at_ms FROM deed WHERE event <> 'purchase' GROUP BY shopper, item, floor(at_ms / 86400000.0)
),
bought AS (
  SELECT shopper, item, max(at_ms) AS at_ms FROM deed WHERE event = 'purchase' GROUP BY shopper, item, floor(at_ms / 86400000.0)
),
viewer AS (
  SELECT item, count(DISTINCT shopper) AS viewers FROM look GROUP BY item
)
SELECT l.item AS a, b.item AS b, CAST(count(DISTINCT l.shopper) AS INTEGER) AS shoppers,
  CAST(max(v.viewers) AS INTEGER) AS viewers
FROM look AS l
JOIN bought AS b ON b.shopper = l.shopper AND b.item <> l.item AND b.at_ms >= l.at_ms AND b.at_ms <= l.at_ms + $days * 86400000.0
JOIN viewer AS v ON v.item = l.item
GROUP BY l.item, b.item;
