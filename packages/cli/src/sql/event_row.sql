-- Events of items of the catalogue. seq: the row's number, by which events of one time are told apart.
DROP TABLE IF EXISTS event_row;
CREATE TABLE event_row AS
SELECT e.session_id, e.seq, e.at_ms, e.event, i.item, e.customer_id
FROM event_input AS e
JOIN item_name AS i ON i.name = e.item_id;
