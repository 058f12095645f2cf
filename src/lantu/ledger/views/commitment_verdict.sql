SELECT commitment.theme, commitment.indicator, commitment.quote, commitment.comparator, commitment.value,
  commitment.upper, commitment.unit, commitment.period_end AS deadline, verdict.verdict, verdict.secured,
  verdict.attainment_low, verdict.attainment_high, verdict.evidence_grade, verdict.needs_review,
  verdict.settled_on, verdict.as_of, commitment.document_name, commitment.starts, commitment.id AS commitment
FROM commitment LEFT JOIN verdict ON verdict.commitment = commitment.id
ORDER BY commitment.document_name, commitment.starts, commitment.ends
