-- What each document says that a verdict rests on, in the order in which the document says it.
SELECT
  observation.document_name,
  document.published,
  observation.quote AS reported,
  observation.indicator AS reported_indicator,
  observation.starts,
  evidence.comparability,
  evidence.reason,
  evidence.grade,
  evidence.confidence,
  evidence.note,
  commitment.theme,
  commitment.indicator AS promised_indicator,
  commitment.quote AS promised,
  verdict.verdict,
  evidence.commitment,
  evidence.observation
FROM evidence
JOIN observation ON observation.id = evidence.observation
JOIN document ON document.id = observation.document
JOIN verdict ON verdict.commitment = evidence.commitment
JOIN commitment ON commitment.id = evidence.commitment
ORDER BY observation.document_name, observation.starts, observation.ends, evidence.observation, evidence.commitment
