-- Every commitment with its current verdict. "due": its period is over, or a report on all of it has been read.
SELECT
  commitment.theme,
  commitment.indicator,
  commitment.quote,
  commitment.comparator,
  commitment.value,
  commitment.upper,
  commitment.unit,
  commitment.period_start,
  commitment.period_end,
  verdict.verdict,
  verdict.computed,
  CASE
    WHEN commitment.period_end <= verdict.settled_on THEN 1
    WHEN commitment.period_end <= verdict.as_of THEN 1
    WHEN verdict.verdict IN ('partly_met', 'missed', 'silent') THEN 1
    ELSE 0
  END AS due,
  CASE WHEN verdict.secured THEN 1 ELSE 0 END AS secured,
  verdict.attainment_low,
  verdict.attainment_high,
  verdict.expected,
  verdict.evidence_grade,
  verdict.reviewability,
  verdict.comparability,
  verdict.reason,
  verdict.claim,
  CASE WHEN verdict.needs_review AND verdict.override_by IS NULL THEN 1 ELSE 0 END AS needs_review,
  verdict.settled_on,
  verdict.as_of,
  commitment.place,
  commitment.document_name,
  commitment.starts,
  commitment.ends,
  commitment.id AS commitment
FROM commitment
LEFT JOIN verdict ON verdict.commitment = commitment.id
ORDER BY commitment.document_name, commitment.starts, commitment.ends, commitment.id
