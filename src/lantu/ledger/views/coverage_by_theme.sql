-- One line a theme, the plan's own themes first and in its order, then other headings. A theme of the plan without
-- any commitment is listed with zeros. Delivered of due and reported of due are the headline and its coverage.
WITH settled AS (
  SELECT
    commitment_verdict.commitment,
    theme_word.position,
    CASE WHEN theme_word.position IS NULL THEN COALESCE(commitment_verdict.theme, '') END AS other,
    commitment_verdict.verdict,
    commitment_verdict.secured,
    CASE WHEN verdict <> 'untestable' THEN 1 ELSE 0 END AS testable,
    CASE WHEN verdict <> 'untestable' AND due = 1 THEN 1 ELSE 0 END AS due,
    CASE WHEN evidence_grade <> 'E0' THEN 1 ELSE 0 END AS reported,
    CASE WHEN verdict IN ('met', 'exceeded') THEN 1 ELSE 0 END AS delivered
  FROM commitment_verdict
  LEFT JOIN theme_word ON theme_word.word = commitment_verdict.theme
), heading AS (
  SELECT name AS theme, position, NULL AS other FROM theme
  UNION ALL
  SELECT DISTINCT other, NULL, other FROM settled WHERE other IS NOT NULL
)
SELECT
  heading.theme,
  heading.position,
  COUNT(settled.commitment) AS commitments,
  COALESCE(SUM(settled.testable), 0) AS testable,
  COALESCE(SUM(settled.due), 0) AS due,
  COALESCE(SUM(settled.due * settled.reported), 0) AS due_and_reported,
  COALESCE(SUM(settled.due * settled.delivered), 0) AS due_and_delivered,
  COALESCE(SUM(settled.testable - settled.due), 0) AS not_yet_due,
  COALESCE(SUM((settled.testable - settled.due) * settled.secured), 0) AS not_yet_due_but_secured,
  COALESCE(SUM(settled.reported), 0) AS reported,
  COUNT(CASE WHEN settled.verdict = 'untestable' THEN 1 END) AS untestable,
  COUNT(CASE WHEN settled.verdict = 'not_comparable' THEN 1 END) AS not_comparable,
  COUNT(CASE WHEN settled.verdict = 'undetermined' THEN 1 END) AS undetermined,
  COUNT(CASE WHEN settled.verdict = 'contested' THEN 1 END) AS contested,
  COUNT(CASE WHEN settled.verdict = 'exceeded' THEN 1 END) AS exceeded,
  COUNT(CASE WHEN settled.verdict = 'met' THEN 1 END) AS met,
  COUNT(CASE WHEN settled.verdict = 'met_to_date' THEN 1 END) AS met_to_date,
  COUNT(CASE WHEN settled.verdict = 'ahead' THEN 1 END) AS ahead,
  COUNT(CASE WHEN settled.verdict = 'on_track' THEN 1 END) AS on_track,
  COUNT(CASE WHEN settled.verdict = 'behind' THEN 1 END) AS behind,
  COUNT(CASE WHEN settled.verdict = 'not_started' THEN 1 END) AS not_started,
  COUNT(CASE WHEN settled.verdict = 'not_due' THEN 1 END) AS not_due,
  COUNT(CASE WHEN settled.verdict = 'not_reported' THEN 1 END) AS not_reported,
  COUNT(CASE WHEN settled.verdict = 'partly_met' THEN 1 END) AS partly_met,
  COUNT(CASE WHEN settled.verdict = 'missed' THEN 1 END) AS missed,
  COUNT(CASE WHEN settled.verdict = 'reversed' THEN 1 END) AS reversed,
  COUNT(CASE WHEN settled.verdict = 'silent' THEN 1 END) AS silent
FROM heading
LEFT JOIN settled ON settled.position = heading.position OR settled.other = heading.other
GROUP BY heading.theme, heading.position
ORDER BY CASE WHEN heading.position IS NULL THEN 1 ELSE 0 END, heading.position, heading.theme
