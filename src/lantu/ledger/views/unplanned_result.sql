-- Observations that serve no verdict: results nobody had promised, or promises that could not be paired.
SELECT
  observation.document_name,
  observation.theme,
  observation.indicator,
  observation.quote,
  observation.value,
  observation.unit,
  observation.period_start,
  observation.period_end,
  observation.starts,
  observation.id AS observation
FROM observation
WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.observation = observation.id)
ORDER BY observation.document_name, observation.starts, observation.ends, observation.id
