-- One row per item: its number, from 0 in the order of the ids' bytes, and the number of its category (0: none).
-- Without a catalogue the items are those that occur.
-- Reads catalogue_input(item_id, category), order_input(item_id) and event_input(item_id).
DROP TABLE IF EXISTS item_no;
CREATE TABLE item_no AS
WITH found AS (
  SELECT item_id, max(category COLLATE "C") AS category
  FROM catalogue_input
  GROUP BY item_id
  UNION ALL
  SELECT item_id, '' AS category
  FROM (SELECT item_id FROM order_input UNION SELECT item_id FROM event_input) AS seen
  WHERE NOT EXISTS (SELECT 1 FROM catalogue_input)
)
SELECT
  CAST(row_number() OVER (ORDER BY item_id COLLATE "C") - 1 AS INTEGER) AS item,
  item_id,
  CASE WHEN category = '' THEN 0 ELSE CAST(dense_rank() OVER (ORDER BY category COLLATE "C") AS INTEGER) END AS category
FROM found;
