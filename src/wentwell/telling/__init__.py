"""An answer told to a person: on a terminal, as Markdown, as a page, as JSON; dates for a calendar.

Every number comes from the ``Assessment``; nothing here knows how it was made.
"""

from wentwell.telling._board import (
    board_to_csv,
    board_to_file,
    board_to_json,
    board_to_markdown,
    board_to_terminal,
    found_to_json,
    found_to_terminal,
    job_to_dict,
    job_to_terminal,
    name_of,
    stage_words,
    step_words,
)
from wentwell.telling._clean import clean, shown
from wentwell.telling._html import to_html
from wentwell.telling._ics import PRODUCT, IcsEvent, to_ics
from wentwell.telling._json import to_json
from wentwell.telling._mails import (
    filed_words,
    inbox_to_json,
    kind_words,
    mail_line,
    mail_words,
    match_words,
    proposal_words,
)
from wentwell.telling._markdown import to_markdown
from wentwell.telling._pace import (
    GO_ON,
    NONE_OPEN,
    PACE_HEADINGS,
    PACE_PRIORS,
    PACE_RANGE,
    PacePage,
    lay_out_pace,
    need_sentence,
    next_to_json,
    next_to_terminal,
    pace_to_json,
    pace_to_terminal,
    today_to_json,
    today_to_terminal,
)
from wentwell.telling._page import Page, lay_out
from wentwell.telling._practice import COUNTED, measure_rows, why_words
from wentwell.telling._record import RecordPage, lay_out_record, learned_rows, too_early_sentence
from wentwell.telling._record_faces import (
    calibration_to_html,
    calibration_to_json,
    calibration_to_markdown,
    calibration_to_terminal,
    learned_to_terminal,
)
from wentwell.telling._terminal import (
    corrections_to_terminal,
    ledger_to_terminal,
    numbered_to_terminal,
    to_terminal,
)
from wentwell.telling._trackers import (
    columns_to_terminal,
    guess_words,
    meaning_words,
    plan_to_terminal,
    similar_words,
)
from wentwell.telling._words import chance_words, change_sentence, grade_words, percent, sentence, sign_name
from wentwell.telling._words import day as day_words

__all__ = [
    "COUNTED",
    "GO_ON",
    "NONE_OPEN",
    "PACE_HEADINGS",
    "PACE_PRIORS",
    "PACE_RANGE",
    "PRODUCT",
    "IcsEvent",
    "PacePage",
    "Page",
    "RecordPage",
    "board_to_csv",
    "board_to_file",
    "board_to_json",
    "board_to_markdown",
    "board_to_terminal",
    "calibration_to_html",
    "calibration_to_json",
    "calibration_to_markdown",
    "calibration_to_terminal",
    "chance_words",
    "change_sentence",
    "clean",
    "columns_to_terminal",
    "corrections_to_terminal",
    "day_words",
    "filed_words",
    "found_to_json",
    "found_to_terminal",
    "grade_words",
    "guess_words",
    "inbox_to_json",
    "job_to_dict",
    "job_to_terminal",
    "kind_words",
    "lay_out",
    "lay_out_pace",
    "lay_out_record",
    "learned_rows",
    "learned_to_terminal",
    "ledger_to_terminal",
    "mail_line",
    "mail_words",
    "match_words",
    "meaning_words",
    "measure_rows",
    "name_of",
    "need_sentence",
    "next_to_json",
    "next_to_terminal",
    "numbered_to_terminal",
    "pace_to_json",
    "pace_to_terminal",
    "percent",
    "plan_to_terminal",
    "proposal_words",
    "sentence",
    "shown",
    "sign_name",
    "similar_words",
    "stage_words",
    "step_words",
    "to_html",
    "to_ics",
    "to_json",
    "to_markdown",
    "to_terminal",
    "today_to_json",
    "today_to_terminal",
    "too_early_sentence",
    "why_words",
]
