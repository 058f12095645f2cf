-- How much each document promises and reports, and how much of what it reports serves a verdict.
SELECT
  document.name AS document_name,
  document.title,
  document.published,
  document.publisher,
  document.licence,
  (SELECT COUNT(*) FROM commitment WHERE commitment.document = document.id) AS commitments,
  (SELECT COUNT(*) FROM observation WHERE observation.document = document.id) AS observations,
  (SELECT COUNT(*) FROM claim WHERE claim.document = document.id) AS claims,
  (SELECT COUNT(*) FROM issue WHERE issue.document_name = document.name) AS issues,
  (
    SELECT COUNT(DISTINCT evidence.observation)
    FROM evidence JOIN observation ON observation.id = evidence.observation
    WHERE observation.document = document.id
  ) AS observations_used,
  (
    SELECT COUNT(DISTINCT evidence.commitment)
    FROM evidence JOIN observation ON observation.id = evidence.observation
    WHERE observation.document = document.id
  ) AS commitments_served
FROM document
ORDER BY document.name, document.id
