-- One row per order and item of the catalogue. place: number of the first row that named it, by which the lines of an order
-- stand.
DROP TABLE IF EXISTS basket;
CREATE TABLE basket AS
SELECT o.order_no, i.item, min(l.seq) AS place
FROM order_line AS l
JOIN shop_order AS o ON o.order_id = l.order_id
JOIN item_name AS i ON i.name = l.item_id
GROUP BY o.order_no, i.item;
