-- One row per event of a visit, numbered from 0 in order of time: a look, and what was put into the basket or bought, which is a
-- look too.
DROP TABLE IF EXISTS view_click;
CREATE TABLE view_click AS
SELECT
  v.visit_no,
  CAST(row_number() OVER (PARTITION BY v.visit_no ORDER BY e.at_ms, e.seq) - 1 AS INTEGER) AS place,
  e.item
FROM event_row AS e
JOIN view_visit AS v ON v.session_id = e.session_id;
