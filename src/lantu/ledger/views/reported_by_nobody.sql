-- Commitments that could be checked and for which no evidence has been found, the earliest deadline first.
SELECT
  commitment_verdict.theme,
  commitment_verdict.indicator,
  commitment_verdict.quote,
  commitment_verdict.period_end,
  commitment_verdict.due,
  commitment_verdict.verdict,
  commitment_verdict.settled_on,
  commitment_verdict.document_name,
  commitment_verdict.starts,
  commitment_verdict.commitment
FROM commitment_verdict
WHERE commitment_verdict.evidence_grade = 'E0' AND commitment_verdict.verdict <> 'untestable'
ORDER BY
  CASE WHEN commitment_verdict.period_end IS NULL THEN 1 ELSE 0 END,
  commitment_verdict.period_end,
  commitment_verdict.document_name,
  commitment_verdict.starts,
  commitment_verdict.commitment
